using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions.Verdicts;

/// <summary>
/// What a sentence proves of something that it names. Each verdict has patterns of its own; a word of denial, advice, doubt or condition that is part of none of them leaves the sentence unsettled.
/// </summary>
internal static class Proof
{
    /// <summary>The verdict that the sentence proves; null where it proves none.</summary>
    /// <param name="said">The sentence around what it names.</param>
    /// <param name="place">What is named there.</param>
    /// <param name="isListed">Whether it stands in a list of what the tour has, so that naming it is having it.</param>
    /// <param name="isPriced">Whether that is a list of what the price covers.</param>
    /// <param name="isUnderHead">Whether it stands under a head such as "Not included:".</param>
    /// <param name="how">What a yes would say.</param>
    /// <param name="reserve">What the sentence reserves of it.</param>
    public static Verdict? Of(MaskedSentence said, SpokenOf place, bool lacks, bool isListed, bool isPriced, bool isUnderHead, AskedHow how, Reserve? reserve)
    {
        var text = said.Text;
        var isConditional = Conditional.In(text);
        var isUncovered = !isConditional && !Behind.In(said.Clause) && (NotCovered.In(text) || NotCoveredList.In(text) && Alone.In(said.Clause));
        if (how == AskedHow.Needed)
        {
            return lacks || NotNeeded.In(text) ? isConditional ? null : Verdict.No
                : isUnderHead || Negated.In(text) || Advised.In(text) || Alternative.In(said.Clause) || !(place.Topic?.Tells == true && place.Requires || Needed.In(text)) ? null
                : isConditional ? Verdict.Partly
                : Verdict.Yes;
        }

        if (isUncovered || lacks && how != AskedHow.Has && !isConditional && LackedAlone.In(text))
        {
            return how switch { AskedHow.Included => Verdict.No, AskedHow.Paid => Verdict.Yes, _ => Extra.In(text) ? Verdict.ExtraCost : null };
        }

        if (how == AskedHow.Has && !isConditional && !Partial.In(text) && (lacks ? LackedAlone.In(text) : Denied.In(text)))
        {
            return Verdict.No;
        }

        if (lacks || isUnderHead || Negated.In(text) || Alternative.In(said.Clause) || Nearby.In(said.Clause))
        {
            return null;
        }

        var isThere = isListed && !Towards.In(said.Clause) || place.Topic?.Tells == true || Present.In(text);
        if (place.Topic?.Conditional == true)
        {
            return how is AskedHow.Has or AskedHow.Included && isThere ? Verdict.Partly : null;
        }

        if (reserve is { } reserved && (isThere || !Advised.In(text)))
        {
            return how == AskedHow.Paid ? reserved == Reserve.Surcharge ? Verdict.Yes : null : Of(reserved);
        }

        if (Advised.In(text) || Money.In(text))
        {
            return null;
        }

        var isCovered = isPriced && isListed && !Behind.In(said.Clause) || !OfChildren.In(text) && !Behind.In(said.Clause) && Covered.In(text);
        return how switch
        {
            _ when isConditional || Needed.In(text) => null,
            AskedHow.Paid => isCovered ? Verdict.No : null,
            AskedHow.Included when isCovered => Verdict.Yes,
            AskedHow.Included => isThere ? Verdict.PriceUnsaid : null,
            _ => isThere || isCovered ? Verdict.Yes : null,
        };
    }

    public static Verdict Of(Reserve reserve) => reserve switch
    {
        Reserve.OnRequest => Verdict.OnRequest,
        Reserve.Surcharge => Verdict.ExtraCost,
        Reserve.SomeDays => Verdict.SomeDays,
        Reserve.SomeMeals => Verdict.SomeMeals,
        _ => Verdict.SomePlaces,
    };

    /// <summary>Whether a sentence denies, advises or sets conditions anywhere.</summary>
    public static bool IsDoubtful(string sentence, string language) => MaskedSentence.Of(sentence, language, -1, -1).Text is var text && (Negated.In(text) || Conditional.In(text) || Advised.In(text));

    /// <summary>Whether a sentence is nothing but the head of a list of what is not there: "Not included:".</summary>
    public static bool IsDenyingHead(string sentence, string language) => MaskedSentence.Of(sentence, language, -1, -1).Text is var text && Negated.In(text) && (sentence.TrimEnd().EndsWith(':') || HeadAlone.In(text));

    private const string NotIncluded = "(?:not|n t|un) ?(?:includ\\w+|cover\\w*)|exclud\\w+|exclusions?|(?:không|ko|chưa) (?:bao )?gồm|ngoài giá";
    private const string OnOwn = "(?:at|on|for) (?:your |their |own )*(?:expense|cost|account|pocket)|(?:at )?(?:an )?(?:extra|additional) (?:costs?|charges?|fees?)|costs? extra|payable (?:on site|locally|extra)|tự (?:túc|lo|mua|chi trả)|tính (?:thêm )?(?:phí|tiền)|trả thêm (?:phí|tiền)|phụ thu";
    private const string Joined = "(?: (?:and|or|và|hoặc) \\w+(?: \\w+)?)?(?: (?:is|are|thì|đều|sẽ))?";

    private static readonly Cue HeadAlone = new("^(?:" + NotIncluded + ")$");

    private static readonly Cue Negated = new("no|not|none|nobody|nothing|nowhere|hardly|rarely|seldom|barely|nor|neither|never|without|cannot|\\w+n t|non|un|except\\w*|exclud\\w+|exclusions?|prohibit\\w*|forbid\\w*|bann?(?:ed|s)?|unless|lacks?|unavailable|instead|rather|closed|however|but|apart from|không|ko|hông|chưa|chẳng|đừng|cấm|trừ|ngoại trừ|thiếu|hết|ngưng|ngoài giá|thay vì|nhưng");

    private static readonly Cue Conditional = new("if|when|whenever|unless|except\\w*|only|but|however|until|in case|as long as|weather permitting|subject to|depend\\w*|for groups?|minimum|at least|nếu|khi|trường hợp|điều kiện|tùy|tuỳ|chỉ|trừ|ngoại trừ|nhưng|trên \\d+ khách|từ \\d+ khách");

    /// <summary>Advice, invitations to ask, and what one may get somewhere.</summary>
    private static readonly Cue Advised = new("ask|asks|recommend\\w*|should|consult\\w*|see a|see your|advis\\w+|suggest\\w*|please|contact|optional\\w*|may (?:be|have|also|include|get|offer|change|vary)|might|could|usually|sometimes|often|planned|upgrade\\w*|buy|bought|purchase\\w*|for sale|on sale|rent\\w*|hire[ds]?|bring|add ?ons?|extras?|add on|nên|hỏi|tham khảo|tự túc|tự mang|tự lo|mang theo|liên hệ|có thể|thường|đôi khi|khuyến khích|khuyên|tự chọn|mua|bán|thuê");

    private static readonly Cue Money = new("extra|surcharges?|supplements?|own (?:expense|cost|account|pocket)|payable|pay|pays|phụ thu|tự túc|tính thêm|trả thêm|đóng thêm", "tự trả");

    /// <summary>One of two, or half of it.</summary>
    private static readonly Cue Alternative = new("or|hoặc|hay|one way|một chiều|(?:chiều|lượt) (?:đi|về)");

    private static readonly Cue Nearby = new("near|nearby|next (?:to|door)|opposite|close to|neighbou?ring|minutes (?:from|away)|gần|cạnh|đối diện|cách");

    /// <summary>"Transfer to the airport" has no airport.</summary>
    private static readonly Cue Towards = new("(?:to|at|of|for|from|by|around|past|tới|đến|từ|qua) (?:the |a |your |our )?@");

    /// <summary>"Drinks with lunch", "tips for the guide": not the thing itself.</summary>
    private static readonly Cue Behind = new("(?:with|at|during|for|from|of|after|before|in|to|trong|với|của|tại|cho|vào|other|extra|more|alcoholic|additional|khác) (?:the |your |a )?@");

    /// <summary>What holds of a part of the tour only.</summary>
    private static readonly Cue Partial = new("day \\d+|days|ngày \\d+|night \\d+|đêm \\d+|some|most|other|một số|vài|hầu hết|khác");

    private static readonly Cue OfChildren = new("child\\w*|kids?|infants?|bab(?:y|ies)|under \\d+|trẻ|em bé|dưới \\d+");

    private static readonly Cue Extra = new(OnOwn, "tự trả");

    private static readonly Cue NotCovered = new("(?<=^|\\| |^the |\\| the |^your |^all |^and |^any )@" + Joined + " (?:(?:not|n t|never) (?:yet )?(?:included|covered)|" + OnOwn + "|(?:không|chưa) (?:được )?(?:bao )?gồm)|no @ (?:is |are )?(?:included|covered)|(?:not|n t) (?:includ\\w+|cover\\w*) (?:the |any |your )?@(?= \\||$)|(?:không|ko|chưa) (?:bao )?gồm @(?= \\||$)", "(?<=^|\\| )@ tự trả");

    private static readonly Cue NotCoveredList = new("^(?:\\w+ ){0,4}(?:" + NotIncluded + ")(?: (?!but |is |are |has |nhưng |có |free |includ|included |gồm |bao gồm |cover)[\\w|]+)* @");

    /// <summary>An item of a list that is the thing and no more.</summary>
    private static readonly Cue Alone = new("^(?:.*(?:" + NotIncluded + ") )?(?:\\w+ (?:and|or|và|hoặc) )?(?:the |your |all |any |and |or |và |hoặc )?@(?: (?:and|or|và|hoặc) \\w+(?: \\w+)?)?$");

    private const string Start = "(?<=(?:^|\\| )(?:(?:there (?:is|are|s)|we|it|they|the \\w+|our \\w+|this \\w+|please note|note|sorry|unfortunately|you|guests|khách sạn|tàu|du thuyền|tour|thuyền|homestay|nhà sàn|nhà dài|phòng|xe|lưu ý|chúng tôi|nơi ở|công ty|tour này) )?)";
    private const string End = "(?=$| (?:\\||and|or|as|because|since|vì|đâu|nhé|ạ|women|guests|users|at all|available|allowed|here|on board|on the (?:boat|junk|ship|cruise)|(?:at|in) (?:the|our) (?:hotel|lodge|homestay|guesthouse|house)|trên (?:tàu|thuyền|du thuyền))(?: |$))";
    private const string NotThere = "(?:not|n t) (?:available|provided|offered|allowed|possible|accepted|permitted|served|supplied)";

    private static readonly Cue LackedAlone = new(Start + "@" + End);

    private static readonly Cue Denied = new(
        Start + "(?:(?:has|have|is|are) )?(?:no|without(?: a| any)?) @" + End
        + "|" + Start + "(?:(?:do|does) not|(?:don|doesn) t) (?:have|offer|provide|supply|serve|carry|accept|allow|take) (?:a |an |any |the )?@" + End
        + "|" + Start + "@ (?:(?:is|are) )?(?:" + NotThere + "|prohibited|forbidden|banned)" + End
        + "|" + Start + "(?:(?:is|are) )?(?:not|n t) (?:suitable|accessible|suited|appropriate|possible) (?:for|to|with|by) (?:\\w+ )?@" + End
        + "|" + Start + "(?:không|ko|chưa) (?:có|trang bị|phục vụ|cung cấp|nhận|cho phép|cho|hỗ trợ)(?: (?:sẵn|mang|mang theo|dùng|sử dụng|bay))* @" + End
        + "|" + Start + "(?:không|ko|chưa) @" + End
        + "|" + Start + "@ (?:không|ko|chưa) (?:có|được phép|được nhận|được mang)" + End
        + "|" + Start + "cấm (?:bay |mang |mang theo |sử dụng |dùng )?@" + End
        + "|" + Start + "(?:không|ko) (?:phù hợp|hợp|dành)(?: (?:với|cho|người|khách|dùng|đi))* @" + End);

    private static readonly Cue Present = new(
        "(?:there (?:is|are|s)|has|have|with|offers?|provides?|supplies|serves?|carries|features|comes with|(?:fitted|equipped) with)(?: \\w+){0,2} @"
        + "|(?:có|kèm|với|trang bị|cung cấp|phục vụ|phát|có sẵn)(?: \\w+)? @"
        + "|@(?: \\w+){0,2} (?:provided|supplied|included|available|served|offered|on board|for (?:all|everyone|everybody|each))"
        + "|@ (?:được )?(?:cung cấp|trang bị|phục vụ|có sẵn|miễn phí)");

    private static readonly Cue Covered = new(
        "@(?: \\w+)?(?: (?:is|are|all))? (?:included|covered|free of charge|complimentary)"
        + "|(?:price|tour|rate|package|we|trip) (?:includes?|covers?)(?: [\\w|]+)* @|^(?:includes?|included|including)(?: [\\w|]+)* @"
        + "|(?<!gluten |sugar |dairy |smoke |step |barrier )free @|complimentary @"
        + "|(?:bao gồm|đã gồm|trong giá có)(?: [\\w|]+)* @|miễn phí @|@ (?:đã |được )?(?:miễn phí|bao gồm|nằm trong giá)",
        "tặng @|@ tặng kèm|^gồm(?: [\\w|]+)* @");

    private const string Sorely = "(?:needed|required|necessary|mandatory|compulsory|obligatory|a must)";

    private static readonly Cue Needed = new(
        "(?:needs?|must (?:have|bring|carry|show)|(?:have|has) to (?:have|bring|carry|show)|requires?)(?: \\w+){0,3} @|(?<=(?:^|\\| |you |guests |please |riders |and ))bring(?: \\w+){0,2} @|@(?: \\w+){0,2}(?: (?:is|are))? " + Sorely
        + "|(?:cần|phải|bắt buộc|yêu cầu)(?: \\w+){0,3} @|(?:^|(?<=\\| ))(?:nhớ )?mang (?:theo )?@|@(?: \\w+)? (?:là )?bắt buộc");

    private static readonly Cue NotNeeded = new(
        "no @(?: (?:is|are))? " + Sorely + End + "|@(?: (?:is|are|s))? (?:not|n t) " + Sorely + End
        + "|(?:(?:do|does) not|(?:don|doesn) t) (?:need|require)(?: to (?:have|bring|carry))? (?:a |an |any |the |your )?@" + End + "|need no @" + End
        + "|no need (?:for|of|to (?:bring|have|carry)) (?:a |an |any |your )?@" + End
        + "|(?:không|ko|chẳng) (?:cần|bắt buộc|yêu cầu|phải)(?: (?:phải|có|mang|mang theo|đem|đem theo))* @" + End + "|@ (?:không|ko) (?:cần|cần thiết|bắt buộc)" + End);
}
