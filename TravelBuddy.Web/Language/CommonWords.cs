namespace TravelBuddy.Web.Language;

/// <summary>
/// Words that any sentence about a tour or a house may need. Carriers state nothing by themselves ("the", "has", "được"); meanings are what both languages say all the time and the travel lexicon does
/// not hold ("guest", "khách"), so that a sentence can be held against words in the other language. What promises or praises ("all", "always", "safe") is in neither: it must be told.
/// </summary>
public static class CommonWords
{
    private static readonly HashSet<string> Carriers = new(
        ("a an the is are was were am be been being do does did it its this that these those there here they them their he she we us our you your i and or but so if as of in on at to from for with by about into onto up out during per via "
            + "while when where which who whose what how than then also too both can could may might should will would shall able have has had having get gets got take takes taken taking go goes going come comes give gives given make makes "
            + "cost costs offer offers provide provides feature features lie lies stand stands because s t re ll ve tour tours trip trips package "
            + "no not none never without cannot isn aren don doesn won nor "
            + "là của và với cho ở tại đến tới từ có được bị các những một này đó đây kia ấy thì mà để khi lúc trong vào ra lên xuống qua sẽ đã đang cũng còn nên vì do bởi nếu hoặc hay nhưng như theo bằng bạn mình quý chúng tôi ta họ nó ai gì nào đi "
            + "nằm cách nơi phải thể tính mức việc sự cái chiếc tour chuyến nhé ạ không chưa chẳng").Split(' '),
        StringComparer.Ordinal);

    /// <summary>One meaning a line: how English says it, and how Vietnamese does.</summary>
    private const string Lines = """
        guest, person, people, passenger, participant, traveller, pax | khách, người, du khách, hành khách
        adult | người lớn
        child, children, kid | trẻ, trẻ em, trẻ nhỏ
        group | đoàn, nhóm
        day | ngày
        night | đêm
        morning | sáng, buổi sáng
        noon, midday | trưa, buổi trưa
        afternoon | chiều, buổi chiều
        evening | tối, buổi tối
        hour | giờ, tiếng
        minute | phút
        week | tuần
        month | tháng
        every day, daily, each day | mỗi ngày, hằng ngày, hàng ngày
        age, aged, years old, year-old | tuổi, độ tuổi
        price, cost, rate | giá
        high season, peak season | mùa cao điểm, cao điểm
        about, around, roughly | khoảng
        fee | phí
        vnd, dong | đồng, đ, vnđ
        usd, dollar | đô la, đô
        most, maximum, up to, no more than | tối đa, nhiều nhất
        least, minimum | tối thiểu, ít nhất
        need, require | cần, yêu cầu
        must, have to | phải, bắt buộc
        under, below, less than | dưới, ít hơn
        over, above, more than | trên, hơn
        before | trước, trước khi
        after | sau, sau khi
        until, till | đến, tới, cho đến
        between | giữa
        start, begin, depart, departure, set off | khởi hành, bắt đầu, xuất phát
        end, finish | kết thúc
        return | trở về, quay về, về lại
        pick up, pick-up, pickup, picked up, transfer | đón, đưa đón
        airport | sân bay
        station | ga, nhà ga, bến xe
        pier, harbour, port | bến tàu, bến thuyền, cảng
        hotel | khách sạn
        room | phòng
        bed | giường
        restaurant | nhà hàng, quán ăn
        breakfast | bữa sáng, ăn sáng
        lunch | bữa trưa, ăn trưa
        dinner | bữa tối, ăn tối
        meal | bữa, bữa ăn, suất ăn
        private | riêng
        shared | ghép, đi chung
        guide | hướng dẫn viên
        ticket | vé
        insurance | bảo hiểm
        include, included, including | gồm, bao gồm
        free time | tự do, thời gian tự do
        free, free of charge | miễn phí
        refund | hoàn tiền, hoàn lại tiền
        cancel, cancelled, cancellation | hủy
        deposit | cọc, đặt cọc, tiền cọc
        swim | bơi, biết bơi
        pool, swimming pool | hồ bơi, bể bơi
        doctor | bác sĩ
        rain | mưa
        boat | thuyền, tàu
        beach | bãi biển, bãi tắm
        sea | biển
        island | đảo
        river | sông
        lake | hồ
        mountain | núi
        cave | hang, động
        village | làng, bản làng
        market | chợ
        town, city | thành phố, thị trấn
        middle, centre, center | trung tâm
        local | địa phương
        visit | thăm, tham quan, ghé thăm
        suitable | phù hợp, thích hợp
        luggage | hành lý
        star | sao
        rating, rate, rated, score, scored | chấm, điểm, đánh giá
        """;

    private static readonly PhraseIndex<int> Meanings = Read();

    /// <summary>Whether a word, as <see cref="Token.Normalized"/> has it, states nothing by itself.</summary>
    public static bool IsCarrier(string normalized) => Carriers.Contains(normalized);

    /// <summary>The meanings that a text names in either language, by number.</summary>
    public static IReadOnlyList<PhraseMatch<int>> FindIn(string text) => Meanings.FindIn(text);

    private static PhraseIndex<int> Read()
    {
        var index = new PhraseIndex<int>();
        foreach (var (line, number) in Lines.Split('\n').Select((line, i) => (line.Split('|'), i)))
        {
            foreach (var phrase in line[0].Split(','))
            {
                index.AddEnglish(phrase.Trim(), number);
            }

            foreach (var phrase in line[1].Split(','))
            {
                index.Add(phrase.Trim(), number, singleFolds: false);
            }
        }

        return index;
    }
}
