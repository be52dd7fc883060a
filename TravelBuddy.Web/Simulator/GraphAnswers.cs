using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TravelBuddy.Web.Simulator;

/// <summary>Answers in the shapes of the Graph API.</summary>
public static class GraphAnswers
{
    public static IResult Error(GraphFault fault) => Json(
        new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["message"] = fault.Message,
                ["type"] = "OAuthException",
                ["code"] = fault.Code,
                ["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = fault.Details },
                ["fbtrace_id"] = "A" + RandomNumberGenerator.GetHexString(22),
            },
        },
        fault.Status);

    public static IResult Json(JsonObject body, int status = 200) => Results.Text(body.ToJsonString(), "application/json", System.Text.Encoding.UTF8, status);
}
