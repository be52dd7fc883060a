namespace TravelBuddy.Tests.Interests;

/// <summary>Messages whose senders tell of their home, their work and earlier trips: none of those places is a wish. In the notation of <see cref="Utterances"/>.</summary>
internal static class WhoTellsAboutThemselves
{
    public const string All = """
        We run a small bakery in Can Tho, thinking of 3 days in Con Dao => places: con-dao | start: can-tho | days: 3 | en
        nurses at a hospital in Hai Phong, we would love 2 days in Mai Chau => places: mai-chau | start: hai-phong | days: 2 | en
        expats living in Da Nang, 3 days in Hue please => places: hue | start: da-nang | days: 3 | en
        HR of a bank in District 3, team building in Mui Ne, 2 days => places: mui-ne | start: ho-chi-minh-city | days: 2 | +team-building | en
        New in Hanoi, a day trip to Duong Lam => places: duong-lam-ancient-village | start: ha-noi | days: 1 | en
        Gia đình em 6 người ở Vinh muốn đi Huế 3 ngày => places: hue | start: vinh | days: 3 | party: 6+0 | vi
        gia dinh em 6 nguoi o vinh muon di hue 3 ngay => places: hue | start: vinh | days: 3 | party: 6+0 | vi
        em làm kế toán ở Biên Hòa, muốn ra Côn Đảo 3 ngày => places: con-dao | start: bien-hoa | days: 3 | vi
        hội hưu trí tụi tôi ở Cần Thơ tính đi Đà Lạt 4 ngày => places: da-lat | start: can-tho | days: 4 | vi
        dân Hải Phòng đây, muốn đi Hà Giang 4 ngày => places: ha-giang | start: hai-phong | days: 4 | vi
        xưởng em ở Hải Châu, Đà Nẵng, muốn đi Huế 1 ngày => places: hue | start: da-nang | days: 1 | vi
        last year we did Sapa, this time we want Ninh Binh, 3 days => places: ninh-binh | days: 3 | en
        We have already seen Hanoi and Ha Long, now 4 days in Hue => places: hue | days: 4 | en
        My sister went to Phu Quoc and hated it, so Con Dao for 4 days => places: con-dao | days: 4 | en
        never been to Sapa, 3 days there => places: sa-pa | days: 3 | en
        the last week of July in Hue => places: hue | dates: 2026-07-25..2026-07-31 | en
        hè năm ngoái nhà mình đi Đà Lạt rồi nên năm nay muốn đi Quy Nhơn 3 ngày => places: quy-nhon | days: 3 | vi
        Sa Pa thì đi rồi, giờ muốn đi Mộc Châu 2 ngày => places: moc-chau | days: 2 | vi
        sa pa thi di roi, gio muon di moc chau 2 ngay => places: moc-chau | days: 2 | vi
        chưa đi Sa Pa bao giờ, cho mình tour 3 ngày => places: sa-pa | days: 3 | vi
        đi Huế rồi Đà Nẵng 4 ngày => places: hue, da-nang | days: 4 | vi
        Ninh Binh or Mai Chau are fine but Ha Long isn't, 2 days => places: ninh-binh, mai-chau | days: 2 | not: Ha Long | en
        anything but Ha Long or Ninh Binh, a day trip from Hanoi => start: ha-noi | days: 1 | not: Ha Long, Ninh Binh | en
        đừng Vũng Tàu Phan Thiết nữa, cho mình Nam Cát Tiên 2 ngày => places: cat-tien | days: 2 | not: Vũng Tàu, Phan Thiết | vi
        bay từ Cần Thơ hay Sài Gòn đều được, Đà Nẵng 4 ngày => places: da-nang | start: can-tho | days: 4 | vi
        Tam Cốc đi trong ngày, pick up phố cổ Hà Nội => places: tam-coc | start: ha-noi | days: 1 | vi
        xuất phát từ bến Ninh Kiều, chợ nổi Cái Răng nửa ngày => places: cai-rang-floating-market | start: can-tho | days: 0.5 | vi
        muốn ra đảo nào gần Hà Nội, chắc Quan Lạn, 2 ngày => places: quan-lan | start: ha-noi | days: 2 | vi
        something cool near Saigon, maybe Can Gio, one day => places: can-gio | start: ho-chi-minh-city | days: 1 | en
        nhà ở Buôn Ma Thuột, muốn đi Đà Lạt 3 ngày => places: da-lat | start: buon-ma-thuot | days: 3 | vi
        CLB đạp xe Nha Trang muốn ra Quy Nhơn 2 ngày => places: quy-nhon | start: nha-trang | days: 2 | vi
        bố dạy học ở Vinh cả đời, muốn đưa bố đi Huế 3 ngày => places: hue | start: vinh | days: 3 | vi
        chưa bao giờ ra khỏi miền Tây, muốn đi Đà Nẵng 4 ngày => places: da-nang | days: 4 | vi
        khỏi ghé Bà Nà, Đà Nẵng 3 ngày => places: da-nang | days: 3 | not: Bà Nà | vi
        Nha Trang is too big, so maybe Quy Nhon for 4 days => places: quy-nhon | days: 4 | not: Nha Trang | en
        one night on a houseboat near Can Tho, then Phu Quoc => places: can-tho, phu-quoc | days: 2 | en
        3 of us arriving Hanoi 28 January, then Ninh Binh for 2 days => places: ninh-binh | start: ha-noi | days: 2 | party: 3+0 | dates: 2027-01-28..2027-01-28 | en
        xe có loa đài để hát, đi Sầm Sơn 2 ngày => places: sam-son | days: 2 | vi
        xe co loa dai de hat, di sam son 2 ngay => places: sam-son | days: 2 | vi
        """;
}
