namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>
/// What a room may cost a night, in a text about where to sleep: "under 50 dollars a night", "dưới 600k/đêm", "not more than 1.2 million". An amount that says nothing else is for a night;
/// one for each person is multiplied by the party; one for the whole stay says nothing of a night.
/// </summary>
internal static class NightPrices
{
    /// <summary>The first such amount; null if there is none.</summary>
    public static BudgetWish? Find(FoldedText text, string language, Func<PartyWish?> party, Func<string?> home) => Among(text, language, party, home).FirstOrDefault()?.Price;

    /// <summary>The most a room may cost in a text about a whole trip, where the amount has words for a room before it; what was read is claimed.</summary>
    public static Found<Catalog.Money>? OfRoom(FoldedText text, string language, Func<PartyWish?> party, Func<string?> home)
    {
        if (Among(text, language, party, home).FirstOrDefault(night => night is { IsOfRoom: true, Price.Max: not null }) is not { } found)
        {
            return null;
        }

        text.Claim(found.Start, found.Length);
        var (start, end) = text.Span(found.Start, found.Length);
        return new Found<Catalog.Money>(new Catalog.Money(found.Price.Max!.Value, found.Price.Currency), start, end);
    }

    /// <summary>All of them, each with the folded span of the words that say it.</summary>
    private static IEnumerable<Night> Among(FoldedText text, string language, Func<PartyWish?> party, Func<string?> home)
    {
        for (var from = 0; from < text.Open.Length && Amounts.Next(text.Open, from) is { } match;)
        {
            from = match.Index + Math.Max(1, match.Length);
            var cue = Bounds.CueBefore(text, match.Index);
            var perNight = Shares.Of("", After(text, match.End)).PerNight;
            if (Bounds.IsOfAge(text, match.Index) || Amounts.Read(text, match, language, home, cue is not null || perNight, perNight || cue is not null && Bounds.IsOfMoney(cue)) is not (var low, var high))
            {
                continue;
            }

            var rest = After(text, high.End);
            // Whom a budget before it is for says nothing of the room: what was read is not read again.
            var share = Shares.Of(text.Open[Math.Max(0, low.Start - Shares.Reach)..low.Start], rest);
            if (share.ForAll && !share.PerNight)
            {
                continue;
            }

            var people = share.PerPerson && party() is { } who ? Math.Max(1, who.Adults + who.Children) : 1;
            var start = low.Start - (cue?.Length ?? 0);
            yield return new Night(Bounds.Wish(cue, rest[share.Length..], low.Times(people), high.Times(people)), share.IsOfRoom, start, high.End + share.OwnLength - start);
        }
    }

    private static string After(FoldedText text, int at) => text.Folded[at..Math.Min(text.Folded.Length, at + Shares.Reach)];

    private sealed record Night(BudgetWish Price, bool IsOfRoom, int Start, int Length);
}
