using System.Globalization;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>The fields of all steps as they are typed; a step uses its own and leaves the rest empty.</summary>
public sealed class PlanForm
{
    /// <summary>The trip and version the person saw; empty before the first answer.</summary>
    public Guid? Trip { get; set; }
    public int? Seen { get; set; }

    /// <summary>"summary" or "tours": the person came from there to change one answer.</summary>
    public string? Back { get; set; }

    /// <summary>Which button: next, add.</summary>
    public string? Go { get; set; }

    public List<string> Place { get; set; } = [];
    public string? Add { get; set; }
    public string? Pick { get; set; }
    public string? Start { get; set; }

    public List<string> Length { get; set; } = [];
    public string? Other { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }

    public string? Max { get; set; }
    public string? Min { get; set; }
    public string? Currency { get; set; }
    public bool Firm { get; set; }
    public string? Night { get; set; }
    public string? Adults { get; set; }
    public string? Children { get; set; }
    public string? Ages { get; set; }

    public List<string> Concept { get; set; } = [];
    public string? Words { get; set; }
    public List<string> Not { get; set; } = [];
    public string? NotWords { get; set; }
    public List<string> Must { get; set; } = [];

    /// <summary>Leaves out what was sent without a value, which arrives as null.</summary>
    public void DropEmpty()
    {
        foreach (var list in (List<string?>[])[Place!, Length!, Concept!, Not!, Must!])
        {
            list.RemoveAll(string.IsNullOrWhiteSpace);
        }
    }

    /// <summary>The form that shows wishes as they stand.</summary>
    public static PlanForm Of(string step, Wishes wishes, string language, Func<PlaceWish, string> label)
    {
        var words = Answer(step, wishes);
        return new PlanForm
        {
            Place = [.. wishes.Places.Select(PlaceKey)],
            Start = wishes.Start is { } start ? label(start) : null,
            Length = [.. wishes.Durations.Select(LengthKey)],
            From = Date(wishes.Dates?.From),
            To = Date(wishes.Dates?.To),
            Max = Amount(wishes.Budget?.Max, language),
            Min = Amount(wishes.Budget?.Min, language),
            Currency = wishes.Budget?.Currency ?? wishes.Currency,
            Firm = wishes.Budget?.Firm ?? false,
            // It need not be in the currency of the budget.
            Night = wishes.MostPerNight is { } night ? $"{Amount(night.Amount, language)} {night.Currency}" : null,
            Adults = wishes.Party?.Adults.ToString(CultureInfo.InvariantCulture),
            Children = wishes.Party is { Children: > 0 } party ? party.Children.ToString(CultureInfo.InvariantCulture) : null,
            Ages = wishes.Party?.Ages is { } ages ? string.Join(", ", ages) : null,
            Concept = [.. words.Concepts],
            Words = string.Join(step == PlanSteps.Stay ? "\n" : ", ", words.Phrases),
            Not = [.. wishes.Exclusions.Concepts, .. wishes.Exclusions.Phrases.Select(phrase => "text:" + phrase)],
            Must = [.. wishes.Essentials.Concepts, .. wishes.Essentials.Phrases.Select(phrase => "text:" + phrase)],
        };
    }

    /// <summary>The language criterion that a step asks about.</summary>
    public static ConceptWishes Answer(string step, Wishes wishes) => step switch
    {
        PlanSteps.Transport => wishes.Transportation,
        PlanSteps.Food => wishes.Food,
        PlanSteps.Activities => wishes.Activities,
        PlanSteps.Stay => wishes.Accommodation,
        _ => ConceptWishes.None,
    };

    public static string PlaceKey(PlaceWish place) => place.PlaceId ?? "text:" + place.Text;

    /// <summary>"3", "0.5" or "2-4".</summary>
    public static string LengthKey(DurationWish length) => length.MinDays == length.MaxDays
        ? length.MinDays.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{length.MinDays}-{length.MaxDays}");

    /// <summary>The length of a <see cref="LengthKey"/>; null for anything else.</summary>
    public static DurationWish? LengthOf(string key)
    {
        var parts = key.Split('-', 2);
        return double.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var min)
            && double.TryParse(parts[^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var max)
            && min > 0 && min <= max && max <= 90
            ? new DurationWish(min, max)
            : null;
    }

    private static string? Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Amount(decimal? amount, string language) => amount?.ToString(amount == decimal.Truncate(amount.Value) ? "N0" : "N2", CultureInfo.GetCultureInfo(language));
}
