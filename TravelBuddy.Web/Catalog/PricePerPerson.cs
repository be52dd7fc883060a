namespace TravelBuddy.Web.Catalog;

/// <summary>What one of those who travel pays for a tour.</summary>
public static class PricePerPerson
{
    /// <summary>As many as share a group's price where nobody said how many travel; data/evaluation/README.md counts so too.</summary>
    public const int AssumedParty = 2;

    /// <summary>How many share the price of a group: those who travel, but no more than it is sold to.</summary>
    /// <param name="package">The tour.</param>
    /// <param name="people">How many travel; null where nobody said.</param>
    public static int Sharing(TourPackage package, int? people)
    {
        var party = people is > 0 and var told ? told : AssumedParty;
        return package.GroupMost is { } most && most < party ? most : party;
    }

    /// <summary>In đồng. <see cref="TourPackage.PriceVnd"/> is the least that this can be: a group's price shared by as many as it is sold to.</summary>
    public static decimal? OfVnd(TourPackage package, int? people, ExchangeRates rates) =>
        package is { PricePer: PricePer.Group, Price: { } whole } ? rates.ToVnd(whole) / Sharing(package, people) : package.PriceVnd;
}
