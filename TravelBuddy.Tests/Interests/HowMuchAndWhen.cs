namespace TravelBuddy.Tests.Interests;

/// <summary>Amounts as people of many countries write them and for whom they are, in the notation of <see cref="Utterances"/>; each rule beside a text that must stay as it is.</summary>
internal static class HowMuchAndWhen
{
    public const string All = """
        Hue, about 2 000 euros per person => places: hue | budget: ..2000 EUR | en
        Hue, 2 grand AUD a head => places: hue | budget: ..2000 AUD | en
        Hue, 2 grand each => places: hue | budget: ..2000 USD | en
        Hue, we live in Perth, 2 grand each => places: hue | start: au-perth | budget: ..2000 AUD | en
        Hue, 1.5 lakh rupees per person max => places: hue | budget: ..150000 INR firm | en
        Hue, total INR 3,00,000, 2 adults => places: hue | party: 2+0 | budget: ..150000 INR | en
        Hue, from Delhi, 45k per head => places: hue | start: in-delhi | budget: ..45000 INR | en
        Hue, 1800 each => places: hue | budget: ..1800 USD | en
        Hue, 2.8M each => places: hue | budget: ..2800000 VND | en
        Hue, $900 apiece => places: hue | budget: ..900 USD | en
        Hue, rooms 101 and 102 each have a balcony => places: hue | en
        Hue, we won $3000, under 1500 NZD each => places: hue | budget: ..1500 NZD firm | en
        Hue, 2 adults 2 kids, we have €6000 left total for everything => places: hue | party: 2+2 | budget: ..1500 EUR | en
        Hue for me, mum and my sister, the dinner is 60 usd for both => places: hue | party: 3+0 | budget: ..30 USD | en
        Hue, £900 the pair of us => places: hue | party: 2+0 | budget: ..450 GBP | en
        Hue 6 days, us two, 120 usd per day for both => places: hue | days: 6 | party: 2+0 | budget: ..360 USD | en
        Hue, it may not go over 2.900 EUR per person => places: hue | budget: ..2900 EUR firm | en
        Hue 3 days, hotel with pool, 2m vnd per nite max => places: hue | days: 3 | en
        Huế, 35 nghìn yên 1 đứa => places: hue | budget: ..35000 JPY | vi
        Huế, mỗi ông 2tr => places: hue | budget: ..2000000 VND | vi
        Huế, triệu mốt mỗi bà => places: hue | budget: ..1100000 VND | vi
        hue 3 ngay, chung 4 trieu do nha => places: hue | days: 3 | budget: ..4000000 VND | vi
        Huế, cả hai 9 triệu => places: hue | budget: ..4500000 VND | vi
        Huế, 25tr hai đứa => places: hue | party: 2+0 | budget: ..12500000 VND | vi
        Huế, 2 người, 9tr cả gói => places: hue | party: 2+0 | budget: ..4500000 VND | vi
        Huế, tổng cho hai ông bà khoảng 20 triệu => places: hue | budget: ..10000000 VND | vi
        hue, hai vo chong va 3 con, tong chi phi ca nha khong qua 10 trieu => places: hue | party: 2+3 | budget: ..2000000 VND firm | vi
        Huế, nhóm 6 người muốn ăn ngon tầm 3 triệu => places: hue | party: 6+0 | budget: ..3000000 VND | vi
        """;
}
