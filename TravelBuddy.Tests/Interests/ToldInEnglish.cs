namespace TravelBuddy.Tests.Interests;

/// <summary>How people from all over tell a trip in English, and near misses, in the notation of <see cref="Utterances"/>.</summary>
internal static class ToldInEnglish
{
    public const string All = """
        Hue 2 days, 90 dollars for one person => places: hue | days: 2 | budget: ..90 USD | en
        Hue 2 days, 300 euro by person without the flights => places: hue | days: 2 | budget: ..300 EUR | en
        Hue 2 days without flights => places: hue | days: 2 | not: flight | en
        Da Nang 3 days, SGD700 pp => places: da-nang | days: 3 | budget: ..700 SGD | en
        Da Nang 3 days, RM1,200 per pax => places: da-nang | days: 3 | budget: ..1200 MYR | en
        Da Nang 3 days, R18 000 pp => places: da-nang | days: 3 | budget: ..18000 ZAR | en
        Da Nang 3 days, AED 4,500 each => places: da-nang | days: 3 | budget: ..4500 AED | en
        Da Nang 3 days, 9000 kronor each => places: da-nang | days: 3 | budget: ..9000 SEK | en
        Hue 3 days, 8 mln VND per person => places: hue | days: 3 | budget: ..8000000 VND | en
        Hue 3 days, 300 aussie bucks each => places: hue | days: 3 | budget: ..300 AUD | en
        Hue for two adults, £900 for the two of us => places: hue | party: 2+0 | budget: ..450 GBP | en
        Hue, 6 ladies, age around 60, 9000 baht each => places: hue | party: 6+0 | budget: ..9000 THB | en
        Hue 4 days, 20 to 30 000 kronor each => places: hue | days: 4 | budget: 20000..30000 SEK | en
        Hue in November 2027, and may not be moved => places: hue | dates: 2027-11-01..2027-11-30 | en
        Hue 4 days, 60-70 euro the day => places: hue | days: 4 | budget: 240..280 EUR | en
        Me, hubby and my mum to Hoi An, 2 days => places: hoi-an | days: 2 | party: 3+0 | en
        Hoi An for me, my wife and our son of 9 => places: hoi-an | party: 2+1 | en
        Hoi An, the two of us plus our daughter => places: hoi-an | party: 2+1 | en
        I bring my parents and my 6 years old daughter to Hoi An => places: hoi-an | party: 3+1 | en
        me and a mate want to surf in Da Nang => places: da-nang | party: 2+0 | en
        me and friends want to surf in Da Nang => places: da-nang | en
        Hoi An with a cooking class, mob of five => places: hoi-an | party: 5+0 | en
        Hoi An, two mums and a baby => places: hoi-an | party: 2+1 | en
        Sapa trek in november of next year => places: sa-pa | dates: 2027-11-01..2027-11-30 | en
        Sapa trek in november => places: sa-pa | dates: 2026-11-01..2026-11-30 | en
        sapa trek, feb => places: sa-pa | dates: 2027-02-01..2027-02-28 | en
        Arriving in Hue on 17 July, back home 7 August => places: hue | days: 22 | dates: 2026-07-17..2026-08-07 | en
        Hue, Dec 22 til the 29th => places: hue | days: 8 | dates: 2026-12-22..2026-12-29 | en
        Hue in the April school hols, 3rd to the 11th => places: hue | days: 9 | dates: 2026-04-03..2026-04-11 | en
        Our company in Suwon goes to Da Nang for 4 days => places: da-nang | start: kr-suwon | days: 4 | en
        Saigon and Siem Reap, 5 days => places: ho-chi-minh-city, kh-siem-reap | days: 5 | en
        Saigon 1 day, we do NOT want Cu Chi => places: ho-chi-minh-city | days: 1 | not: Cu Chi | en
        Ha Long 2 days, kayak yes, karaoke NO pls => places: ha-long | days: 2 | +kayaking | not: karaoke | en
        """;
}
