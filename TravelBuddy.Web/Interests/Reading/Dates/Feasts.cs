using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Dates;

/// <summary>Christmas, New Year, Tết and the holidays of one day, and before and after them.</summary>
internal static partial class Feasts
{
    /// <summary>Feasts of one day, by month and day; lunar ones by those of the lunar year.</summary>
    private static readonly (Regex Rule, int Month, int Day, bool Lunar)[] Days =
    [
        (Valentine(), 2, 14, false), (WomensDay(), 3, 8, false), (Reunification(), 4, 30, false), (LabourDay(), 5, 1, false), (NationalDay(), 9, 2, false), (Halloween(), 10, 31, false),
        (HungKings(), 3, 10, true), (Vesak(), 4, 15, true), (VuLan(), 7, 15, true), (MidAutumn(), 8, 15, true),
    ];

    public static Found<DatesWish>? Find(FoldedText text, DateOnly today)
    {
        if (Christmas().Match(text.Open) is { Success: true } christmas)
        {
            var year = today > new DateOnly(today.Year, 12, 26) ? today.Year + 1 : today.Year;
            if (NewYear().Match(text.Open, christmas.Index + christmas.Length) is { Success: true } end && Through().IsMatch(text.Folded[(christmas.Index + christmas.Length)..end.Index]))
            {
                return text.Claim(christmas.Index, end.Index + end.Length, new DatesWish(new(year, 12, 24), new(year + 1, 1, 1)));
            }

            return Around(text, christmas, Holidays.Christmas(year));
        }

        if (NewYear().Match(text.Open) is { Success: true } newYear)
        {
            return Around(text, newYear, Holidays.NewYearAfter(today.Year));
        }

        if (OfOneDay(text, today) is { } one)
        {
            return one;
        }

        if (Easter().Match(text.Open) is { Success: true } easter)
        {
            var sunday = EasterSunday(today.Year) is var soon && soon.AddDays(1) >= today ? soon : EasterSunday(today.Year + 1);
            return Around(text, easter, easter.Groups["week"].Success ? new DatesWish(sunday.AddDays(-7), sunday.AddDays(1)) : new DatesWish(sunday.AddDays(-2), sunday.AddDays(1)));
        }

        foreach (Match tet in Tet().Matches(text.Open))
        {
            if (Holidays.NextTet(today) is { } next && text.Written(tet) is "tết" or "tet" or "lunar new year" or "chinese new year" or "vietnamese new year")
            {
                if (DaysOfTet().Match(text.Open) is { Success: true } days && int.Parse(days.Groups["a"].Value, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and var first && int.Parse(days.Groups[days.Groups["b"].Success ? "b" : "a"].Value, System.Globalization.CultureInfo.InvariantCulture) is var last && last >= first)
                {
                    return text.Claim(days, new DatesWish(next.AddDays(first - 1), next.AddDays(last - 1)));
                }

                return Around(text, tet, Holidays.TetFrom(next));
            }
        }

        return null;
    }

    private static Found<DatesWish>? OfOneDay(FoldedText text, DateOnly today)
    {
        foreach (var (rule, month, day, lunar) in Days)
        {
            // "Gió to" is a strong wind.
            if (rule.Match(text.Open) is { Success: true } feast && !(feast.Groups["bare"] is { Success: true } bare && text.Written(bare) != "giỗ tổ"))
            {
                var solar = new DateOnly(today.Year, month, day);
                solar = solar < today ? solar.AddYears(1) : solar;
                return (lunar ? LunarDays.Next(month, day, today) : new DatesWish(solar, solar)) is { } days ? Around(text, feast, days) : null;
            }
        }

        return null;
    }

    // The Gregorian computus (Meeus, Jones and Butcher).
    private static DateOnly EasterSunday(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var days = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return new DateOnly(year, days / 31, days % 31 + 1);
    }

    // "After Tết" begins when the feast ends, "before Christmas" ends when it begins.
    private static Found<DatesWish> Around(FoldedText text, Match feast, DatesWish days)
    {
        var lead = text.Folded[..feast.Index];
        return text.Claim(feast, AfterFeast().IsMatch(lead) || Over().IsMatch(text.Folded[(feast.Index + feast.Length)..]) ? new DatesWish(days.To!.Value.AddDays(1), null) : BeforeFeast().IsMatch(lead) ? new DatesWish(null, days.From!.Value.AddDays(-1)) : days);
    }

    [GeneratedRegex(@"\b(?:after|sau)\s+(?:the |dip |ky nghi |ngay )?$")]
    private static partial Regex AfterFeast();

    [GeneratedRegex(@"^[^.,;!?]{0,20}\b(?:is|are|has been) (?:over|done|finished|past)\b")]
    private static partial Regex Over();

    [GeneratedRegex(@"\b(?:before|truoc)\s+(?:the |dip |ky nghi |ngay )?$")]
    private static partial Regex BeforeFeast();

    [GeneratedRegex(@"\b(?:valentine'?s?(?: day)?|le tinh nhan)\b")]
    private static partial Regex Valentine();

    [GeneratedRegex(@"\b(?:(?:international |world )?women'?s day|quoc te phu nu)\b")]
    private static partial Regex WomensDay();

    [GeneratedRegex(@"\b(?:(?:reunification|liberation|victory) (?:of saigon )?day|(?:le|dip|ngay|nghi) (?:le )?(?:giai phong|thong nhat)(?: (?:mien nam|dat nuoc))?|giai phong mien nam|thong nhat dat nuoc)\b")]
    private static partial Regex Reunification();

    [GeneratedRegex(@"\b(?:labou?r day|(?:le|ngay) (?:quoc te )?lao dong|quoc te lao dong)\b")]
    private static partial Regex LabourDay();

    // A holiday here, not abroad, and no friend called Quốc Khánh.
    [GeneratedRegex(@"(?<!\b(?:singapore|malaysian?|chinese|china|french|australian?|swiss|indian?|thai|philippine)(?:'s)? )\bnational day\b|(?<!\b(?:anh|em|ban|chu|cau|ong|la|ten) )\bquoc khanh\b(?! (?:my|phap|uc|singapore|trung quoc|malaysia|thai lan)\b)")]
    private static partial Regex NationalDay();

    [GeneratedRegex(@"\bhalloween\b")]
    private static partial Regex Halloween();

    [GeneratedRegex(@"\b(?:hung kings?'?s?'? (?:(?:temple )?(?:festival|commemoration|anniversary|memorial)(?: day(?! (?:trip|tour)))?|day|holiday)|gio to (?:vua )?hung(?: vuong)?|(?:le|dip|ngay|nghi) (?:le )?gio to|le hoi den hung|(?<bare>gio to))\b")]
    private static partial Regex HungKings();

    [GeneratedRegex(@"\b(?:vesak|buddha'?s birthday|(?:dai )?le phat dan)\b")]
    private static partial Regex Vesak();

    [GeneratedRegex(@"\b(?:(?:le )?vu lan|hungry ghosts? festival)\b")]
    private static partial Regex VuLan();

    // Mooncakes and lanterns of that name are had all the year.
    [GeneratedRegex(@"\b(?:mid[- ]?autumn(?: (?:festival|day|holiday|moon))?|(?<!\b(?:banh|lam den|lam long den|long den|den long) )(?:tet |le |ram )?trung thu)\b(?! (?:cakes?|mooncakes?)\b)")]
    private static partial Regex MidAutumn();

    // "Mùng 2 đến mùng 6" beside Tết are days of the lunar year.
    [GeneratedRegex(@"\bm[uo]ng (?<a>\d{1,2})\b(?: *(?:-|den|toi) *(?:m[uo]ng )?(?<b>\d{1,2})\b)?(?! thang| ?/)")]
    private static partial Regex DaysOfTet();

    [GeneratedRegex(@"\b(?:(?<week>easter week|holy week|tuan thanh|palm sunday (?:to|until|till) easter(?: sunday| monday)?)|easter(?: sunday| monday| weekend| holidays?)?|(?:le )?phuc sinh)\b")]
    private static partial Regex Easter();

    [GeneratedRegex(@"^\s*(?:-|to|and|until|till?|through|thru|den|toi|va|sang)\s*(?:the |le |ngay )?$")]
    private static partial Regex Through();

    [GeneratedRegex(@"\b(?:christmas|xmas|giang sinh|noel)\b")]
    private static partial Regex Christmas();

    [GeneratedRegex(@"(?<!(?:lunar|chinese|vietnamese) )\b(?:new year'?s?(?: eve)?|tet (?:duong lich|duong|tay))\b(?! festival)")]
    private static partial Regex NewYear();

    [GeneratedRegex(@"\b(?:tet\b(?! (?:trung thu|doan ngo|thanh minh|duong|tay))|(?:lunar|chinese|vietnamese) new year)")]
    private static partial Regex Tet();
}
