namespace TravelBuddy.Tests.Interests;

/// <summary>What stands in longer Vietnamese messages, in the notation of <see cref="Utterances"/>; each rule beside a text that must stay as it is.</summary>
internal static class LongMessages
{
    public const string All = """
        minh muon di hoi an 3 ngay thang 5, 4 nguoi, tam 3 trieu, goi toi ngon cung thu => places: hoi-an | days: 3 | dates: 2026-05-01..2026-05-31 | party: 4+0 | budget: ..3000000 VND | intent: Search | vi
        goi toi nhe, minh hoi tour hoi an => intent: Human | vi
        đảo Lý Sơn có gỏi tỏi không => places: ly-son | intent: Search | vi
        thèm Đà Lạt quá, 2 ngày => places: da-lat | days: 2 | intent: Search | vi
        thêm Đà Lạt 2 ngày => places: da-lat | days: 2 | intent: Refine | vi
        di phu yen 3n2d tu da nang 12/5, 2 nguoi, 3tr/ng, them ti cung duoc => places: phu-yen | days: 3 | start: da-nang | dates: 2026-05-12..2026-05-12 | party: 2+0 | budget: ..3000000 VND | intent: Search | vi
        Hạ Long 2 ngày, bốn mươi lăm người => places: ha-long | days: 2 | party: 45+0 | vi
        ha long 2 ngay, hai muoi tam nguoi => places: ha-long | days: 2 | party: 28+0 | vi
        Huế 3 ngày, hai chục triệu cho bốn người => places: hue | days: 3 | party: 4+0 | budget: ..5000000 VND | vi
        hue 3 ngay, hai chuc trieu cho bon nguoi => places: hue | days: 3 | party: 4+0 | budget: ..5000000 VND | vi
        Huế 3 ngày, hai mẹ con 6 triệu => places: hue | days: 3 | party: 1+1 | budget: ..3000000 VND | vi
        hue 3 ngay, hai me con 6 trieu moi nguoi => places: hue | days: 3 | party: 1+1 | budget: ..6000000 VND | vi
        Huế 3 ngày, mỗi đứa có triệu rưỡi => places: hue | days: 3 | budget: ..1500000 VND | vi
        Huế 3 ngày, khoảng 2 ngàn đô Úc một người => places: hue | days: 3 | budget: ..2000 AUD | vi
        Huế 3 ngày, khoảng 200 đô một người => places: hue | days: 3 | budget: ..200 USD | vi
        da lat 3 ngay, xem nha co. duoi 2tr9/sv => places: da-lat | days: 3 | budget: ..2900000 VND firm | vi
        đoàn có 4 sếp, Đà Nẵng 3 ngày => places: da-nang | days: 3 | party: 4+0 | vi
        4 Sep, Da Nang 3 days => places: da-nang | days: 3 | dates: 2026-09-04..2026-09-04 | en
        bố mẹ kỷ niệm 30 năm ngày cưới, Huế => places: hue | vi
        năm ngày ở Huế => places: hue | days: 5 | vi
        biển cách Hà Nội 3 tiếng chạy xe => start: ha-noi | vi
        tour buổi tối 3 tiếng ở Hà Nội => places: ha-noi | days: 0.5 | vi
        em ở Vinh, hai vợ chồng với ông bà ngoại đi Huế 4 ngày => places: hue | start: vinh | days: 4 | party: 4+0 | vi
        hai vợ chồng đi Huế 4 ngày => places: hue | days: 4 | party: 2+0 | vi
        nhà có 2 vợ chồng với 2 nhóc 5 tuổi và 8 tuổi, đi Huế => places: hue | party: 2+2 | vi
        Chị ở Thái Nguyên, tìm tour Sa Pa 2 ngày => places: sa-pa | start: thai-nguyen | days: 2 | vi
        xe đón ở Biên Hòa, đi Vũng Tàu 1 ngày => places: vung-tau | start: bien-hoa | days: 1 | vi
        mình ở Cà Mau, đi Phú Quốc 3 ngày, bay từ Cần Thơ => places: phu-quoc | start: can-tho | days: 3 | vi
        tui người Huế, muốn ra Phong Nha 2 ngày => places: phong-nha | start: hue | days: 2 | vi
        2 cặp, 1 đứa ăn chay, Hội An => places: hoi-an | party: 4+0 | vi
        Tết vào Phú Quốc từ mùng 3 đến mùng 6 => places: phu-quoc | days: 4 | dates: 2027-02-08..2027-02-11 | vi
        rằm tháng Giêng đi Yên Tử => places: yen-tu | dates: 2027-02-20..2027-02-20 | vi
        Sa Pa, đi tối 23 về 26/12 => places: sa-pa | days: 4 | dates: 2026-12-23..2026-12-26 | vi
        Mai có tour Củ Chi không => places: cu-chi | dates: 2026-03-11..2026-03-11 | vi
        Đà Nẵng 2 ngày, không uống rượu bia => places: da-nang | days: 2 | not: alcohol, craft-beer | vi
        Đà Nẵng 2 ngày, uống rượu bia => places: da-nang | days: 2 | +alcohol | vi
        Huế 2 ngày, kiêng đồ ngọt => places: hue | days: 2 | not: desserts | vi
        hue 2 ngay, ngan leo nui => places: hue | days: 2 | not: mountain-climbing | vi
        ông ngoại không chịu đi máy bay, Huế 2 ngày => places: hue | days: 2 | not: flight | vi
        Huế, sáng đi tối về => places: hue | days: 1 | vi
        da nang 2 ngay, khong hon dau => places: da-nang | days: 2 | vi
        Hòn Dấu 2 ngày => places: do-son | days: 2 | vi
        Chị ở Cầu Giấy, tìm tour Sa Pa 2 ngày => places: sa-pa | start: ha-noi | days: 2 | vi
        bay từ Tân Sơn Nhất ra Phú Quốc 3 ngày => places: phu-quoc | start: ho-chi-minh-city | days: 3 | vi
        xe don o quan 7, di ho tram 1 ngay => places: ho-tram | start: ho-chi-minh-city | days: 1 | vi
        khách sạn quận 1, Sài Gòn 2 ngày => places: ho-chi-minh-city | days: 2 | vi
        Mai Châu 2 ngày => places: mai-chau | days: 2 | vi
        """;
}
