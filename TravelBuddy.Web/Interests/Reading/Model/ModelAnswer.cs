using TravelBuddy.Web.Language.Model.Trials;

namespace TravelBuddy.Web.Interests.Reading.Model;

/// <summary>A language model's answer as its schema has it. Nothing in it is believed before <see cref="ModelMerge"/> found it possible and its words in the text.</summary>
public sealed record ModelAnswer : IQuotingAnswer
{
    public IReadOnlyList<ModelTerm>? Places { get; init; }
    public ModelTerm? Start { get; init; }
    public IReadOnlyList<ModelDays>? Days { get; init; }
    public ModelBudget? Budget { get; init; }
    public ModelParty? Party { get; init; }
    public ModelDates? Dates { get; init; }
    public IReadOnlyList<ModelTerm>? Transport { get; init; }
    public IReadOnlyList<ModelTerm>? Food { get; init; }
    public IReadOnlyList<ModelTerm>? Activities { get; init; }
    public IReadOnlyList<ModelTerm>? Stay { get; init; }
    public IReadOnlyList<ModelTerm>? Exclusions { get; init; }
    public IReadOnlyList<ModelTerm>? Essentials { get; init; }

    int IQuotingAnswer.Statements => Quotes.Count;

    private IReadOnlyList<string?> Quotes =>
    [
        .. new[] { Places, Transport, Food, Activities, Stay, Exclusions, Essentials }.SelectMany(terms => terms ?? []).Append(Start).OfType<ModelTerm>().Select(term => term.Words),
        .. (Days ?? []).OfType<ModelDays>().Select(days => days.Words),
        .. new (object? Said, string? Words)[] { (Budget, Budget?.Words), (Party, Party?.Words), (Dates, Dates?.Words) }.Where(each => each.Said is not null).Select(each => each.Words),
    ];

    int IQuotingAnswer.QuotedIn(string text)
    {
        var quotations = new Quotations(text, []);
        return Quotes.Count(words => quotations.Find(words) is not null);
    }
}

/// <summary>A thing or place: the words of the text, and what they mean in English.</summary>
public sealed record ModelTerm(string? Meaning, string? Words);

/// <summary>A length in days.</summary>
public sealed record ModelDays(double? Min, double? Max, string? Words);

/// <summary>Money, for one person or for all who travel.</summary>
public sealed record ModelBudget(decimal? Min, decimal? Max, string? Currency, bool? WholeGroup, bool? Firm, string? Words);

/// <summary>Who travels.</summary>
public sealed record ModelParty(int? Adults, int? Children, string? Words);

/// <summary>When.</summary>
public sealed record ModelDates(DateOnly? From, DateOnly? To, string? Words);
