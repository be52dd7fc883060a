namespace TravelBuddy.Web.WhatsApp;

/// <summary>Messages of one person are handled in order, those of different people in parallel.</summary>
public interface IByPerson
{
    Guid PersonId { get; }
}

/// <summary>Send the best tours of a recorded list to a person who wrote within the customer service window; <paramref name="First"/> is the rank of the tour that goes before them.</summary>
public sealed record SendRecommendations(Guid PersonId, Guid ListId, int First = 1) : IByPerson;
