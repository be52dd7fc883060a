namespace TravelBuddy.Web.Language;

/// <summary>Names as they may be misspelt: the first letter right, one slip (<see cref="EditDistance"/>) in up to eight letters and two in longer texts.</summary>
public sealed class NearestNames<T>
    where T : class
{
    private const int LettersForTwo = 9;
    private const int Longest = 40;

    private readonly Dictionary<(char Initial, int Length), List<(string Letters, T Value, int Order)>> _names = [];
    private int _count;

    /// <summary>Adds a name in folded letters, up to 40; of several equally near the one added first is found.</summary>
    public void Add(string letters, T value)
    {
        if (letters.Length is > 0 and <= Longest)
        {
            (_names.TryGetValue((letters[0], letters.Length), out var list) ? list : _names[(letters[0], letters.Length)] = []).Add((letters, value, _count++));
        }
    }

    /// <summary>What folded letters come nearest to; null if nothing is near enough.</summary>
    public T? Find(string letters)
    {
        if (letters.Length is 0 or > Longest)
        {
            return null;
        }

        var most = letters.Length >= LettersForTwo ? 2 : 1;
        return Enumerable.Range(letters.Length - most, 2 * most + 1)
            .SelectMany(length => _names.GetValueOrDefault((letters[0], length), []))
            .Select(name => (name.Value, Distance: EditDistance.Between(letters, name.Letters), name.Order))
            .Where(name => name.Distance <= most)
            .OrderBy(name => (name.Distance, name.Order))
            .FirstOrDefault().Value;
    }
}
