using System.Globalization;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What a tap on one of our buttons or rows asks for.</summary>
public enum ButtonAction { Book, Contact, MoreLike, Details, Tour, Show, Drop, Join, NotMe, Erase }

/// <summary>A tap, read back. List and rank are checked against the person's own lists before anything is shown.</summary>
public sealed record Tap(ButtonAction Action, Guid ListId, int Rank, string? Code);

/// <summary>Ids of buttons and rows: action, list, rank. They come back as the person's phone sends them, so nothing in them is trusted.</summary>
public static class ButtonIds
{
    public const string NotMe = "not-me";
    public const string Erase = "erase";

    public static string Book(Guid listId, int rank) => Id("book", listId, rank);

    public static string Contact(Guid listId, int rank) => Id("contact", listId, rank);

    public static string MoreLike(Guid listId, int rank) => Id("like", listId, rank);

    public static string Details(Guid listId, int rank) => Id("details", listId, rank);

    public static string Tour(Guid listId, int rank) => Id("tour", listId, rank);

    /// <summary>Brings the best of the list, after the tour of that rank.</summary>
    public static string Show(Guid listId, int first) => Id("show", listId, first);

    /// <summary>Gives up the wish that a relaxation of the list names, counted from 1.</summary>
    public static string Drop(Guid listId, int relaxation) => Id("drop", listId, relaxation);

    public static string Join(string code) => "join:" + code;

    /// <summary>Reads an id; null if it is none of ours.</summary>
    public static Tap? Read(string id)
    {
        if (id == NotMe)
        {
            return new Tap(ButtonAction.NotMe, Guid.Empty, 0, null);
        }

        if (id == Erase)
        {
            return new Tap(ButtonAction.Erase, Guid.Empty, 0, null);
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
            "details" => new Tap(ButtonAction.Details, list, rank, null),
            "tour" => new Tap(ButtonAction.Tour, list, rank, null),
            "show" => new Tap(ButtonAction.Show, list, rank, null),
            "drop" => new Tap(ButtonAction.Drop, list, rank, null),
            _ => null,
        };
    }

    private static string Id(string action, Guid listId, int rank) => string.Create(CultureInfo.InvariantCulture, $"{action}:{listId:N}:{rank}");
}
