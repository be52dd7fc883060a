using System.Text.Json;

namespace TravelBuddy.Web.Catalog;

/// <summary>Indicative exchange rates of <c>data/exchange-rates.json</c>, with their date: for comparing and showing prices, never for charging.</summary>
public sealed class ExchangeRates
{
    private readonly IReadOnlyDictionary<string, decimal> _vndPerUnit;

    private ExchangeRates(DateOnly date, IReadOnlyDictionary<string, decimal> vndPerUnit) => (Date, _vndPerUnit) = (date, vndPerUnit);

    /// <summary>The day the rates are of.</summary>
    public DateOnly Date { get; }

    /// <summary>The currencies known, VND first, then as the file lists them.</summary>
    public IEnumerable<string> Currencies => _vndPerUnit.Keys;

    /// <summary>Reads the rates; a file that does not parse throws <see cref="InvalidDataException"/>.</summary>
    public static ExchangeRates Load(string path)
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path));
            var rates = file.RootElement.GetProperty("vnd_per_unit").EnumerateObject().ToDictionary(rate => rate.Name, rate => rate.Value.GetDecimal());
            return rates.Any(rate => rate.Value <= 0) || rates.GetValueOrDefault("VND") != 1
                ? throw new InvalidDataException($"{path}: every rate must be positive and VND must be 1.")
                : new ExchangeRates(DateOnly.Parse(file.RootElement.GetProperty("date").GetString()!, System.Globalization.CultureInfo.InvariantCulture), rates);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            throw new InvalidDataException($"{path} cannot be read: {problem.Message} It holds \"date\" (yyyy-MM-dd) and \"vnd_per_unit\", an object of numbers by currency.", problem);
        }
    }

    /// <summary>Whether amounts in a currency can be converted.</summary>
    public bool Knows(string currency) => _vndPerUnit.ContainsKey(currency);

    /// <summary>An amount in VND; null for an unknown currency.</summary>
    public decimal? ToVnd(Money money) => _vndPerUnit.TryGetValue(money.Currency, out var rate) ? money.Amount * rate : null;

    /// <summary>An amount of VND in another currency, unrounded; null for an unknown currency.</summary>
    public decimal? FromVnd(decimal vnd, string currency) => _vndPerUnit.TryGetValue(currency, out var rate) ? vnd / rate : null;
}
