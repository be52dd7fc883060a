namespace TravelBuddy.Web.Interests.Reading.Dates;

/// <summary>When: days, months, parts of months, weekends and feasts, always the next ones from today on. Day before month, as both languages write it here.</summary>
internal static class DateGrammar
{
    /// <summary>
    /// The dates a text names, with their span; what was read is claimed. None if it names none that can be; where a named day is missing in the calendar,
    /// that day and no dates, for nobody knows which other was meant.
    /// </summary>
    public static (Found<DatesWish>? Dates, Found<IReadOnlyList<NoSuchDay>>? Missing) Find(FoldedText text, DateOnly today)
    {
        // "Ra giêng (13/2 đến 10/3)": the days say more than the month.
        if (!NamedDays.FromOneToAnother(text) && LunarDays.Find(text, today) is { } lunar)
        {
            return (lunar, null);
        }

        return NamedDays.Find(text, today) is var (named, missing)
            ? missing.Count == 0 ? (named, null) : (null, new Found<IReadOnlyList<NoSuchDay>>(missing, named.Start, named.End))
            : (Feast(text, today) ?? TimesFromNow.Find(text, today) ?? RelativeDates.Find(text, today) ?? NamedMonths.Find(text, today) ?? RelativeDates.EndsOfYears(text, today) ?? RelativeDates.Seasons(text, today), null);
    }

    // "The last week of January, before Tết", "mid January, flowers for Tết": a month says more than a feast that is not in it.
    private static Found<DatesWish>? Feast(FoldedText text, DateOnly today)
    {
        var feast = Feasts.Find(text, today);
        if (feast is null || NamedMonths.Find(text, today) is not { } month)
        {
            return feast;
        }

        var from = feast.Value.From > month.Value.From ? feast.Value.From : month.Value.From;
        var to = feast.Value.To < month.Value.To ? feast.Value.To : month.Value.To;
        return from > to ? month : feast with { Value = new DatesWish(from, to) };
    }
}
