namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>
/// What a room may cost a night, in a text about where to sleep: "under 50 dollars a night", "dưới 600k/đêm", "not more than 1.2 million". An amount that says nothing else is for a night;
/// one for each person is multiplied by the party; one for the whole stay says nothing of a night.
/// </summary>
internal static class NightPrices
{
    /// <summary>The first such amount; null if there is none.</summary>
    public static BudgetWish? Find(FoldedText text, string language, Func<PartyWish?> party, Func<string?> home)
    {
        for (var from = 0; from < text.Open.Length && Amounts.Next(text.Open, from) is { Success: true } match;)
        {
            from = match.Index + Math.Max(1, match.Length);
            var cue = Bounds.CueBefore(text, match.Index);
            var perNight = Shares.Of("", After(text, match.Index + match.Length)).PerNight;
            if (Bounds.IsOfAge(text, match.Index) || Amounts.Read(text, match, language, home, cue is not null || perNight, perNight || cue is not null && Bounds.IsOfMoney(cue)) is not (var low, var high))
            {
                continue;
            }

            var rest = After(text, high.End);
            var share = Shares.Of(text.Folded[Math.Max(0, low.Start - Shares.Reach)..low.Start], rest);
            if (share.ForAll && !share.PerNight)
            {
                continue;
            }

            var people = share.PerPerson && party() is { } who ? Math.Max(1, who.Adults + who.Children) : 1;
            return Bounds.Wish(cue, rest[share.Length..], low.Times(people), high.Times(people));
        }

        return null;
    }

    private static string After(FoldedText text, int at) => text.Folded[at..Math.Min(text.Folded.Length, at + Shares.Reach)];
}
