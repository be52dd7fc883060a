using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TravelBuddy.Web.Simulator;

/// <summary>Answers in the shapes of the Graph API.</summary>
public static class GraphAnswers
{
    public static IResult Error(GraphFault fault)
    {
        var error = new JsonObject { ["message"] = fault.Message, ["type"] = "OAuthException", ["code"] = fault.Code };
        if (fault.Subcode is { } subcode)
        {
            error["error_subcode"] = subcode;
        }

        error["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = fault.Details };
        error["fbtrace_id"] = "A" + RandomNumberGenerator.GetHexString(22);
        return Json(new JsonObject { ["error"] = error }, fault.Status);
    }

    public static IResult Json(JsonObject body, int status = 200) => Results.Text(body.ToJsonString(), "application/json", System.Text.Encoding.UTF8, status);
}
