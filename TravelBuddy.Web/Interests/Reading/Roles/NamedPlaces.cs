using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>The places of a text in their order, and what the rules say each is named for.</summary>
internal sealed record NamedPlaces(FoldedText Text, IReadOnlyList<PhraseMatch<Place>> Named, IReadOnlyList<PlaceRole> Told, Gazetteer Gazetteer);
