using System.Text.Json;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation.Search.Trials;

/// <summary>Labelled requests for places to stay, as what is looked for.</summary>
public sealed class StayRequestLines(StayWishReader reader, TimeProvider time)
{
    public const string Name = "stay-requests.jsonl";

    public IEnumerable<StayWishes> Read(string path, int most) =>
        JsonLines.Read<Line>(path, new JsonSerializerOptions(JsonSerializerDefaults.Web)).Take(most)
            .Select(line => reader.Read(line.Text, new StayWishes { Language = line.Language, Places = line.Places }, time.TodayInVietNam()).Ahead(time.TodayInVietNam()));

    private sealed record Line(string Text, string Language, IReadOnlyList<string> Places);
}
