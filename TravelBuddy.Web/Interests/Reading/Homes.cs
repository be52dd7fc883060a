using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Where people say they come from while telling who they are: "teachers in District 2", "nhà em 5 người ở Bạc Liêu", "hội cựu giáo chức ở Vinh", "gái Đà Nẵng đây".</summary>
internal static partial class Homes
{
    /// <summary>Whether what stands before a folded position introduces somebody by where they live or work.</summary>
    public static bool SaidBefore(FoldedText text, int at) =>
        text.Before(English(), at).Success
        || text.Before(Vietnamese(), at) is { Success: true } lead && text.Written(lead.Groups["o"]) is "ở" or "o" or "tại"
        || text.Before(Body(), at).Success
        || text.Before(Kin(), at) is { Success: true } kin && text.Written(kin.Groups["kin"]) is "dân" or "dan" or "gái" or "gai" or "trai" or "người" or "nguoi" or "gốc" or "goc";

    /// <summary>Whether people are counted or named by what they are to each other before a folded position: "five of us in", "a family of four in". Only what they want after it tells a home from a tour for them there.</summary>
    public static bool CrowdBefore(FoldedText text, int at) => text.Before(Crowd(), at).Success;

    [GeneratedRegex(@"(?<!\b(?:for|with) (?:the |a |our |my )?(?:[a-z0-9]+ )?)\b(?:of us|friends|famil(?:y|ies)(?: of [a-z0-9]+)?|couples?|ladies|girls|guys|lads|mates|colleagues|sisters|brothers|retirees|pensioners|foreigners)(?: (?:living|based|now|currently))? (?:in|from)\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex Crowd();

    private const string Who = @"students?|pupils|teach(?:er|ers|ing)?|doctors?|nurses?|engineers?|developers?|freelancers?|expats?|interns?|volunteers?|exchange|studying|study|working|works|live|living|lives|based|settled|stationed|office|company|agency|factory|school|university|college|church|parish|ngo|hr|bpo|staff|ofw|working m[ou]m|run|owns?|new(?:ly arrived)?(?! year)|just arrived";

    // A stay, an outing or a meal "in" a place is one to be planned; so the words between may not speak of any.
    [GeneratedRegex(@"\b(?:" + Who + @")(?:(?! (?:trip|tour|holiday|vacation|outing|retreat|visit|stay|days?|nights?|want|would|looking|planning|going|to|for|food|hotel)\b) [a-z0-9']+){0,4}? (?:in|at|of)\s+(?:the )?$", RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(?:nha(?: (?:minh|em|toi|tui|chi|anh|chau|con))?|gia dinh|vo chong|vc|tui em|tui minh|bon em|bon minh|nhom|cong ty|cty|(?<!\b(?:chien|thi|moi|quang|hien|le|nong|lam|phim) )truong|xuong|tiem|quan|van phong|phong kham|hoi|clb|cau lac bo|lop|doan|giao vien|giang vien|ke toan|ky su|bac si|dieu duong|y ta|cong nhan|nhan vien|sinh vien|hoc sinh|can bo|huu tri|(?:ve|nghi) huu|doi bong|lam viec|lam nghe|dang song|song|day hoc|sinh song|lam vuon|lam|o tro|minh la|em la|toi la|tui la|chi la|anh la|(?<![a-z] )(?:minh|em|toi|tui|chi|anh|chau|con|bac|co|chu|me|ba|bo|ma|ong))(?:,? (?!(?:di|choi|nghi|ngu|an|tham|muon|dinh|tinh|can|tim|ra|vo|vao|len|xuong|toi|den|ghe|o|tai|thich|cho|dat|tour|khach|resort|homestay|phong|ve|cuoi|ngay|dem|thue|nha dan)\b)[a-z0-9()/-]+){0,7},? (?<o>o|tai)\s+(?:tp\.?\s?|thanh pho |tinh |huyen |thi xa |phuong |mien )?$", RegexOptions.CultureInvariant)]
    private static partial Regex Vietnamese();

    // "CLB võ Nha Trang": the town is part of a body's name.
    [GeneratedRegex(@"\b(?:clb|cau lac bo|hoi|truong|thcs|thpt|doi|lop|xuong|doan vien|so|benh vien)(?: (?!di|o|tai|muon|ra|vo|vao|tham|nghi|choi|den|toi|an|va|thao|cho|thi|nay|minh|em|tui|toi)[a-z]+){1,4}\s+(?:quan |phuong |tp\.? ?|tinh )?$", RegexOptions.CultureInvariant)]
    private static partial Regex Body();

    [GeneratedRegex(@"\b(?<!\b(?:nha|cua|voi|hoi|gap|nhieu|moi|cac|nhung) )(?<kin>dan|gai|trai|nguoi|goc)\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex Kin();
}
