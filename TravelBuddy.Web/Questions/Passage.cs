namespace TravelBuddy.Web.Questions;

/// <summary>What a passage of a tour's text tells of.</summary>
public enum PassageKind { Title, Description, Itinerary, Includes, Transport, Food, Activities, Accommodation, Notes, Length, Price, Start, Available }

/// <summary>A few words of a tour's own text, small enough to be shown as the answer to a question. Ordinals count from 0 in the order of the text.</summary>
public sealed record Passage(int Ordinal, PassageKind Kind, string Language, string Text);
