using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// Prices per person. Everything up to the budget suits fully; above it suitability falls with the excess. The grid's nodes are round amounts of dong,
/// as budgets are; a budget between two nodes counts as the upper one, so that nothing within the budget is ever below something above it.
/// </summary>
public sealed class BudgetEncoder(ExchangeRates rates, double unknown)
{
    private const double Million = 1e6;

    private static readonly GridCode Grid = new(
        .3 * Million, .5 * Million, .7 * Million, 1 * Million, 1.5 * Million, 2 * Million, 2.5 * Million, 3 * Million, 3.5 * Million, 4 * Million,
        4.5 * Million, 5 * Million, 6 * Million, 7 * Million, 8 * Million, 9 * Million, 10 * Million, 11 * Million, 12 * Million, 13 * Million,
        15 * Million, 18 * Million, 20 * Million, 25 * Million, 30 * Million, 40 * Million, 50 * Million, 70 * Million, 100 * Million, 200 * Million);

    public void Encode(decimal? priceVnd, Span<float> block) => Grid.Encode((double?)priceVnd, block);

    /// <summary>The vector of a budget; null if there is none, it has no upper end, or its currency is unknown.</summary>
    public float[]? Encode(BudgetWish? wish, int dimensions)
    {
        if (LimitVnd(wish, rates) is not { } limit)
        {
            return null;
        }

        var budget = Grid.Nodes.FirstOrDefault(node => node >= (double)limit, (double)limit);
        return Grid.Wish(i => Suits(budget, Grid.Nodes[i]), unknown, dimensions);
    }

    /// <summary>The most a traveller would pay per person in VND, or null.</summary>
    public static decimal? LimitVnd(BudgetWish? wish, ExchangeRates rates) =>
        wish?.Max is { } max && max > 0 ? rates.ToVnd(new Money(max, wish.Currency)) : null;

    /// <summary>1 up to the budget, .6 at a tenth above it, about 0 at half above it.</summary>
    public static double Suits(double budget, double price)
    {
        var over = Math.Max(0, price / budget - 1);
        return Math.Exp(-5 * over * (1 + over));
    }
}
