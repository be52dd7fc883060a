using System.Globalization;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What a tap on one of our buttons or rows asks for.</summary>
public enum ButtonAction { Book, Contact, MoreLike, Tour, Show, Drop, Cheaper, Join, NotMe, Erase, Stop, GoOn, Agree, Decline, Good, Bad, Stays, Stay }

/// <summary>A tap, read back. List and rank are checked against the person's own lists before anything is shown.</summary>
public sealed record Tap(ButtonAction Action, Guid ListId, int Rank, string? Code)
{
    /// <summary>The number of the wish that is given up.</summary>
    public int Wish { get; init; }
}

/// <summary>Ids of buttons and rows: action, list, rank. They come back as the person's phone sends them, so nothing in them is trusted.</summary>
public static class ButtonIds
{
    public const string NotMe = "not-me";
    public const string Erase = "erase";
    public const string Stop = "stop";
    public const string GoOn = "go-on";
    public const string Agree = "agree";
    public const string Decline = "decline";

    /// <summary>Buttons that stand for themselves, of no list.</summary>
    private static readonly Dictionary<string, ButtonAction> Plain = new(StringComparer.Ordinal)
    {
        [NotMe] = ButtonAction.NotMe,
        [Erase] = ButtonAction.Erase,
        [Stop] = ButtonAction.Stop,
        [GoOn] = ButtonAction.GoOn,
        [Agree] = ButtonAction.Agree,
        [Decline] = ButtonAction.Decline,
    };

    /// <summary>More than there are wishes that can be given up.</summary>
    private const int Wishes = 10;

    public static string Book(Guid listId, int rank) => Id("book", listId, rank);

    public static string Contact(Guid listId, int rank) => Id("contact", listId, rank);

    public static string MoreLike(Guid listId, int rank) => Id("like", listId, rank);

    public static string Tour(Guid listId, int rank) => Id("tour", listId, rank);

    /// <summary>Brings the best of the list, after the tour of that rank.</summary>
    public static string Show(Guid listId, int first) => Id("show", listId, first);

    /// <summary>Gives up the wish that a relaxation of the list names, counted from 1.</summary>
    public static string Drop(Guid listId, int relaxation) => Id("drop", listId, relaxation);

    /// <summary>Tours cheaper than the one of a rank (0: than the cards), for a wish given up, by its number in <see cref="CheaperOffers"/>.</summary>
    public static string Cheaper(Guid listId, int than, int wish) => Id("cheaper", listId, than * Wishes + wish);

    /// <summary>The list held what the person wanted.</summary>
    public static string Good(Guid listId) => Id("good", listId, 1);

    public static string Bad(Guid listId) => Id("bad", listId, 1);

    /// <summary>Places to stay near a tour.</summary>
    public static string Stays(Guid listId, int rank) => Id("stays", listId, rank);

    /// <summary>One place of a search for places to stay.</summary>
    public static string Stay(Guid searchId, int rank) => Id("stay", searchId, rank);

    public static string Join(string code) => "join:" + code;

    /// <summary>Reads an id; null if it is none of ours.</summary>
    public static Tap? Read(string id)
    {
        if (Plain.TryGetValue(id, out var plain))
        {
            return new Tap(plain, Guid.Empty, 0, null);
        }

        var parts = id.Split(':');
        if (parts is ["join", { Length: > 0 and < 40 } code])
        {
            return new Tap(ButtonAction.Join, Guid.Empty, 0, code);
        }

        if (parts.Length != 3 || !Guid.TryParseExact(parts[1], "N", out var list) || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var rank))
        {
            return null;
        }

        return parts[0] switch
        {
            "book" => new Tap(ButtonAction.Book, list, rank, null),
            "contact" => new Tap(ButtonAction.Contact, list, rank, null),
            "like" => new Tap(ButtonAction.MoreLike, list, rank, null),
            "tour" => new Tap(ButtonAction.Tour, list, rank, null),
            "show" => new Tap(ButtonAction.Show, list, rank, null),
            "drop" => new Tap(ButtonAction.Drop, list, rank, null),
            "cheaper" => new Tap(ButtonAction.Cheaper, list, rank / Wishes, null) { Wish = rank % Wishes },
            "good" => new Tap(ButtonAction.Good, list, rank, null),
            "stays" => new Tap(ButtonAction.Stays, list, rank, null),
            "stay" => new Tap(ButtonAction.Stay, list, rank, null),
            "bad" => new Tap(ButtonAction.Bad, list, rank, null),
            _ => null,
        };
    }

    private static string Id(string action, Guid listId, int rank) => string.Create(CultureInfo.InvariantCulture, $"{action}:{listId:N}:{rank}");
}
