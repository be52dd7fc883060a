using System.Text.Json.Nodes;

namespace TravelBuddy.Web.Simulator;

/// <summary>What Meta tells in each status of what a message costs: its category, and whether it is charged for.</summary>
public sealed record PretendPrice(string Category, bool IsCharged)
{
    private const string Service = "service", Utility = "utility";

    /// <summary>Free-form messages cost nothing, nor do utility templates within a day of the person's last message; marketing and one-time codes always do.</summary>
    public static PretendPrice Of(JsonObject message, bool inWindow, PretendTemplates templates)
    {
        if (message["type"]!.GetValue<string>() != "template")
        {
            return new PretendPrice(Service, false);
        }

        var category = templates.Find(message["template"]!["name"]!.GetValue<string>())?.Category.ToLowerInvariant() ?? Utility;
        return new PretendPrice(category, category != Utility || !inWindow);
    }
}
