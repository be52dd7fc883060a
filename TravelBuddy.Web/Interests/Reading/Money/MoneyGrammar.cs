namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>Budgets: "under $400", "300-400 usd pp", "2 triệu rưỡi một người". An amount for the whole group is divided by the party.</summary>
internal static class MoneyGrammar
{
    /// <summary>The budget a text names, per person where it says so or the party is known; what was read is claimed.</summary>
    /// <param name="home">The currency of the country the writer is from, for amounts that say none.</param>
    public static Found<BudgetWish>? Find(FoldedText text, string language, Func<PartyWish?> party, DurationWish? duration, Func<string?> home)
    {
        BudgetWish? budget = null;
        var (factor, perPerson) = (1m, false);
        int start = 0, end = 0;
        var named = IsAnyNamed(text, language, home);
        for (var from = 0; from < text.Open.Length && Amounts.Next(text.Open, from) is { } match;)
        {
            from = match.Index + Math.Max(1, match.Length);
            var cue = Bounds.CueBefore(text, match.Index);
            var stretches = budget is not null && Stretches.Before(text, match.Index);
            var each = Shares.Of("", text.Folded[match.End..Math.Min(text.Folded.Length, match.End + Shares.Reach)]).PerPerson;
            if (Amounts.Read(text, match, language, home, cue is not null || each, stretches || each || cue is not null && (!named || Bounds.IsOfMoney(cue)) && !Bounds.IsOfAge(text, match.Index)) is not { } pair)
            {
                from = Math.Max(match.Index + 1, match.First.Groups["n"].Index + match.First.Groups["n"].Length);
                continue;
            }

            var (low, high) = pair;
            var lead = text.Folded[Math.Max(0, low.Start - Shares.Reach)..low.Start];
            var rest = text.Folded[high.End..Math.Min(text.Folded.Length, high.End + Shares.Reach)];
            var share = Shares.Of(lead, rest);
            if (share.IsOfRoom || Shares.IsOfSomethingElse(lead))
            {
                from = low.Start + (high.End - low.Start);
                continue;
            }

            // For how many days "50 dollars a day" is nobody knows: it is no budget of the trip.
            if (duration is null && (share.PerDay || share.PerNight))
            {
                from = high.End + share.OwnLength;
                text.Claim(low.Start, from - low.Start);
                continue;
            }

            factor = stretches && !share.Says ? factor : share.Factor(party, duration);
            var wish = Bounds.Wish(cue, rest[share.Length..], low.Times(factor), high.Times(factor));
            // "We have won 3000 dollars; under 1500 each": what is for each of them is the budget.
            budget = stretches ? budget! with { Max = wish.Max ?? budget.Max } : Join(share.PerPerson && !perPerson && wish.Max is not null ? null : budget, wish);
            perPerson |= share.PerPerson;
            var length = text.Folded[low.Start..(high.End + Math.Max(share.OwnLength, Shares.WithoutFlightsLength(rest)))].TrimEnd().Length;
            text.Claim(low.Start, length);
            var span = text.Span(low.Start - (cue?.Length ?? 0), length + (cue?.Length ?? 0));
            (start, end) = end == 0 ? span : (Math.Min(start, span.Start), Math.Max(end, span.End));
            from = low.Start + length;
        }

        return budget is null ? null : new Found<BudgetWish>(budget, start, end);
    }

    // A number alone is no money where another has its currency.
    private static bool IsAnyNamed(FoldedText text, string language, Func<string?> home)
    {
        for (var match = Amounts.Next(text.Open, 0); match is not null; match = Amounts.Next(text.Open, match.Index + Math.Max(1, match.Length)))
        {
            if (Amounts.Read(text, match, language, home, cued: true, alone: false) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static BudgetWish Join(BudgetWish? first, BudgetWish second) =>
        first is null ? second
        : first.Currency != second.Currency ? first
        : first with { Min = first.Min ?? (second.Max is null || second.Min is not null ? second.Min : null), Max = first.Max ?? second.Max, Firm = first.Firm || second.Firm };
}
