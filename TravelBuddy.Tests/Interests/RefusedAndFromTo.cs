namespace TravelBuddy.Tests.Interests;

/// <summary>What is named first and refused after, refusals of a part that leave the whole, and days from one to another said apart, in the notation of <see cref="Utterances"/>.</summary>
internal static class RefusedAndFromTo
{
    public const string All = """
        Buôn Ma Thuột 4 ngày, xe giường nằm thì không => places: buon-ma-thuot | days: 4 | not: sleeper-bus | vi
        Buon Ma Thuot 4 ngay, xe giuong nam thi khong => places: buon-ma-thuot | days: 4 | not: sleeper-bus | vi
        Ba Bể 2 đêm, hải sản đừng cho bọn em ăn nữa => places: ba-be | days: 3 | not: seafood | vi
        Ba Be 2 dem, hai san dung cho bon em an nua => places: ba-be | days: 3 | not: seafood | vi
        Huế 3 ngày, Sa Pa thì bỏ => places: hue | days: 3 | not: Sa Pa | vi
        Hue 3 ngay, Sa Pa thi bo => places: hue | days: 3 | not: Sa Pa | vi
        Pù Luông team đi nát rồi, Ba Bể 2 ngày => places: ba-be | days: 2 | not: Pù Luông | vi
        Hội An đông quá mẹ mình không thích, Huế 3 ngày => places: hue | days: 3 | not: Hội An | vi
        Hoi An dong qua me minh khong thich, Hue 3 ngay => places: hue | days: 3 | not: Hoi An | vi
        Huế 3 ngày, không thích resort lớn => places: hue | days: 3 | not: resort lớn | vi
        Y Tý 2 ngày, không homestay chung => places: y-ty | days: 2 | not: homestay chung | vi
        Y Ty 2 ngay, ko homestay chung => places: y-ty | days: 2 | not: homestay chung | vi
        qua Đất Mũi 3 ngày => places: dat-mui | days: 3 | vi
        Lan Ha, 2 days, no party boat => places: lan-ha | days: 2 | not: boat-party | -early-nights | en
        Cat Ba 3 days of rock climbing, no guided climbing => places: cat-ba | days: 3 | +rock-climbing | not: guided-tour | en
        Ninh Binh 2 days, hotel near the market, not on a hill => places: ninh-binh | days: 2 | +hotel | en
        Hue 3 days, with two kids no thank you to the overnight bus => places: hue | days: 3 | party: 2+2 | +family-with-kids | en
        school trip to Ba Be, the principal vetoed motorbikes => places: ba-be | not: motorbike | en
        caves of Ba Be, Sat 12 Dec to Sun 13 => places: ba-be | days: 2 | dates: 2026-12-12..2026-12-13 | +cave | en
        Ba Bể, từ sáng 6/4 đến tối 7/4 => places: ba-be | days: 2 | dates: 2026-04-06..2026-04-07 | vi
        Ba Be, tu sang 6/4 den toi 7/4 => places: ba-be | days: 2 | dates: 2026-04-06..2026-04-07 | vi
        arriving in Can Tho on 17 April, drop us off on the 24th => places: can-tho | days: 8 | dates: 2026-04-17..2026-04-24 | en
        Hai Ly, tháng 7 ngày 15 đến 18 => places: hai-ly | days: 4 | dates: 2026-07-15..2026-07-18 | vi
        Da Lat, 30.12 to 03.01 => places: da-lat | days: 5 | dates: 2026-12-30..2027-01-03 | en
        Hà Tĩnh dịp rằm tháng bảy, 14-17/8 => places: ha-tinh | days: 4 | dates: 2026-08-14..2026-08-17 | vi
        Huế thứ bảy chủ nhật nào trong tháng 4 cũng được => places: hue | days: 2 | dates: 2026-04-01..2026-04-30 | vi
        Hue t7 cn nao trong thang 4 cung dc => places: hue | days: 2 | dates: 2026-04-01..2026-04-30 | vi
        Sa Dec, 3 nights, the last ten days of January => places: sa-dec | days: 4 | dates: 2027-01-22..2027-01-31 | en
        it's 2028, Hue, 24 Jan to 30 Jan => places: hue | days: 7 | dates: 2028-01-24..2028-01-30 | en
        An Bang and 2-3 nights in Hue, arriving 12 April, leaving the 22nd => places: an-bang, hue | days: 11 | dates: 2026-04-12..2026-04-22 | en
        Pu Mat, six days in the fortnight 8-21 September => places: pu-mat | days: 6 | dates: 2026-09-08..2026-09-21 | en
        Hue and Hoi An, 3 days in Hue, from 5 to 25 April => places: hue, hoi-an | days: 3 | dates: 2026-04-05..2026-04-25 | en
        Đà Lạt thì bố mẹ em thích lắm, 3 ngày => places: da-lat | days: 3 | vi
        cho mình tour Huế 3 ngày, Hội An đi chán rồi => places: hue | days: 3 | not: Hội An | vi
        Huế 3 ngày, không ăn hải sản cô ơi => places: hue | days: 3 | not: seafood | vi
        Huế 3 ngày, xe lăn dùng cho mẹ đi lại => places: hue | days: 3 | must: accessible | vi
        arriving in Hanoi on 5 April, we fly to Phu Quoc on 8 April, home on 14 April => places: phu-quoc | start: ha-noi | days: 10 | dates: 2026-04-05..2026-04-14 | en
        bay vào Đà Nẵng 20/7, tụi mình đi 2 đến 3 bữa => places: da-nang | days: 2-3 | dates: 2026-07-20..2026-07-20 | vi
        my passport expires in 2029, Hue 5-8 April => places: hue | days: 4 | dates: 2026-04-05..2026-04-08 | en
        """;
}
