using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation;

/// <summary>About what a night costs each traveller by the budget of their whole trip: a level to order houses by, no limit. The shares are those of decision 45.</summary>
public static class NightLevel
{
    /// <summary>So much of what is spent in Viet Nam goes to where one sleeps.</summary>
    private const decimal Lodging = .3m;

    /// <summary>The same of what a tour leaves to be spent, which has paid for getting around and for what is seen.</summary>
    private const decimal LodgingBesideTour = .4m;

    /// <summary>The cheapest beds, in đồng: where less is left for a night, the budget was meant for the tour.</summary>
    private const decimal LeastVnd = 90_000;

    /// <summary>Null where there is no budget, nobody knows how many nights it is for, or the tour gives the bed of every night.</summary>
    public static Money? Of(Wishes wishes, TourPackage? tour, Lexicon lexicon, ExchangeRates rates)
    {
        var (toured, given) = (NightsOf(tour), tour is null || LodgingSaid.IsTooLittle(tour, lexicon) ? 0 : NightsOf(tour));
        var all = Math.Max(NightsOf(wishes.Durations, tour?.DurationDays), toured);
        if (all <= given || Named(wishes.Budget) is not { } budget || PaidOf(tour, wishes.Party, budget.Currency, rates) is not { } paid)
        {
            return null;
        }

        var night = budget with { Amount = (budget.Amount - paid) * (tour is not null && toured >= all ? LodgingBesideTour : Lodging) / (all - given) };
        return rates.ToVnd(night) is not >= LeastVnd ? null : night with { Amount = Rounded(night.Amount) };
    }

    /// <summary>Two significant digits: what a reckoning by shares is good for.</summary>
    public static decimal Rounded(decimal amount)
    {
        var step = 1m;
        while (amount / step >= 100)
        {
            step *= 10;
        }

        return Math.Round(amount / step) * step;
    }

    /// <summary>What somebody named, not what "cheaper" made of it.</summary>
    private static Money? Named(BudgetWish? budget) => budget is { CheaperThan: null } named && (named.Max ?? named.Min) is { } amount ? new Money(amount, named.Currency) : null;

    /// <summary>What the tour takes of each; null where it tells no price.</summary>
    private static decimal? PaidOf(TourPackage? tour, PartyWish? party, string currency, ExchangeRates rates) =>
        (tour is null ? 0 : PricePerPerson.OfVnd(tour, party?.Adults + party?.Children, rates)) is { } vnd ? rates.FromVnd(vnd, currency) : null;

    /// <summary>Of several lengths the one nearest to the tour's; without a tour the longest, so that the money lasts. Dates alone may be a day, or when a trip may begin: the reader makes a length of those that are one.</summary>
    private static int NightsOf(IReadOnlyList<DurationWish> lengths, double? tourDays) =>
        lengths.Count == 0 ? 0
        : tourDays is { } days ? Nights(lengths.Select(length => Math.Clamp(days, length.MinDays, length.MaxDays)).MinBy(length => Math.Abs(length - days)))
        : Nights(lengths.Max(length => length.MaxDays < DurationWish.Open ? length.MaxDays : length.MinDays));

    private static int NightsOf(TourPackage? tour) => tour is null ? 0 : tour.Nights is { } nights ? (int)Math.Ceiling(nights) : Nights(tour.DurationDays ?? 0);

    private static int Nights(double days) => Math.Max(0, (int)Math.Ceiling(days) - 1);
}
