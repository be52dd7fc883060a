namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>Somebody who writes: with number and business-scoped user id, with one of them hidden or not yet known, as Meta tells of people.</summary>
public sealed class Person
{
    private Person(int number, string? waId, string? userId, string language) => (Number, WaId, UserId, Language) = (number, waId, userId, language);

    public int Number { get; }

    public string? WaId { get; }

    public string? UserId { get; }

    /// <summary>"en" or "vi".</summary>
    public string Language { get; }

    /// <summary>How often they have written so far.</summary>
    public int Written { get; set; }

    /// <summary>Person number n: of ten, seven show number and id, two the id alone, one the number alone; every second one writes Vietnamese.</summary>
    public static Person Make(int n)
    {
        var waId = n % 10 is 3 or 7 ? null : FormattableString.Invariant($"8490{n:D7}");
        var userId = n % 10 is 5 ? null : FormattableString.Invariant($"VN.{10_000_000_000 + n}");
        return new(n, waId, userId, n / 10 % 2 == 0 ? "en" : "vi");
    }

    /// <summary>What a send to this person may name as its recipient.</summary>
    public IEnumerable<string> Addresses() => new[] { WaId, UserId }.OfType<string>();
}
