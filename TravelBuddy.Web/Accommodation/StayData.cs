using System.Text.Json.Nodes;
using Marten;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.Accommodation;

/// <summary>Someone's searches for places to stay, as far as personal data goes: shown on request, deleted with the person.</summary>
public sealed class StayData(IDocumentStore store) : IPersonalDataHolder
{
    public async Task ExportAsync(DataSubject subject, JsonObject export, CancellationToken ct)
    {
        var travellers = TravellersOf(subject);
        await using var session = store.QuerySession();
        var searches = await session.Query<StaySearch>().Where(search => search.TravellerId.IsOneOf(travellers)).OrderBy(search => search.At).ToListAsync(ct);
        export["searchesForPlacesToStay"] = new JsonArray([.. searches.Select(search => (JsonNode)new JsonObject
        {
            ["at"] = search.At,
            ["package"] = search.PackageId,
            ["places"] = new JsonArray([.. search.Wishes.Places.Select(id => (JsonNode)id)]),
            ["wishes"] = new JsonArray([.. search.Wishes.Essentials.Concat(search.Wishes.Concepts).Select(id => (JsonNode)id)]),
            ["refused"] = new JsonArray([.. search.Wishes.Exclusions.Select(id => (JsonNode)id)]),
            ["language"] = search.Wishes.Language,
            ["party"] = search.Wishes.Party is { } party ? new JsonObject { ["adults"] = party.Adults, ["children"] = party.Children } : null,
            ["dates"] = search.Wishes.Dates is { } dates ? new JsonObject { ["from"] = Day(dates.From), ["to"] = Day(dates.To) } : null,
            ["nights"] = search.Wishes.Nights,
            ["mostPerNight"] = search.Wishes.MostPerNight is { } most ? $"{most.Amount} {most.Currency}" : null,
            ["perNightByBudget"] = search.Wishes.EachByBudget is { } each ? $"{each.Amount} {each.Currency}" : null,
        })]);
    }

    public Task EraseAsync(DataSubject subject, IDocumentSession session, CancellationToken ct)
    {
        var travellers = TravellersOf(subject);
        session.DeleteWhere<StaySearch>(search => search.TravellerId.IsOneOf(travellers));
        return Task.CompletedTask;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Guid[] TravellersOf(DataSubject subject) => [.. subject.Travellers.Select(traveller => traveller.Id)];
}
