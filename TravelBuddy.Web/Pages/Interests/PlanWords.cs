using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>Shows a reading beside the words it came from.</summary>
public static class PlanWords
{
    /// <param name="Correct">Where what was understood is corrected; null where there is nothing to correct.</param>
    public sealed record Piece(string Text, bool Understood, string? Correct = null);

    /// <param name="Field">The part of the step where it is corrected, if the step asks several things.</param>
    public sealed record Meaning(string Step, string Words, string Label, string? Field = null)
    {
        /// <summary>Where it is corrected.</summary>
        public string Correct => PlanWords.Correct(Step, Field);
    }

    /// <summary>The text cut into understood and other pieces.</summary>
    public static IReadOnlyList<Piece> Marked(string text, WishReading reading)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var extraction in reading.Extractions.Where(extraction => extraction.End <= text.Length && !IsLost(reading, extraction)).OrderBy(extraction => extraction.Start).ThenByDescending(extraction => extraction.End))
        {
            if (extraction.Start < at)
            {
                continue;
            }

            pieces.Add(new(text[at..extraction.Start], false));
            pieces.Add(new(text[extraction.Start..extraction.End], true, StepOf(extraction.Slot) is { } step ? Correct(step, FieldOf(extraction.Slot)) : null));
            at = extraction.End;
        }

        pieces.Add(new(text[at..], false));
        return [.. pieces.Where(piece => piece.Text.Length > 0)];
    }

    /// <summary>Places that were named and that nobody knows.</summary>
    public static IReadOnlyList<string> Lost(WishReading reading) => [.. reading.Wishes.Places.Append(reading.Wishes.Start).Where(place => place is { PlaceId: null, Text: not null }).Select(place => place!.Text!).Distinct()];

    private static bool IsLost(WishReading reading, Extraction extraction) => extraction.Slot == Extraction.NoSuchDay || extraction.Slot == "places" && Lost(reading).Contains(extraction.Value);

    /// <summary>Every wish found, with its words and the step where it can be corrected.</summary>
    public static IReadOnlyList<Meaning> Meanings(string text, WishReading reading, PlanLabels labels)
    {
        var wishes = reading.Wishes;
        return [.. reading.Extractions.Where(extraction => extraction.End <= text.Length && !IsLost(reading, extraction))
            .Select(extraction => StepOf(extraction.Slot) is { } step && LabelOf(extraction) is { } label ? new Meaning(step, text[extraction.Start..extraction.End], label, FieldOf(extraction.Slot)) : null)
            .OfType<Meaning>().Distinct()];

        string? LabelOf(Extraction extraction) => extraction.Slot switch
        {
            "places" => labels.Place(wishes.Places.FirstOrDefault(place => (place.PlaceId ?? place.Text) == extraction.Value) ?? new PlaceWish(null, extraction.Value)),
            "start" when wishes.Start is { } start => labels.From(start),
            "durations" when PlanForm.LengthOf(extraction.Value) is { } length => labels.Length(length),
            "dates" when wishes.Dates is { } dates => labels.Dates(dates),
            "budget" when wishes.Budget is { } budget => labels.Budget(budget),
            Extraction.NightPrice when wishes.MostPerNight is { } night => labels.Night(night),
            "party" when wishes.Party is { } party => labels.Party(party),
            Extraction.Ages => labels.Ages(reading.ChildAges),
            "exclusions" => labels.Not(extraction.Value),
            "essentials" => labels.Must(extraction.Value),
            PlanSteps.Transport or PlanSteps.Food or PlanSteps.Activities or PlanSteps.Stay => labels.Concept(extraction.Value),
            _ => null,
        };
    }

    /// <summary>The step of the wizard that a slot is corrected in; null for what is no wish.</summary>
    private static string? StepOf(string slot) => slot switch
    {
        "places" or "start" => PlanSteps.Places,
        "durations" or "dates" => PlanSteps.Durations,
        "budget" or Extraction.NightPrice or "party" or Extraction.Ages => PlanSteps.Budget,
        "exclusions" or "essentials" => PlanSteps.Stay,
        PlanSteps.Transport or PlanSteps.Food or PlanSteps.Activities or PlanSteps.Stay => slot,
        _ => null,
    };

    private static string? FieldOf(string slot) => slot switch { "exclusions" => "not", "essentials" => "must", "start" => "start", Extraction.NightPrice => "night", _ => null };

    private static string Correct(string step, string? field) => $"/plan/{step}?back=summary{(field is null ? "" : $"#{field}")}";
}
