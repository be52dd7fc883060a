using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>What the places of a text are named for by rules: by the words around each and by the place before it in a list. <see cref="RoleModel"/> takes it as the strongest of its cues.</summary>
/// <param name="named">The places in the order of the text.</param>
/// <param name="lengths">Where lengths stand.</param>
/// <param name="pickUps">Districts and airports that somebody sets off from.</param>
internal sealed partial class RoleRules(
    FoldedText text, IReadOnlyList<PhraseMatch<Place>> named, Gazetteer gazetteer, IReadOnlyList<(int Start, int End)> lengths, IReadOnlyList<Found<PlaceWish>> pickUps)
{
    /// <summary>From here on a town is one that trips set off from, so that "something near Hanoi" is a way out of it; a houseboat near Cần Thơ lies there.</summary>
    private const double WellKnown = .9;

    /// <summary>Where so many live that "a beach near Saigon" or "we are teachers in Saigon" looks for a way out of it, also where nothing else is named.</summary>
    private static readonly string[] Hubs = ["ha-noi", "ho-chi-minh-city"];

    /// <summary>What each place is named for, in their order.</summary>
    public IReadOnlyList<PlaceRole> All()
    {
        var roles = new PlaceRole[named.Count];
        PlaceRole? start = null;
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = Of(i, i > 0 ? roles[i - 1] : PlaceRole.Wish, open: start is null, lives: start == PlaceRole.Lives);
            start = roles[i] is PlaceRole.Start or PlaceRole.Lives ? roles[i] : start;
        }

        return roles;
    }

    /// <param name="i">Which place.</param>
    /// <param name="last">What the place before it is named for.</param>
    /// <param name="open">Whether no start is known yet.</param>
    /// <param name="lives">Whether the start that is known is only where somebody lives.</param>
    private PlaceRole Of(int i, PlaceRole last, bool open, bool lives)
    {
        var place = named[i];
        var at = text.FoldedIndex(place.Start);
        PhraseMatch<Place>? next = i + 1 < named.Count ? named[i + 1] : null;
        if (i > 0 && Inherited(last, named[i - 1], place) is { } inherited)
        {
            return inherited;
        }

        if (IsLeftOut(place, at))
        {
            return PlaceRole.Unwanted;
        }

        if (text.Before(InsteadOf(), at).Success)
        {
            return PlaceRole.Replaced;
        }

        var area = place.Value.Kind is "region" or "route";
        if (OnTheWay.Home(text, at))
        {
            return PlaceRole.Earlier;
        }

        if (!area && (open || lives) && (From(text, at) || open && next is { } after && Onward(place, after, at)))
        {
            return text.Before(LivesIn(), at).Success ? PlaceRole.Lives : PlaceRole.Start;
        }

        if (Earlier.Is(text, place.Start, place.End, gazetteer.IsAbroad(place.Value)))
        {
            return PlaceRole.Earlier;
        }

        var others = named.Any(other => other.Value != place.Value);
        if (others && OnTheWay.Is(text, place) && !WhereTheyAre.IsStay(text, place, next, lengths))
        {
            return PlaceRole.Earlier;
        }

        return IsAddressOfPickUp(place) || !area && open
            && (WhereTheyAre.Is(text, place, next, lengths) && (others || IsHub(place) && !WhereTheyAre.Visit(text, place) || WhereTheyAre.GoesOn(text, place))
                || (others || IsHub(place)) && place.Value.Popularity >= WellKnown && Near(text, at)
                || (others || IsHub(place)) && Homes.SaidBefore(text, at) && !WhereTheyAre.IsStay(text, place, next, lengths)
                || Homes.CrowdBefore(text, at) && WhereTheyAre.GoesOn(text, place))
            ? PlaceRole.Lives
            : PlaceRole.Wish;
    }

    /// <summary>Whether what refuses the second of two places after its name goes for both: "Phú Quốc với Vũng Tàu thì thôi".</summary>
    public static bool RefusedTogether(FoldedText text, PhraseMatch<Place> before, PhraseMatch<Place> here) =>
        AreJoined(text, before, here) && RefusedAfter().IsMatch(text.After(here.End));

    /// <summary>Whether nothing but a word for "and" or "or" stands between two places.</summary>
    public static bool AreJoined(FoldedText text, PhraseMatch<Place> before, PhraseMatch<Place> here) =>
        before.End <= here.Start && Joined().IsMatch(text.Folded[text.FoldedIndex(before.End)..text.FoldedIndex(here.Start)]);

    /// <summary>Whether words for setting off stand before a folded position.</summary>
    public static bool From(FoldedText text, int at) =>
        text.Before(StartCue(), at) is { Success: true } cue && !IsName(text, cue.Groups["vi"]) && (!cue.Groups["pick"].Success || text.Written(cue.Groups["pick"]) == "đón" || text.Written(cue.Groups["pick"]) == "don" && cue.Groups["at"].Success)
        && (!cue.Groups["far"].Success || text.Written(cue.Groups["far"]) is "cách" or "cach") && (!cue.Groups["vi"].Success || text.Written(cue.Groups["vi"]) is "từ" or "tu" or "ra khỏi" or "ra khoi" or "trốn khỏi" or "tron khoi" or "rời khỏi" or "roi khoi");

    // "Chùa cổ như Từ Đàm": with a capital letter inside a sentence it is part of a name.
    private static bool IsName(FoldedText text, Group cue) =>
        cue.Success && text.Span(cue.Index, cue.Length).Start is > 1 and var start && char.IsUpper(text.Original[start]) && text.Original[start - 1] == ' ' && text.Original[start - 2] is not ('.' or '!' or '?' or ':' or '\n');

    /// <summary>Whether the way goes from one place to the next: "A to B".</summary>
    public static bool LeadOn(FoldedText text, PhraseMatch<Place> here, PhraseMatch<Place> next) =>
        here.End <= next.Start && OnwardCue().IsMatch(text.Folded[text.FoldedIndex(here.End)..text.FoldedIndex(next.Start)]);

    /// <summary>Whether something near the place at a folded position is meant, not the place.</summary>
    public static bool Near(FoldedText text, int at) => text.Before(NearCue(), at).Success;

    /// <summary>What is said of a place goes for the next of its list; a start has alternatives, and "Hải Châu, Đà Nẵng" is one address.</summary>
    private PlaceRole? Inherited(PlaceRole last, PhraseMatch<Place> before, PhraseMatch<Place> here)
    {
        if (here.Start < before.End || text.Folded[text.FoldedIndex(before.End)..text.FoldedIndex(here.Start)] is var between && !ListJoiner().IsMatch(between))
        {
            return null;
        }

        return last switch
        {
            PlaceRole.Unwanted or PlaceRole.Earlier when Comma().IsMatch(between) && WhereTheyAre.IsStay(text, here, null, lengths) => null,
            PlaceRole.Unwanted or PlaceRole.Earlier => last,
            PlaceRole.Start or PlaceRole.Lives when Either().IsMatch(between) || gazetteer.Contains(here.Value.Id, before.Value.Id) => PlaceRole.Earlier,
            _ => null,
        };
    }

    internal static bool IsHub(PhraseMatch<Place> place) => Hubs.Contains(place.Value.Id);

    private bool IsAddressOfPickUp(PhraseMatch<Place> place) =>
        pickUps.Any(pickUp => pickUp.End <= place.Start && pickUp.Value.PlaceId is { } city && gazetteer.Contains(place.Value.Id, city) && Comma().IsMatch(text.Folded[text.FoldedIndex(pickUp.End)..text.FoldedIndex(place.Start)]));

    // "Sài Gòn đi Đà Lạt": the first is where they start.
    private bool Onward(PhraseMatch<Place> here, PhraseMatch<Place> next, int at) =>
        here.Value.Kind is "city" or "town" or "province" or "old_province" && !text.Before(ToCue(), at).Success
        && LeadOn(text, here, next);

    private bool IsLeftOut(PhraseMatch<Place> place, int at)
    {
        if (RefusedAfter().Match(text.After(place.End)) is { Success: true } after && (!after.Groups["vi"].Success || IsLeaving(text, place.End, after.Groups["vi"])))
        {
            return true;
        }

        if (text.Before(Beside(), at) is { Success: true } beside)
        {
            return Exceptions.LeaveOut(beside, text.After(place.End));
        }

        if (text.Before(NotThisNor(), at).Success)
        {
            return true;
        }

        return text.Before(Not(), at) is { Success: true } not
            && (!not.Groups["vi"].Success || text.Written(not.Groups["vi"]) is "trừ" or "tránh" or "đừng" or "bỏ" or "không" or "khỏi" or "khoi" or "ko" or "tru" or "tranh" or "dung" or "bo" or "khong");
    }

    // "Đà Lạt thì bố mẹ em thích": only bỏ, miễn and né leave a place out.
    private static bool IsLeaving(FoldedText text, int end, Group word) =>
        text.Written(word, text.FoldedIndex(end)) is var written && (written is "bỏ" or "miễn" or "né" || !text.Accented && written == word.Value);

    [GeneratedRegex(@"\b(?:from|(?<!\band )out of|(?<vi>tu|(?:ra|tron|roi) khoi)|khoi hanh (?:tu|o|tai)?|xuat phat (?:tu|o|tai)?|depart(?:ing|ure)?|leav(?:e|ing)|start(?:ing)?(?: in| at)|begin(?:ning)?(?: in| at)|pick(?:ed)?[ -]?up(?: at| from| in)?|xp|frm|based in|live in|living in|song o|dang o|(?<pick>don)(?: khach| doan)?(?<at> o| tai| tu)?|(?<far>cach)(?: trung tam)?)\s*(?:the |tp\.? ?|thanh pho |pho co |san bay |ben xe |ga |old quarter |downtown |central )?$")]
    private static partial Regex StartCue();

    [GeneratedRegex(@"\b(?:based in|live in|living in|song o|dang o)\s*(?:the |tp\.? ?|thanh pho |pho co |old quarter |downtown |central )?$")]
    private static partial Regex LivesIn();

    [GeneratedRegex(@"^\s*(?:(?:down |up |all the way |through )*to|di|ra|(?:vo|vao)(?: toi| den)?|len|xuong|->|→)\s*(?:tour\s*|du lich\s*|choi\s*)?$")]
    private static partial Regex OnwardCue();

    [GeneratedRegex(@"\b(?:to|in|visit|di|den|toi|o)\s*$")]
    private static partial Regex ToCue();

    [GeneratedRegex(@"\b(?:near|close to|not far from|(?:hours?|hrs?|h|mins?|minutes?|km|drive) (?:of|from)|gan|quanh)\s+(?:here in |our office in |downtown |the )?$")]
    private static partial Regex NearCue();

    [GeneratedRegex(@"^\s*(?:,|/|&|\+|or\b|and\b|nor\b|hoac\b|hay\b|va\b|lan\b|voi\b)?\s*(?:the )?$")]
    private static partial Regex ListJoiner();

    [GeneratedRegex(@"^\s*(?:and|or|&|va|voi|hay|hoac|lan)\s*$")]
    private static partial Regex Joined();

    [GeneratedRegex(@"^\s*(?:or|hay|hoac)\b")]
    private static partial Regex Either();

    [GeneratedRegex(@"^\s*,?\s*(?:tp\.?\s?)?$")]
    private static partial Regex Comma();

    [GeneratedRegex(@"\b(?:not|no|(?:don'?t|do not)(?= (?:want|like|need|suggest|recommend|offer|include|care))|except(?: for)?|(?:anything|anywhere|everywhere) but|other than|without|ngoai tru|avoid|skip|but not|(?<vi>khong|ko|tru|(?<!chien )tranh|dung(?! (?:o|chan|lai|tai)\b)|bo|(?<!\b(?:ra|tron|roi) )khoi)(?: (?:muon|thich|phai))?)\s*(?:want |like |need |suggest |recommend |offer |include |care for |interested in |keen on )?(?:to )?(?:go(?:ing)? )?(?:to |in |via |the |xep |ghep |dua |goi y |de xuat |cap treo |di |den |toi |ghe |qua |ra |len |vao |vo |xuong |tham |leo |climb |visit(?:ing)? |see(?:ing)? |o )*$")]
    private static partial Regex Not();

    // "Skip the museums and Cu Chi tunnels", "no temples or …": what is refused before a place is joined with it.
    [GeneratedRegex(@"\b(?:(?:skip|avoid|tranh|ghet)(?:ping|ing)? (?:the |all |any |cac |nhung )?(?:[a-z]+ ){1,3}(?:and|or|nor|va|hoac|hay|lan)|(?:no|without|khong) (?:the |any |co |di |tham )?(?:[a-z]+ ){1,2}(?:or|nor|hoac|hay|lan)) (?:the |di |tham )?$")]
    private static partial Regex NotThisNor();

    [GeneratedRegex(@"^\s*(?:is|are|was)(?:n't| not| out\b| off\b| (?:far |way |just )?too (?:big|busy|crowded|touristy|loud|hot|expensive|commercial|built up))(?! far| too far)|^\s*(?:is |are |seems? )?(?:too (?:touristy|crowded|busy|built up)|boring|overrated|overrun)\b|^\s*but it(?:'s| is) (?:full|fully booked|sold out|closed)\b|^\s*(?:thi |la )?(?:chan|ngan|te)(?: (?:qua|lam|roi|het))+\b|^\s*(?:\.{2,}|,)\s*(?:a |ma )?thoi\b(?=\s*(?:[.,;!?)]|$|(?:nhe|nha|nhen|di|a|khoi|bo|ko|khong)\b))|^,?\s*(?:which )?(?:i|we)(?:'ve| have)? (?:crossed off|ruled out|(?:skip|hate|(?:don't|do not) (?:like|want|need))(?! [a-z]|, [a-z]+(?:,| (?:and|or)\b)))|^\s*(?:though )?(?:no thanks|no thank you|is a no)\b|^[\s,:]*(?:merci,? |thanks,? |danke,? )?(?:no+|nope|never|never again|is out)(?=\s*(?:$|[,.;!)(]|pls\b|please\b|way\b))|^[^.;!?]{0,40}?\b(?:so|but|please|,) (?:not|no|don't) (?:that |it |them |there |those )?again\b|^\s*thi (?:thoi|khoi|khong|ko|k|pass|skip|(?<vi>bo|mien|ne))\b|^\s*(?:(?:is|was) )?(?:for (?:us|me) )?(?:is |was )?a joke\b|^[^.,;!?\d]{0,24}\bdi (?:nat|chan|mon|ngan|hoai)(?: (?:het|ca))? roi\b|^[^.,;!?\d]{0,12}\b(?:dong|on|xo bo|chat choi|nong|xa|mac)(?: ao)? qua\b[^.,;!?]{0,20}\b(?:khong|ko|k) (?:thich|chiu|ham|muon)\b|^[^.,;!?]{0,30}\bnen thoi(?=\s*(?:$|[.,;!?]))|^[^.,;!?]{0,30}?\b(?:dung|khoi) (?:xep|ghep|cho|dua|dan|di|vao|ghe)(?: (?:vao|cho|di|em|tui|minh|lich|tour|doan))* (?:nua|lai)\b|^\s*(?:khong|ko|k) (?:di|thich|muon|ham|can) (?:dau|nha|nhe)\b")]
    private static partial Regex RefusedAfter();

    [GeneratedRegex(@"\b(?:" + Exceptions.Besides + @")\s+(?:going to |di |den |tham )?$")]
    private static partial Regex Beside();

    [GeneratedRegex(@"\b(?:instead of|rather than|thay vi|thay cho)\s*(?:di |den |o )?$")]
    private static partial Regex InsteadOf();
}
