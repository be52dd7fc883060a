using System.Collections.Concurrent;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Recommendations.Api;
using TravelBuddy.Web.Recommendations.Evaluation;

namespace TravelBuddy.Tests.Interests;

/// <summary>Messages to an agency beside the forms that a careful agent would fill in (data/evaluation/README.md): floors a little below what is reached, so that no change loses unseen what another won.</summary>
public sealed class when_messages_are_read
{
    private static readonly DateOnly Written = new(2026, 11, 27);
    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<SlotShare>>>> Readings = new();

    [Theory]
    [InlineData("messages-dev.jsonl", "places", .83, 0)]
    [InlineData("messages-dev.jsonl", "start inside Viet Nam", .81, 0)]
    [InlineData("messages-dev.jsonl", "lengths", .89, 0)]
    [InlineData("messages-dev.jsonl", "dates", .92, 0)]
    [InlineData("messages-dev.jsonl", "party", .84, 0)]
    [InlineData("messages-dev.jsonl", "budget", .96, 0)]
    [InlineData("messages-dev.jsonl", "activities", .58, .75)]
    [InlineData("messages-dev.jsonl", "food", .82, .76)]
    [InlineData("messages-dev.jsonl", "stay and notes", .66, .66)]
    [InlineData("messages-dev.jsonl", "transport", .80, .81)]
    [InlineData("messages-dev.jsonl", "exclusions", .72, .79)]
    [InlineData("messages-dev.jsonl", "essentials", .56, .72)]
    [InlineData("messages-more.jsonl", "places", .65, 0)]
    [InlineData("messages-more.jsonl", "start inside Viet Nam", .67, 0)]
    [InlineData("messages-more.jsonl", "lengths", .91, 0)]
    [InlineData("messages-more.jsonl", "dates", .91, 0)]
    [InlineData("messages-more.jsonl", "party", .72, 0)]
    [InlineData("messages-more.jsonl", "budget", .91, 0)]
    [InlineData("messages-more.jsonl", "activities", .57, .65)]
    [InlineData("messages-more.jsonl", "food", .88, .53)]
    [InlineData("messages-more.jsonl", "stay and notes", .71, .68)]
    [InlineData("messages-more.jsonl", "transport", .73, .80)]
    [InlineData("messages-more.jsonl", "exclusions", .67, .73)]
    [InlineData("messages-more.jsonl", "essentials", .49, .78)]
    [InlineData("messages-stories.jsonl", "places", .79, 0)]
    [InlineData("messages-stories.jsonl", "start inside Viet Nam", .89, 0)]
    [InlineData("messages-stories.jsonl", "lengths", .64, 0)]
    [InlineData("messages-stories.jsonl", "party", .67, 0)]
    [InlineData("messages-stories.jsonl", "budget", .79, 0)]
    [InlineData("messages-fresh.jsonl", "places", .82, 0)]
    [InlineData("messages-fresh.jsonl", "start inside Viet Nam", .85, 0)]
    [InlineData("messages-fresh.jsonl", "lengths", .75, 0)]
    [InlineData("messages-fresh.jsonl", "party", .63, 0)]
    [InlineData("messages-fresh.jsonl", "budget", .84, 0)]
    [InlineData("messages-fresh.jsonl", "exclusions", .60, .72)]
    public async Task a_slot_is_read_as_its_form_has_it(string file, string slot, double found, double right)
    {
        var share = (await Readings.GetOrAdd(file, name => new(() => ReadAsync(name))).Value).Single(entry => entry.Name == slot);
        share.Found.ShouldBeGreaterThanOrEqualTo(found);
        (share.Precise ?? 1).ShouldBeGreaterThanOrEqualTo(right);
    }

    private static async Task<IReadOnlyList<SlotShare>> ReadAsync(string file)
    {
        var reader = new PreferencesReader(Repository.Gazetteer, Repository.Lexicon, Repository.Rates, new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles));
        var queries = await QueryFile.ReadAsync(Repository.DataFile(Path.Combine("evaluation", file)), [], CancellationToken.None);
        var forms = queries.Where(query => !query.IsFreeText).ToDictionary(query => query.Need);
        return new SlotAgreement(Repository.Gazetteer).Of([.. queries.Where(query => query.IsFreeText).Select(text => (Read(text), Read(forms[text.Need])))]);

        Wishes Read(EvaluatedQuery query) => reader.Read(query.Preferences, Written, new MemberErrors());
    }
}
