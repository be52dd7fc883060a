using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Tests.WhatsApp.Conversations;

/// <summary>What was understood, that nothing fits, the cards, and the list of further tours: those that came.</summary>
public sealed record TourBlock(Reply? Heard, Reply? Nothing, IReadOnlyList<Reply> Cards, Reply? List)
{
    /// <summary>The tours that conditions speak of: those of the cards, or of the rows where only further tours came.</summary>
    public IReadOnlyList<ShownTour> Tours => Cards.Count > 0 ? [.. Cards.Select(card => card.Tours[0])] : List?.Tours ?? [];

    /// <summary>The first number of its rows that is not above the one before, or is a card's; null where none is.</summary>
    public int? OutOfOrder => List?.Tours.Select(tour => tour.Rank).ToList() is { } rows
        ? rows.Where((rank, at) => at > 0 && rank <= rows[at - 1] || Cards.Any(card => card.Tours[0].Rank == rank)).Cast<int?>().FirstOrDefault()
        : null;

    /// <summary>Those that "all" speaks of: not those that say themselves that they are not quite what was asked for.</summary>
    public IEnumerable<ShownTour> Fitting => Nothing is not null ? [] : Cards.Count > 0 ? Cards.Where(card => !card.IsBelow).Select(card => card.Tours[0]) : Tours;
}

/// <summary>A condition on tours that are shown: why it does not hold, or null.</summary>
public sealed partial record Condition(string Words, Func<TourBlock, ShownBefore, string?> Check)
{
    public static Condition Read(string words)
    {
        if (words is "nothing fits" or "nothing cheaper" or "maybe nothing fits" or "cheaper" or "others")
        {
            return new Condition(words, words switch
            {
                "nothing fits" => (block, _) => block.Nothing is { } said && (said.Text.StartsWith(Phrases.Nothing.En, StringComparison.Ordinal) || said.Text.StartsWith(Phrases.Nothing.Vi, StringComparison.Ordinal)) ? null : "it did not say so first",
                "nothing cheaper" => (block, _) => block is { Nothing: { } said, Tours: [] } && new[] { Phrases.CheapestFit.En, Phrases.CheapestFit.Vi }.Any(begins => said.Text.StartsWith(begins[..begins.IndexOf('{', StringComparison.Ordinal)], StringComparison.Ordinal)) ? null : "it did not say so, and nothing else",
                "cheaper" => (block, before) => Average(before.Cards) is { } was && Average(block.Tours) is { } now && now < was ? null : $"{Average(block.Tours):N0} ₫ on average, {Average(before.Cards):N0} ₫ before",
                "others" => (block, before) => block.Tours.FirstOrDefault(tour => (block.Cards.Count > 0 ? before.Cards : before.All).Any(old => old.Package.Id == tour.Package.Id)) is { } again ? $"{again.Rank} was shown before" : null,
                _ => (_, _) => null,
            });
        }

        if (Where().Match(words) is { Success: true } where)
        {
            var place = Repository.Gazetteer.Resolve(where.Groups[2].Value) ?? throw new FormatException($"No place {where.Groups[2].Value}:");
            return For(words, where.Groups[1].Value, tour => Touches(tour.Package, place), tour => string.Join(", ", tour.Package.Locations.Select(location => location.Text)));
        }

        if (Cost().Match(words) is { Success: true } cost)
        {
            var amount = decimal.Parse(cost.Groups[1].Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            var most = Repository.Rates.ToVnd(new Money(amount, cost.Groups[2].Value == "đ" ? "VND" : cost.Groups[2].Value)) ?? throw new FormatException("No such money:");
            return For(words, "all", tour => tour.Package.PriceVnd <= most, tour => $"{tour.Package.PriceVnd:N0} ₫");
        }

        if (Long().Match(words) is { Success: true } length)
        {
            double Days(int group) => double.Parse(length.Groups[group].Value, CultureInfo.InvariantCulture);
            var which = length.Groups[1];
            var (least, most) = which.Success ? (Days(2), Days(2)) : (Days(3), Days(4));
            return For(words, which.Success ? which.Value : "all", tour => tour.Package.DurationDays >= least && tour.Package.DurationDays <= most, tour => $"{tour.Package.DurationDays} days");
        }

        if (About().Match(words) is { Success: true } about)
        {
            var (which, said) = (about.Groups[1].Value, about.Groups[2].Value);
            return For(words, which == "none" ? "all" : which, tour => Conversations.Words.Holds(Conversations.Words.Of(tour.Package), said) == (which != "none"), tour => tour.Package.Title);
        }

        if (Hearing().Match(words) is { Success: true } hearing)
        {
            var no = hearing.Groups[1].Success;
            return new Condition(words, (block, _) => block.Heard is null ? "it did not say what it looked for"
                : Conversations.Words.Holds(block.Heard.Text.Split('\n')[0], hearing.Groups[2].Value) == no ? block.Heard.Text.Split('\n')[0] : null);
        }

        if (Other().Match(words) is { Success: true } other)
        {
            var rank = int.Parse(other.Groups[1].Value, CultureInfo.InvariantCulture);
            return new Condition(words, (block, before) => block.Tours.FirstOrDefault(tour => rank <= before.List.Count && before.List[rank - 1].Id == tour.Package.Id) is { } again ? $"{again.Rank} is that tour" : null);
        }

        throw new FormatException($"No condition “{words}”:");
    }

    private static Condition For(string words, string which, Func<ShownTour, bool> holds, Func<ShownTour, string> shown) => new(words, (block, _) =>
    {
        var all = which switch { "all" => block.Fitting.ToList(), "first" => [.. block.Tours.Take(1)], _ => block.Tours.ToList() };
        var right = which == "some" ? all.Any(holds) : all.All(holds) && (all.Count > 0 || block.Nothing is not null);
        return right ? null : string.Join(" | ", all.Select(tour => $"{tour.Rank}: {shown(tour)}"));
    });

    private static bool Touches(TourPackage package, Place place) => package.Locations.Any(location => location.PlaceId is { } id && Repository.Gazetteer.Contains(place.Id, id));

    /// <summary>What one of two pays: TourPackage.PriceVnd is the price of one in a full group.</summary>
    private static decimal? PriceForTwo(TourPackage package) =>
        package is { PricePer: PricePer.Group, GroupMost: { } most } ? package.PriceVnd * most / Math.Min(most, 2) : package.PriceVnd;

    private static decimal? Average(IReadOnlyList<ShownTour> tours) => tours.Select(tour => PriceForTwo(tour.Package)).OfType<decimal>().ToList() is { Count: > 0 } prices ? prices.Average() : null;

    [GeneratedRegex("^(all|some|first) in (.+)$")]
    private static partial Regex Where();

    [GeneratedRegex(@"^≤ ([\d.]+) (đ|[A-Z]{3})$")]
    private static partial Regex Cost();

    [GeneratedRegex(@"^(?:(first|some) ([\d.]+)|([\d.]+)-([\d.]+)) days$")]
    private static partial Regex Long();

    [GeneratedRegex("^(all|some|first|none) about \"(.+)\"$")]
    private static partial Regex About();

    [GeneratedRegex(@"^without (\d+)$")]
    private static partial Regex Other();

    [GeneratedRegex("^(not )?heard \"(.+)\"$")]
    private static partial Regex Hearing();
}

/// <summary>Tours, with conditions on them.</summary>
public sealed record ShowsTours(string Line, IReadOnlyList<Condition> Conditions) : Expectation(Line)
{
    public override IEnumerable<int> Ends(IReadOnlyList<Reply> replies, int at, ShownBefore before, List<string> notes)
    {
        var (block, end) = Block(replies, at);
        if (block.Cards.Count == 0 && block.List is null && block.Nothing is null)
        {
            notes.Add($"“{Line}”, but {(at < replies.Count ? "it said: " + replies[at] : "nothing more was said")}");
            return [];
        }

        var broken = Conditions.Select(condition => (condition.Words, Why: condition.Check(block, before))).Where(each => each.Why is not null).Select(each => $"“{each.Words}”: {each.Why}").ToList();
        if (block.Nothing is { } nothing && !Conditions.Any(condition => condition.Words.EndsWith("nothing fits", StringComparison.Ordinal) || condition.Words == "nothing cheaper"))
        {
            broken.Add("it said that nothing fits: " + nothing.Text.Split('\n')[0]);
        }

        if (block.OutOfOrder is { } number)
        {
            broken.Add($"row {number} is out of order or a card as well");
        }

        if (broken.Count > 0)
        {
            notes.Add($"tours, but {string.Join("; ", broken)}");
            return [];
        }

        return [end];
    }

    /// <summary>The tours that begin at a reply, and where they end.</summary>
    public static (TourBlock Block, int End) Block(IReadOnlyList<Reply> replies, int at)
    {
        Reply? Take(ReplyKind kind) => at < replies.Count && replies[at].Kind == kind ? replies[at++] : null;
        var (heard, nothing, cards) = (Take(ReplyKind.LookingFor), Take(ReplyKind.NothingFits), new List<Reply>());
        while (Take(ReplyKind.Card) is { } card)
        {
            cards.Add(card);
        }

        return (new TourBlock(heard, nothing, cards, Take(ReplyKind.List)), at);
    }
}
