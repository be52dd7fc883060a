using System.Globalization;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Language.Model;

/// <summary>What may be spent in a day: by everybody together, and by each person.</summary>
public sealed record ModelBudgets(ModelBudget All, ModelBudget Person)
{
    // Ample for a town of travellers on one's own machine, and no ruin at a company's prices.
    private const long UsualTokens = 5_000_000;
    private const long UsualTokensPerPerson = 200_000;

    /// <summary>Whether anything is limited at all.</summary>
    public bool AreAny => All != ModelBudget.None || Person != ModelBudget.None;

    /// <summary>Reads the settings; 0 is no limit. A wrong one throws <see cref="StartupException"/> with its name.</summary>
    public static ModelBudgets From(IConfigurationSection section)
    {
        return new ModelBudgets(Of("", UsualTokens), Of("PerPerson", UsualTokensPerPerson));

        ModelBudget Of(string whose, long tokens) => new((long)(Amount($"DailyTokens{whose}", tokens) ?? long.MaxValue), Amount($"DailyMoney{whose}", 0) ?? decimal.MaxValue, (double)(Amount($"DailySeconds{whose}", 0) ?? decimal.MaxValue));

        decimal? Amount(string name, decimal usual)
        {
            var amount = usual;
            return section[name] is { Length: > 0 } given && !(decimal.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount) && amount <= 1_000_000_000_000m)
                ? throw new StartupException($"Setting Llm__{name}: \"{given}\" is not a number, 0 (no limit) or more.")
                : amount == 0 ? null : amount;
        }
    }
}

/// <summary>Tokens, money in the currency of the prices, and seconds of waiting.</summary>
public sealed record ModelBudget(long Tokens, decimal Money, double Seconds)
{
    /// <summary>No limit.</summary>
    public static readonly ModelBudget None = new(long.MaxValue, decimal.MaxValue, (double)decimal.MaxValue);
}
