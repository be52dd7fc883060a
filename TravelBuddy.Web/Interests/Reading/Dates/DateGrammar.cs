namespace TravelBuddy.Web.Interests.Reading.Dates;

/// <summary>When: days, months, parts of months, weekends and feasts, always the next ones from today on. Day before month, as both languages write it here.</summary>
internal static class DateGrammar
{
    /// <summary>The dates a text names, with their span; what was read is claimed. Null if it names none that can be.</summary>
    public static Found<DatesWish>? Find(FoldedText text, DateOnly today) =>
        LunarDays.Find(text, today) ?? NamedDays.Find(text, today) ?? Feasts.Find(text, today) ?? TimesFromNow.Find(text, today) ?? RelativeDates.Find(text, today) ?? NamedMonths.Find(text, today) ?? RelativeDates.Seasons(text, today);
}
