using System.Text;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>What real feeds are like: half empty, in either language, priced in anything or not at all, broken here and there; lines end as on Windows.</summary>
public static class MessyFiles
{
    public const int GoodQueries = 10;
    public const int JudgedQueries = 3;

    public static string Packages() => Lines([
        """{"id":"messy-hoian-vi","provider":"A","title":"Hội An 1 ngày: học nấu ăn","locations":["Hội An"],"duration_days":1,"price_amount":900000,"language":"vi","activities":["học nấu ăn"]}""",
        "",
        "   ",
        """{"id":"messy hoian en","provider":"B","title":"Hoi An cooking","locations":"Hoi An; Tra Que","duration_days":"1","price_amount":"45","price_currency":"usd","unknown_member":{"deep":[1,{"x":null}]}}""",
        """{"title":"No id and hardly anything else"}""",
        """{"title":"No id and hardly anything else"}""",
        """{"id":"messy-hoian-vi","provider":"A","title":"Hội An 1 ngày: học nấu ăn (bản mới)","locations":["Hội An"],"duration_days":1,"price_amount":950000,"activities":["học nấu ăn"]}""",
        """{"id":"messy-hoian-vi","provider":"C","title":"Hội An cuối tuần, cùng mã nhưng của công ty khác","duration_days":2}""",
        """{"id":17,"title":"Sapa","price_amount":12,"price_currency":"ZZZ","duration_days":-3,"activities":[null,5,"trekking"],"available_from":"soon","available_until":"2020-13-45"}""",
        """{"id":"free","title":"Miễn phí? Huế","price_amount":0,"price_per":"group","accommodation":["hotel",null],"itinerary":"Day 1\nDay 2","notes":"<p>Bring&nbsp;water<br>and hats</p>"}""",
        """{"id":"nothing"}""",
        """{"id":"broken","title":"Đà""",
        "[1,2,3]",
        "not json at all",
        """{"id":"emoji","title":"🏖️🌊 NHA TRANG!!! ⭐⭐⭐⭐⭐ 🔥🔥🔥","description":"💯"}""",
        $$"""{"id":"huge","title":"Đà Nẵng rất dài","description":"{{Long("một chuyến đi rất dài quanh Đà Nẵng ", 400_000)}}","locations":["Đà Nẵng"],"itinerary":[{{string.Join(',', Enumerable.Range(1, 500).Select(day => $"\"Day {day}\""))}}]}""",
        """{"id":"half a pair","title":"Bad \ud83d escape"}""",
        """{"id":"gone","title":"Hội An 1 ngày năm xưa","locations":["Hội An"],"available_until":"2019-12-31"}""",
    ]);

    public static string Queries() => Lines([
        """{"id":"m1","language":"vi","locations":["Hội An"],"durations":["1 ngày"],"activities":["học nấu ăn"]}""",
        "",
        """{"id":"m2","locations":["Hoi An"],"durations":[1],"budget":{"max":50,"currency":"USD"},"language":"en"}""",
        """{"locations":["Huế"]}""",
        """{"id":"m1","locations":["Sapa"]}""",
        """{"id":"m4","budget":{"max":5,"currency":"QQQ"},"durations":["forever"],"locations":[null,3,{"priority":1}]}""",
        """{"id":"m5"}""",
        """{"id":"m6","free_text":""}""",
        $$"""{"id":"m7","free_text":"{{Long("đi Đà Nẵng 3 ngày nhé, ", 50_000)}}"}""",
        """{"id":8,"locations":"Nha Trang","weights":{"locations":1,"duration":0,"budget":0,"transportation":0,"food":0,"activities":0,"accommodation":0},"language":"vi-VN"}""",
        """{"id":"spaces in an id@vi","free_text":"Bad \ud83d escape","locations":["Sa Pa"],"language":"vi"}""",
        """{"id":"m9","locations":["Huế"],"locations":["Đà Nẵng"],"language":"vi","nested":{"\ud83d":[1,{"deep":"đ"}]}}""",
        """{"\ud83d":"m10"}""",
        "{",
    ]);

    public static string Qrels() => Lines([
        "m1\t0\tmessy-hoian-vi\t3",
        "  m1   0   messy hoian en   2  ",
        "",
        "m2 0 messy hoian en 3",
        "m2 0 messy-hoian-vi 1",
        "m2 0 not-in-the-catalogue 2",
        "m4 0 free 0",
        "8 Q0 emoji 3",
        "somebody-else 0 free -1",
    ]);

    private static string Long(string text, int length) => new StringBuilder(length + text.Length).Insert(0, text, length / text.Length).ToString();

    private static string Lines(string[] lines) => string.Join("\r\n", lines);
}
