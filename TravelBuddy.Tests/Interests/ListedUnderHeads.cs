namespace TravelBuddy.Tests.Interests;

/// <summary>Lists under a head, refusals and limits said after what they are of, places named in phrases for things, and days out, in the notation of <see cref="Utterances"/>.</summary>
internal static class ListedUnderHeads
{
    public const string All = """
        Hue 3 days. What we don't want: karaoke, early starts, shopping. => places: hue | days: 3 | not: karaoke, early-start, shopping | en
        Hue 3 days. What I'm not looking for: canyoning (my knees), little yoga classes, shopping => places: hue | days: 3 | not: canyoning, yoga, shopping | en
        Ba Be 2 days. Not interested in: museums, karaoke but love caves => places: ba-be | days: 2 | +cave | not: museum, karaoke | en
        Huế 3 ngày. Không thích: karaoke, mua sắm, leo núi => places: hue | days: 3 | not: karaoke, shopping, mountain-climbing | vi
        Hue 3 ngay. Khong thich: karaoke, mua sam, leo nui => places: hue | days: 3 | not: karaoke, shopping, mountain-climbing | vi
        Hue 2 days, nothing with crawling, mud or ziplines => places: hue | days: 2 | not: zipline | en
        Hue 2 days, without dust, mud or karaoke => places: hue | days: 2 | not: karaoke, dust | en
        Hue 2 days. Dorms = no => places: hue | days: 2 | not: dorm | en
        Hue 2 days, night train not preferred => places: hue | days: 2 | not: sleeper-train | en
        Hue 2 days, museums do not interest us => places: hue | days: 2 | not: museum | en
        Huế 3 ngày, ô tô thôi, xe máy thì no no => places: hue | days: 3 | not: motorbike | vi
        cho nha minh di Hue 3 ngay, xe may thi no no => places: hue | days: 3 | not: motorbike | vi
        Sa Pa 3 ngày, trekking gì thì thôi nhá => places: sa-pa | days: 3 | not: trekking | vi
        Sa Pa 3 ngay, trekking gi thi thoi nha => places: sa-pa | days: 3 | not: trekking | vi
        Huế 3 ngày, mua sắm xin bỏ hết => places: hue | days: 3 | not: shopping | vi
        Hue 3 ngay, mua sam xin bo het => places: hue | days: 3 | not: shopping | vi
        Hue 2 days, private bathroom, this one cannot be compromised => places: hue | days: 2 | must: private-bathroom | en
        Mù Cang Chải 2 ngày. Phải có: homestay, phòng riêng => places: mu-cang-chai | days: 2 | must: homestay, private-room | vi
        Mu Cang Chai 2 ngay. Phai co: homestay, phong rieng => places: mu-cang-chai | days: 2 | must: homestay, private-room | vi
        Da Lat 4 days, 450 dollars each, this is really the top => places: da-lat | days: 4 | budget: ..450 USD firm | en
        Da Lat 4 days, 9000 pesos each, can't go over => places: da-lat | days: 4 | budget: ..9000 PHP firm | en
        Đà Lạt 4 ngày, 30 triệu một người, không hơn => places: da-lat | days: 4 | budget: ..30000000 VND firm | vi
        Da Lat 4 ngay, 30 trieu mot nguoi, khong hon => places: da-lat | days: 4 | budget: ..30000000 VND firm | vi
        Mai Châu 2 ngày, 1,2 triệu mỗi người, quá là không duyệt được => places: mai-chau | days: 2 | budget: ..1200000 VND firm | vi
        Mai Chau 2 ngay, 1,2 trieu moi nguoi, qua la khong duyet duoc => places: mai-chau | days: 2 | budget: ..1200000 VND firm | vi
        cu chi + mekong same day possible? => places: cu-chi, mekong-delta | days: 1 | en
        Ha Long day cruise => places: ha-long | days: 1 | en
        Can Tho, we arrive on the same day, 5 to 9 May => places: can-tho | days: 5 | dates: 2026-05-05..2026-05-09 | en
        Hue 2 days, skip museums, we love caves, walking or food => places: hue | days: 2 | +cave | not: museum | en
        Da Lat 4 days, 450 dollars each, that is the most beautiful price => places: da-lat | days: 4 | budget: ..450 USD | en
        Củ Chi đi về cùng ngày => places: cu-chi | days: 1 | vi
        Cu Chi di ve cung ngay => places: cu-chi | days: 1 | vi
        chợ phiên Bắc Hà 2 ngày => places: bac-ha | days: 2 | +ethnic-market | vi
        cho phien bac ha 2 ngay => places: bac-ha | days: 2 | +ethnic-market | vi
        Sa Pa 2 ngày, không đi chợ phiên Bắc Hà => places: sa-pa | days: 2 | not: ethnic-market | vi
        mua đèn lồng Hội An 2 ngày => places: hoi-an | days: 2 | +lanterns | vi
        Bình Dương 2 ngày, ăn bánh khọt Vũng Tàu => places: binh-duong | days: 2 | +banh-khot | vi
        first we thought of Da Lat, but we changed our minds: Mui Ne, 3 days => places: mui-ne | days: 3 | en
        lúc đầu định đi Đà Lạt mà đổi ý, giờ muốn ra Mũi Né 3 ngày => places: mui-ne | days: 3 | vi
        luc dau dinh di Da Lat ma doi y, gio muon ra Mui Ne 3 ngay => places: mui-ne | days: 3 | vi
        we changed our minds about the hotel, Da Lat 3 days => places: da-lat | days: 3 | +hotel | en
        Hanoi, landing 2/1, flying home 15/1, a few days at the beach => places: ha-noi | days: 14 | dates: 2027-01-02..2027-01-15 | +beach | en
        """;
}
