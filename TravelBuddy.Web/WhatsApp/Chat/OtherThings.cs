using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Questions about what no agency decides: weather, visas, money, health, how safe a place is. What they name is no wish; each has an official source, which is told by its name.</summary>
public static partial class OtherThings
{
    /// <summary>The phrase that tells where to look, by its name; null for a text that asks for nothing of the kind, or for tours besides.</summary>
    public static string? PhraseFor(string text)
    {
        var folded = Tokenizer.Folded(text);
        if (!(text.TrimEnd().EndsWith('?') || Question().IsMatch(folded)) || SeveralSentences().IsMatch(text) || Wished().IsMatch(folded))
        {
            return null;
        }

        return Safety().IsMatch(folded) ? nameof(Phrases.OtherSafety)
            : Visas().IsMatch(folded) ? nameof(Phrases.OtherVisas)
            : Weather().IsMatch(folded) ? nameof(Phrases.OtherWeather)
            : Health().IsMatch(folded) ? nameof(Phrases.OtherHealth)
            : Money().IsMatch(folded) ? nameof(Phrases.OtherMoney)
            : Rest().IsMatch(folded) ? nameof(Phrases.OtherThings)
            : null;
    }

    /// <summary>Whether what is asked changes with the season, of which a tour's own days tell something.</summary>
    public static bool IsOfSeasons(string phrase) => phrase == nameof(Phrases.OtherWeather);

    /// <summary>Whether what is asked is how it is now.</summary>
    public static bool IsOfNow(string text) => Tokenizer.Folded(text) is var folded && Now().IsMatch(folded) && !Then().IsMatch(folded);

    /// <summary>Whether a month or a season as a whole is meant, and it is the present one.</summary>
    public static bool IsOfThisSeason(string text) => ThisSeason().IsMatch(Tokenizer.Folded(text));

    [GeneratedRegex(@"\b(?:mua nay|thang nay|this (?:season|month|time of (?:the )?year))\b")]
    private static partial Regex ThisSeason();

    [GeneratedRegex(@"\b(?:mua nay|luc nay|bay gio|hien (?:gio|nay|tai)|dao nay|thang nay|this (?:season|month|time of (?:the )?year)|these days|right now|at the moment|(?:weather|sea|rain\w*|hot|cold|warm|it)(?: \w+){0,4} now)\b")]
    private static partial Regex Now();

    [GeneratedRegex(@"\b(?:then|when (?:we|i)|luc (?:do|ay|minh|em|tui|toi|bon minh|nha minh)|khi (?:do|minh|di))\b")]
    private static partial Regex Then();

    [GeneratedRegex(@"\b(?:weather|forecast|temperatures?|typhoons?|(?:rainy|dry|monsoon) season|(?:does|will) it rain|thoi tiet|nhiet do|mua mua|mua kho|du bao|troi (?:co )?mua|bien (?:(?:luc|o) do )?(?:co )?(?:dong|em(?= (?:khong|ko|k|chua|the)\b)|song lon|song to)|song (?:co )?(?:to|lon)|rough sea|(?:is|be) the sea (?:rough|calm|choppy))\b")]
    private static partial Regex Weather();

    [GeneratedRegex(@"\b(?:visas?|e ?visa|passport|thi thuc|ho chieu)\b")]
    private static partial Regex Visas();

    [GeneratedRegex(@"\b(?:exchange rates?|change (?:my |our )?(?:money|dollars|euros)|ty gia|doi (?:tien|do la|dola|usd))\b")]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(?:vaccinat\w+|vaccines?|malaria|tiem (?:phong|chung)|sot ret|uong thuoc|(?:medicine|pills?|something) (?:for|against) (?:\w+ )?(?:diarrh\w+|headaches?|fever|sea ?sickness))\b")]
    private static partial Regex Health();

    [GeneratedRegex(@"\b(?:(?:viet ?nam|the country|ha ?noi|sai ?gon|ho chi minh city|da nang) (?:is )?(?:\w+ )?(?:safe|dangerous)|safe to (?:travel|visit|go|be)|safe in (?:viet ?nam|ha ?noi|sai ?gon)|how safe is (?:viet ?nam|ha ?noi|sai ?gon)|crime|pickpockets?|(?:viet nam|di du lich|di mot minh|ha noi|sai gon) (?:thi )?(?:co )?(?:an toan|nguy hiem)|cuop giat|moc tui)\b")]
    private static partial Regex Safety();

    [GeneratedRegex(@"\b(?:sim cards?|esim|travel insurance|tipping|time zone|sim du lich|bao hiem du lich|mui gio)\b")]
    private static partial Regex Rest();

    [GeneratedRegex(@"^(?:(?:hi|hello|hey|and|also|so|xin chao|chao|cho hoi|cho minh hoi|a|ban oi) )*(?:how|what|when|which|where|why|is|are|do|does|will|can|could|should|what s|how s)\b|^(?:(?:a|da|em|shop|ban|ad|oi|chao) )*(?:(?:cho )?(?:minh |em |toi |anh |chi )?(?:xin )?hoi|(?:can|may|could) i ask|(?:just )?(?:asking|wondering)|tell me) |\b(?:khong|chua|nao|gi|sao|the nao|bao nhieu)(?: (?:a|nhi|vay|the|ban|nhe))*$")]
    private static partial Regex Question();

    [GeneratedRegex(@"[.!?;]\s+\p{L}.*[.!?;]\s+\p{L}|[.!;]\s+\p{L}{3,}")]
    private static partial Regex SeveralSentences();

    /// <summary>Days that are only named by where they lie from now count nothing out.</summary>
    [GeneratedRegex(@"\b(?:tours?|trips?|(?<!\b(?:these|those|coming|few) )days?(?! after tomorrow)|nights?|book|looking for|find|recommend|want|would like|(?<!\b(?:may|tung|nhung|hang|cac) )ngay(?! (?:mai|kia|mot|nay)\b)|dem|chuyen|tim|dat|muon|goi y)\b")]
    private static partial Regex Wished();
}
