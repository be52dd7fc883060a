namespace TravelBuddy.Web.Language.Model.Trials;

/// <summary>An answer of statements that each have to quote the text they are about.</summary>
public interface IQuotingAnswer
{
    /// <summary>How many it makes.</summary>
    int Statements { get; }

    /// <summary>How many of them quote words that stand in a text.</summary>
    int QuotedIn(string text);
}
