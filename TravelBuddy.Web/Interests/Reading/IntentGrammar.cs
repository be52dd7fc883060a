using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>What a person means to do: commands, questions about the last list, changes against it.</summary>
internal static partial class IntentGrammar
{
    /// <summary>Commands that are the whole text; null if it is none.</summary>
    public static Intent? Command(FoldedText text)
    {
        var folded = text.Folded.Trim();
        foreach (var (rule, intent) in new[]
        {
            (Stop(), Intent.Stop), (Quit(), Intent.Stop), (DeleteData(), Intent.DeleteData), (Help(), Intent.Help), (Human(), Intent.Human),
            (English(), Intent.ChooseLanguage), (Vietnamese(), Intent.ChooseLanguage), (More(), Intent.More), (Greeting(), Intent.Greeting), (Thanks(), Intent.Thanks),
        })
        {
            var lead = text.Folded.Length - text.Folded.TrimStart().Length;
            if (rule.Match(folded) is { Success: true } match && !(intent == Intent.Human && Dish().IsMatch(text.Written(match, lead))) && !(match.Groups["huy"] is { Success: true } huy && text.Written(huy, lead) != "hủy"))
            {
                return intent;
            }
        }

        return null;
    }

    /// <summary>The language a text asks for ("en", "vi"), or null.</summary>
    public static string? ChosenLanguage(string folded) => English().IsMatch(folded) ? "en" : Vietnamese().IsMatch(folded) ? "vi" : null;

    public static bool AsksForAccommodation(string folded) => Accommodation().IsMatch(folded);

    /// <summary>Whether what is asked for is a house to sleep in: "quiet homestay near there", "khách sạn nào tốt". "Sleep in a homestay" is a wish of a tour.</summary>
    public static bool IsOfAHouse(string folded) => House().IsMatch(folded) && !Tour().IsMatch(folded);

    public static bool SpeaksOfTours(string folded) => Tour().IsMatch(folded);

    public static bool AsksToBook(string folded) => Book().IsMatch(folded);

    public static bool AsksForDetails(string folded) => Details().IsMatch(folded);

    // "Thèm" craves and "thấy" sees: with their accents they add and replace nothing.
    public static bool Changes(FoldedText text) => Change().Matches(text.Folded).Any(match => text.Written(match) is not ("thèm" or "thấy" or "thầy" or "thảy" or "bố đi" or "bọ đi"));

    /// <summary>Which item of the last list is meant, from 1 or <see cref="WishReading.LastOfList"/>, with its span.</summary>
    public static Found<int>? Ordinal(FoldedText text)
    {
        foreach (Match match in OrdinalWords().Matches(text.Folded))
        {
            var word = match.Groups["w"].Value;
            var number = int.TryParse(match.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture, out var figure) ? figure : word switch
            {
                "first" or "1st" or "dau tien" or "dau" or "nhat" or "mot" or "one" => 1,
                "second" or "2nd" or "hai" or "nhi" or "two" => 2,
                "third" or "3rd" or "ba" or "three" => 3,
                "fourth" or "4th" or "tu" or "bon" or "four" => 4,
                "fifth" or "5th" or "nam" or "five" => 5,
                "sixth" => 6,
                "seventh" => 7,
                "eighth" => 8,
                "ninth" => 9,
                "tenth" => 10,
                "last" or "final" or "cuoi" or "chot" => WishReading.LastOfList,
                _ => 0,
            };
            if (number is >= 1 and <= 50 or WishReading.LastOfList)
            {
                var (start, end) = text.Span(match.Index, match.Length);
                return new Found<int>(number, start, end);
            }
        }

        return null;
    }

    /// <summary>Changes against the last list, in the order they stand.</summary>
    public static List<Found<Refinement>> Refinements(FoldedText text)
    {
        var found = new List<Found<Refinement>>();
        foreach (var (rule, refinement) in new[]
        {
            (Cheaper(), Refinement.Cheaper), (Dearer(), Refinement.Dearer), (Shorter(), Refinement.Shorter), (Longer(), Refinement.Longer),
            (Nearer(), Refinement.Nearer), (LikeThis(), Refinement.MoreLikeThis),
        })
        {
            foreach (var match in rule.Matches(text.Folded).Where(match => !IsOfOtherWords(text.Written(match))))
            {
                var (start, end) = text.Span(match.Index, match.Length);
                found.Add(new(refinement, start, end));
            }
        }

        return [.. found.OrderBy(refinement => refinement.Start)];
    }

    // "Mặc dù" is although and "đặt lắm" books: only "mắc" and "đắt" are dear.
    private static bool IsOfOtherWords(string written) => written.Split(' ').Any(word => word is "mặc" or "mạc" or "đặt" or "đất" or "dắt" or "chặt" or "chật" or "chất" or "hỏi" or "hội");

    // "Gỏi tỏi" is a dish, nobody's call.
    [GeneratedRegex(@"\bgỏi\b")]
    private static partial Regex Dish();

    // Alone these words end it all; with anything beside them ("cancel my booking", "hủy giúp em") they are about something. Without its accents Huy is a name.
    [GeneratedRegex(@"^(?:cancel|quit|(?<huy>huy)|(?:thoi[, ]+)(?:(?:minh|em|toi) )?(?:khong|ko|k) can nua(?: dau)?)[\s.!]*$")]
    private static partial Regex Quit();

    private const string Polite = @"[\s,.!?]*(?:please|pls|di|nhe|nha|a|voi|nao|giup (?:minh|em|toi)|cho (?:minh|em|toi))?[\s.!?)]*$";

    [GeneratedRegex(@"^\s*(?:please )?(?:stop(?: (?:all|now|it|(?:sending|messaging|texting|contacting|writing)(?: (?:me|us|to me|messages?|texts?|this|these|any ?more))*|(?:all )?messages?))?|unsubscribe(?: me)?|no more (?:messages?|texts?|msgs?)|leave me alone|remove me(?: from (?:this|the|your) list)?|opt ?out|cancel subscription|don'?t (?:message|text|contact|write to) me(?: again| any ?more| ever)*|huy dang ky|dung lai|(?:thoi )?(?:dung|ngung) (?:nhan|gui)(?: tin)?(?: nhan)?(?: cho (?:toi|minh|em))?(?: nua)?(?:[\s,.!]*(?:di|nha|nhe|phien|on|met|spam)(?: qua| lam)?)*|(?:thoi )?dung lam phien(?: (?:toi|minh|em))?(?: nua)?|ngung(?: lai)?|khong (?:muon )?(?:nhan|gui) tin(?: nhan)?(?: nao)?(?: nua)?)" + Polite)]
    private static partial Regex Stop();

    [GeneratedRegex(@"\b(?:(?:delete|erase|remove|wipe) (?:all )?(?:of )?my (?:(?:personal|private|saved|own|phone) )*(?:data|account|information|info|details|history|profile|number)|(?:delete|erase|remove|wipe|forget) (?:everything|all|anything|whatever) (?:[a-z]+ ){0,4}(?:about|on|of) me|forget (?:me|everything about me)|xoa (?:het |toan bo |tat ca |moi |cac |luon |giup )*(?:du lieu|thong tin|tai khoan|so dien thoai|sdt|lich su))\b")]
    private static partial Regex DeleteData();

    [GeneratedRegex(@"^\s*(?:help(?: me)?|(?:i |we )?need (?:some |your )?help|(?:can|could) you help(?: me| us)?|(?:i |we )?(?:don'?t|do not) (?:understand|get it|know how (?:this works|to use (?:this|it)))|menu|\?+|how (?:does (?:this|it) work|do i use this)|what can (?:you|i) do(?: here)?|commands|(?:can )?(?:tro giup|ho tro)|huong dan(?: (?:minh|em|toi|su dung|cach (?:dung|su dung|xai)))*|giup(?: (?:toi|minh|em))?(?: voi)?|(?:ban|bot|em|shop) (?:co the )?(?:lam|giup) duoc (?:gi|nhung gi)(?: vay| the)?|(?:dung|xai|su dung|cach dung) (?:sao|(?:nhu )?the nao)(?: vay| the| day)?|(?:em |minh |toi )?(?:khong|ko|k) (?:hieu|biet dung|biet lam sao)(?: gi)?(?: ca| lam| het)?)" + Polite)]
    private static partial Regex Help();

    [GeneratedRegex(@"\b(?:(?:talk|speak|chat|(?:connect|put) me)(?: through)? (?:to|with) (?:a |an |some ?|your |the |one of your )?(?:real )?(?:human|person|people|someone|somebody|one|agent|staff|operator|advisor|consultant)|(?:a )?(?:real person|human being|human agent)|(?:someone|somebody|anyone|anybody) (?:i|we) can (?:call|phone|talk to|speak (?:to|with))|your (?:phone )?number|a human|customer (?:service|support)|call me|(?:gap|noi chuyen voi|chat voi|lien he) (?:nhan vien|nguoi that|tu van vien|tong dai)|(?:nhan vien|tong dai) tu van|nguoi that|(?:so )?hotline|(?:so dien thoai|sdt|so dt) (?:cua )?(?:shop|ben ban|tu van|lien he|cong ty)|goi (?:lai )?(?:cho )?(?:toi|minh|em))\b|^\s*(?:human|agent|operator|nhan vien|tu van vien)\s*$")]
    private static partial Regex Human();

    [GeneratedRegex(@"^\s*(?:(?:in |speak |switch to |use )?english|(?:noi |bang |doi sang |chuyen sang )?tieng anh)" + Polite)]
    private static partial Regex English();

    [GeneratedRegex(@"^\s*(?:(?:in |speak |switch to |use )?vietnamese|(?:noi |bang |doi sang |chuyen sang )?tieng viet)" + Polite)]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"^\s*(?:(?:show |see )?(?:me )?(?:some )?more(?: (?:options|tours|results|please))?|next(?: page)?|(?:any )?other(?:s| (?:options|tours))?|another(?: one)?|(?:cho )?(?:minh |em |toi )?xem (?:them|nua)(?: (?:may |vai |cac )?(?:tour|cai|lua chon|goi))?(?: (?:khac|nua))?|con (?:gi )?(?:khac|nua)(?: khong| ko)?|them(?: (?:nua|tour))?|con (?:tour|cai|lua chon) (?:nao )?(?:khac|nua)(?: khong| ko| k)?|tiep(?: theo)?|tour khac|khac)" + Polite)]
    private static partial Regex More();

    private const string Addressed = @"(?:[\s,]+(?:ban|shop|em|anh|chi|ad|admin|moi nguoi|ca nha|everyone|there|all|team|guys|friends?|sir|madam|travelbuddy|travel ?buddy|a|oi|nhe|nha|ah|again|dear|tour|bot))*[\s!.,?~👋😊🙂]*$";

    [GeneratedRegex(@"^\s*(?:(?:hi+|hello+|helo+|hey+|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|xin chao|chao(?: buoi)?(?: (?:sang|trua|chieu|toi))?|a ?l[oô]+|greetings)|(?:shop|ad|admin|em|anh|chi|ban) oi)" + Addressed)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^\s*(?:(?:ok(?:ay)?|great|perfect|cool)[\s,!.]*)?(?:many )?(?:thanks|thank you|thank u|thx|tks|ty|cheers|(?:minh |em |da |vang )?cam on|cam on ban)(?:[\s,!.]+(?:a lot|so much|very much|you|ban|nhieu|em|anh|chi|nhe|nha|a|ah|oi|lam|rat nhieu|shop|ad|again|all|bye|guys|team|everyone|(?:that|this|it)(?:.s| is| was)(?: (?:very|so|really))?(?: \w+)?|(?:very |so )?(?:great|perfect|helpful|nice|awesome|lovely|kind)|for .{0,40}|da (?:giup|tu van|ho tro).{0,30}))*[\s!.🙏😊🙂❤]*$")]
    private static partial Regex Thanks();

    [GeneratedRegex(@"\b(?:where (?:can|could|should|do|would|will|did|to) (?:i |we |one |you )?(?:stay|sleep)|(?:places?|somewhere) to (?:stay|sleep)|(?:find|search|need|show|suggest|recommend|looking for|any)(?: me| us)? (?:a |an |some )?(?:good |cheap |nice )?(?:hotels?|hostels?|homestays?|guesthouses?|accommodations?|places? to stay|rooms?)\b|hotels? (?:near|around|close)|accommodations? (?:near|around|close)|(?:tim|goi y|can|xem|co)(?: (?:giup|gium|ho|cho))?(?: (?:minh|em|toi|tui|anh|chi|bon minh))? (?:mot |vai )?(?:khach san|nha nghi|homestay|cho o|cho nghi|cho ngu|phong(?! (?:rieng|gia dinh|doi|don|cau nguyen|tam|gym|tap|xong|karaoke|thay do)))(?! (?:\d|ba|bon|nam) sao)|(?:khach san|nha nghi|homestay|cho o|cho nghi|cho ngu) (?:nao )?(?:gan|quanh)|ngu (?:o )?dau|o dau gan|luu tru gan)|^\s*(?:(?:a|some|any|the) )?(?:accommodations?|lodgings?|cho (?:o|nghi|ngu)|noi (?:o|nghi|ngu)|luu tru)(?: (?:nao|gi|khong|the nao|(?:cua |cho )?(?:tour|cai|so) .{1,12}))*[\s?.!]*$")]
    private static partial Regex Accommodation();

    private const string Houses = "hotels?|hostels?|homestays?|guest ?houses?|resorts?|villas?|apartments?|bungalows?|khach san|ks|nha nghi|cho o|cho nghi|cho ngu|biet thu|can ho";

    [GeneratedRegex(@"^\s*(?:(?:hi|hello|hey|chao|alo|xin chao)\b[ ,!]*)?(?:(?:can|could|would) you |(?:please|pls) |we |i |minh |em |toi )?(?:(?:find|search(?: for)?|need|want|show|suggest|recommend|book|looking for|look for|is there|are there|tim|kiem|can|muon|goi y|dat)\b )?(?:(?:me|us|giup|gium|ho|cho|minh|em|toi|tui) ){0,2}(?:(?:a|an|some|any|the|mot|vai) )?(?:(?!(?:sleep|stay|in|at|with|or|and|near|not|no|but|only|o|ngu|nghi|khong|thich|like|prefer|tour)\b)[a-z]+[ ,]+){0,3}?(?:" + Houses + @")\b")]
    private static partial Regex House();

    [GeneratedRegex(@"\b(?:tours?|trips?|itinerary|days?|ngay|trek(?:king)?|tham quan|du lich|chuyen di|\d+n\d+d)\b")]
    private static partial Regex Tour();

    [GeneratedRegex(@"\b(?:book|booking|reserve|(?:(?:i'?ll|we'?ll|i will|we will|let'?s|lets|i'?d like to|we want to|i want to) (?:take|go (?:with|for)|have|do|confirm))|how (?:do|can|should) (?:i|we) pay|ready to pay|pay for|thanh toan|dat coc|chuyen khoan|(?:lay|chot) (?:tour|cai|so|goi|luon)|dat (?:tour|cho|cai|ngay|luon|so|ve|giup)|muon dat|chot|giu cho|dat (?:sao|kieu gi|o dau|nhu the nao|bang cach nao)(?= (?:vay|a|ha|the|day|nhi|ban|em|shop)\b| *$))\b")]
    private static partial Regex Book();

    [GeneratedRegex(@"\b(?:details?|tell me (?:more|about)|more (?:about|info|information)|info(?:rmation)? (?:on|about|of)|itinerary|chi tiet|noi (?:ro|them)|thong tin|lich trinh|xem (?:tour|cai|so))\b")]
    private static partial Regex Details();

    [GeneratedRegex(@"\b(?:instead|rather than|change|switch|make it|actually|how about|what about|also|add|remove|drop(?! (?:(?:us|me|him|her|them|everyone|everybody) )?(?:off|in|at)\b)|replace|without that|doi sang|doi (?:thanh|lai|qua|ngay)|chuyen sang|thay (?:vi|bang|cho|doi)|thay|them|bo bot|bo di|con .{1,30} thi sao)\b")]
    private static partial Regex Change();

    private const string Nth = @"(?:(?<w>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|(?<n>\d{1,2})(?:st|nd|rd|th))";
    private const string Ends = @"(?=\s*(?:$|[.,;!?)]|(?:please|pls|plz|now|and|with|instead|for (?:us|me|two|both|my|\d))\b))";

    [GeneratedRegex(@"\b(?:the )?" + Nth + @" (?:one|tour|option|package|trip|result|pick)\b|\b(?:number|no\.?|option|tour|package|so|cai so|tour so|lua chon(?: so)?)\s*#?\s*(?<n>\d{1,2})\b(?!\s*(?:ngay|days?|n\d|dem|nguoi|sao|tr|trieu|k|gio|tieng|h|kids?|children|adults?|people|persons?|of us|be|tre)\b|n\d)|#(?<n>\d{1,2})\b|\b(?:details?|info|more) (?:of|about|on|for) (?<n>\d{1,2})\s*\??$|\b(?:number|option) (?<w>one|two|three|four|five)\b|\b(?:cai|tour|lua chon|goi|phuong an|so) (?:(?<w>dau tien|dau)|thu (?<w>nhat|hai|nhi|ba|tu|bon|nam)|thu (?<n>\d{1,2})|so (?<n>\d{1,2})|so (?<w>mot|hai|ba|bon|nam))\b|^\s*(?<n>\d{1,2})\s*[.)!]?\s*$|^\s*(?:the )?(?<w>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s*[.!]?$"
        // "Book the second", "the 3rd please", "what's included in 2?", "does the first include lunch?"
        + @"|\b(?:book|reserve|take|choose|pick|prefer|go (?:for|with)|show me|see|about|want|have) the " + Nth + Ends + "|^\\s*(?:the )?" + Nth + @",?\s*(?:please|pls|plz|thanks|thank you)[\s.!]*$"
        + @"|\bwhat(?:'?s| is| does| do)? [^.;!?]{0,24}\b(?:includ\w+|inside|itinerary|price|cost) (?:in|of|for(?! \d)|with) (?:the )?(?:" + Nth + @"|(?<n>\d{1,2}))(?: one)?\s*\?*$|\bhow [a-z]+ (?:is|does|do) the " + Nth + @"(?= ?(?:one|cost|take|last|[?]|$))|\b(?:does|is|has|can) the " + Nth + @"(?= (?:includ|have|cost|start|go|leave|last|suit|ok|good|private|available)\w*\b)"
        + @"|\b(?:the )?(?<w>last|final) (?:one|tour|option|package|result|pick)" + Ends + @"|\b(?:cai|tour|lua chon|goi|phuong an) (?<w>cuoi|chot)(?: cung)?(?! tuan|\s*(?:nam|thang)\b)"
        + @"|\bcai (?<n>\d{1,2})\b(?!\s*(?:ngay|days?|hom|bua|dem|tuan|nguoi|khach|sao|cai|tour|tr|trieu|cu|chai|k|do|usd|gio|tieng|h)\b|n\d|[.,/]\d)")]
    private static partial Regex OrdinalWords();

    [GeneratedRegex(@"\b(?:cheaper(?! than \S*\d)|less expensive|lower (?:price|budget|cost)|too (?:expensive|pricey|dear)|(?:prices?|costs?|fees?|rates?) (?:is|are|looks?|seems?) (?:too |a bit |rather )?steep|(?:a (?:bit|little)|rather|pretty|quite|kinda) (?:expensive|pricey)|costs? too much|too much money|can(?:'?t|not| not) afford (?:it|that|this|them|these)|(?:re|mem|thap|giam) hon(?! \d+(?! ?(?:chut|xiu|ti|it)\b))|bot (?:gia|tien|chi phi)|gia (?:thap|mem|re|tot) hon|(?:mac|dat|cao|chat) qua|mac du(?: (?:than|qua|vay|luon|a|nha|ta|troi|con|em))*(?=\s*(?:$|[.,!?;]))|mac du than|hoi (?:chat|mac)(?= *(?:$|[.,!?;])| (?:a|nhi|do|nha|ban)\b)|(?:mac|dat|chat) (?:lam|kinh|vai)\b|mac (?:the(?! nao)|nhi|ghe|qua troi)|bot (?:hong|khong|ko|duoc khong|duoc ko|dc k|chut|ti|xiu)|qua (?:mac|dat)|re (?:nua|ti|chut|xiu)|(?:over|out of|above|beyond) (?:my |our |the )?budget|(?:qua|vuot) (?:ngan sach|kha nang)|chi phi thap hon|giam gia|tiet kiem hon)\b")]
    private static partial Regex Cheaper();

    [GeneratedRegex(@"\b(?:more (?:luxur\w+|expensive|comfort\w+|upscale)|high(?:er)?[- ]end|posher|fancier|nicer|better (?:quality|hotels?|rooms?)|upgrade|(?:cao cap|sang|xin|dat tien|tot) hon|sang trong hon)\b")]
    private static partial Regex Dearer();

    [GeneratedRegex(@"\b(?:shorter(?! than)|(?:\d|one|two|a|a few) (?:fewer|less) days?|(?:\d|one|two|a) days? (?:shorter|less)|(?:fewer|less) days|too long|(?:bot|giam)(?: di)?(?: (?:mot|1|vai|may))? ngay|ngan (?:ngay )?hon(?! \d+(?! (?:chut|xiu|ti|it)\b))|it ngay hon|(?:dai|lau) (?:ngay )?qua)\b")]
    private static partial Regex Shorter();

    [GeneratedRegex(@"\b(?:longer(?! than)|(?:\d|one|two|a|a few) (?:more|extra) days?|(?:\d|one|two|a) days? (?:more|longer)|(?:them|tang)(?: them)? (?:mot|1|2|hai|vai|may) ngay(?: nua)?|more days|too short|dai (?:ngay )?hon(?:(?! \d)| [12] ngay)|nhieu ngay hon|lau hon|ngan qua)\b")]
    private static partial Regex Longer();

    [GeneratedRegex(@"\b(?:nearer|closer|less far|not so far|too far|gan (?:[a-z]+ ){0,3}hon|xa qua)\b")]
    private static partial Regex Nearer();

    private const string Numbered = @"(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d{1,2}(?:st|nd|rd|th))(?: (?:one|tour|option|package|trip)\b|(?=\s*(?:$|[,;!?]| but\b)))|(?:number|no\.|option|tour|package|#) ?#?\d{1,2}\b(?!\s*(?:days?|nights?|stars?|people|persons?|hours?)\b))";

    [GeneratedRegex(@"\b(?:more like (?:this|that|it|these|the \w+)|like (?:this|that|it)(?: one)? but|similar(?: (?:to|tours?|ones?))?|like (?:this|that)(?: one)?$|(?:something|anything|some|ones?|tours?|trips?|another|others?|more|exactly) like (?:the )?" + Numbered + @"|^\s*like (?:the )?" + Numbered + @",? (?:but|only|just|without|with)|tuong tu|(?:tour|cai|chuyen|goi|kieu)(?: (?:nao|khac|do|gi)){0,2}(?: giong)? nhu (?:(?:cai|tour|goi) )?(?:(?:so|thu) (?:\d{1,2}|nhat|hai|nhi|ba|bon|nam)|(?:cai|tour|goi) (?:\d{1,2}|dau(?: tien)?))(?!\s*(?:ngay|dem|n\d|nguoi|sao|tr|trieu|k|cu|gio|tieng)\b)|giong (?:(?:cai|tour|so|goi) (?:thu |so )?(?:\d{1,2}|dau(?: tien)?|nhat|hai|nhi|ba)|the nay|cai nay|tour nay|nhu vay|nhu the|(?:vay|the)(?= (?:ma|nhung)))|kieu (?:nay|the nay))\b")]
    private static partial Regex LikeThis();
}
