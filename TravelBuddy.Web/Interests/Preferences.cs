using System.Text.Json;

namespace TravelBuddy.Web.Interests;

/// <summary>The interchange form of wishes ("preferences" of the design): one JSON object, unknown members ignored, absent ones null. Names are snake case.</summary>
public record Preferences
{
    public string? Id { get; init; }

    /// <summary>Each a string or an object <c>{name, priority, budget, notes}</c>.</summary>
    public IReadOnlyList<JsonElement>? Locations { get; init; }

    public string? StartLocation { get; init; }

    /// <summary>Each a number of days or a text such as "3 days 2 nights" or "3N2Đ".</summary>
    public IReadOnlyList<JsonElement>? Durations { get; init; }

    public PreferredDates? Dates { get; init; }
    public PreferredParty? Party { get; init; }
    public PreferredBudget? Budget { get; init; }
    public IReadOnlyList<string>? Transportation { get; init; }
    public IReadOnlyList<string>? Food { get; init; }
    public IReadOnlyList<string>? Activities { get; init; }
    public string? Accommodation { get; init; }
    public string? Notes { get; init; }
    public IReadOnlyList<string>? Exclusions { get; init; }
    public IReadOnlyList<string>? Essentials { get; init; }
    public string? Language { get; init; }
    public string? FreeText { get; init; }

    /// <summary>Weights by criterion name; absent criteria keep their default.</summary>
    public IReadOnlyDictionary<string, double>? Weights { get; init; }
}

public sealed record PreferredDates(DateOnly? From, DateOnly? To);

/// <param name="Ages">Whole years of the children as far as they are known.</param>
public sealed record PreferredParty(int? Adults, int? Children, IReadOnlyList<int>? Ages = null);

/// <summary>Per person.</summary>
public sealed record PreferredBudget(decimal? Min, decimal? Max, string? Currency, bool? Firm);
