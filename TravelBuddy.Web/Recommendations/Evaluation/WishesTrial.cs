using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language.Model.Trials;
using TravelBuddy.Web.Recommendations.Api;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>Messages to an agency, read by the rules alone and with the model, beside the forms that a careful agent would fill in.</summary>
public sealed class WishesTrial(ModelEar ear, IWishReader rules, IFreeTextReader texts, PreferencesReader forms, Gazetteer gazetteer) : IModelTrial
{
    /// <summary>The day the messages were written, which their dates hang on.</summary>
    private static readonly DateOnly Written = new(2026, 11, 27);

    public string Use => "wishes";

    public string Set => "evaluation/messages-test.jsonl";

    public async Task<TrialResult> RunAsync(string path, int most, CancellationToken ct)
    {
        var problems = new List<string>();
        var queries = await QueryFile.ReadAsync(path, problems, ct);
        var filled = queries.Where(query => !query.IsFreeText).ToLookup(query => query.Need);
        var cases = new List<TrialCase>();
        var pairs = new List<(Wishes Rules, Wishes Model, Wishes Form)>();
        foreach (var query in queries.Where(query => query.IsFreeText && filled.Contains(query.Need)).Take(most))
        {
            var text = query.Preferences.FreeText!;
            var read = rules.Read(text, query.Preferences.Language, Written);
            var heard = ear.Listen();
            var merged = await texts.ReadAsync(text, query.Preferences.Language, Written, Guid.CreateVersion7(), null, ct);
            var said = heard.Select(reply => reply.Answer).OfType<IQuotingAnswer>().LastOrDefault();
            cases.Add(new TrialCase(heard, said?.Statements ?? 0, said?.QuotedIn(text) ?? 0, merged.Extractions.Count > read.Extractions.Count));
            pairs.Add((Of(query, read), Of(query, merged), Of(filled[query.Need].First(), null)));
        }

        return new TrialResult(Use, cases, Figures(pairs), problems);
    }

    private Wishes Of(EvaluatedQuery query, WishReading? read) => forms.Read(query.Preferences, Written, new MemberErrors(), read);

    /// <summary>Slot by slot, how often the text is read as its form has it; of slots of several things also how many of those read are in the form.</summary>
    private IReadOnlyList<TrialFigure> Figures(IReadOnlyList<(Wishes Rules, Wishes Model, Wishes Form)> pairs)
    {
        var slots = new SlotAgreement(gazetteer);
        return
        [
            .. slots.Of([.. pairs.Select(pair => (pair.Rules, pair.Form))]).Zip(slots.Of([.. pairs.Select(pair => (pair.Model, pair.Form))]))
                .SelectMany(slot => slot.First is { Read: { } read } && slot.Second is { Read: { } readByBoth }
                    ? new[] { Figure($"{slot.First.Name}, found", slot.First, slot.First.Said, slot.Second, slot.Second.Said), Figure($"{slot.First.Name}, right", slot.First, read, slot.Second, readByBoth) }
                    : [Figure(slot.First.Name, slot.First, slot.First.Said, slot.Second, slot.Second.Said)]),
        ];
    }

    private static TrialFigure Figure(string name, SlotShare rules, int ofRules, SlotShare model, int ofModel) =>
        new(name, $"by rules {TrialTable.Share(rules.Right, ofRules)}, with the model {TrialTable.Share(model.Right, ofModel)}");
}
