namespace TravelBuddy.Ranking;

/// <summary>One criterion's part of a row: elements <c>Offset</c> to <c>Offset + Length - 1</c>.</summary>
/// <param name="Name">Unique within its layout, case-sensitive.</param>
/// <param name="Offset">Index of the first element within a row.</param>
/// <param name="Length">Number of elements, at least 1.</param>
public readonly record struct Block(string Name, int Offset, int Length);

/// <summary>How a row of <see cref="Dimensions"/> numbers is cut into blocks, one per criterion, without gaps.</summary>
public sealed class BlockLayout
{
    private readonly Block[] blocks;
    private readonly Dictionary<string, int> indices;

    /// <param name="blocks">Name and length of each block, in the order in which they lie in a row.</param>
    /// <exception cref="ArgumentException">No block, an empty or repeated name, or a length below 1.</exception>
    public BlockLayout(params ReadOnlySpan<(string Name, int Length)> blocks)
    {
        if (blocks.IsEmpty)
        {
            throw new ArgumentException("A layout needs at least one block.", nameof(blocks));
        }

        this.blocks = new Block[blocks.Length];
        indices = new Dictionary<string, int>(blocks.Length, StringComparer.Ordinal);
        for (var i = 0; i < blocks.Length; i++)
        {
            var (name, length) = blocks[i];
            if (string.IsNullOrWhiteSpace(name))
            {
                throw new ArgumentException($"Block {i} has no name.", nameof(blocks));
            }

            if (length < 1)
            {
                throw new ArgumentException($"Block \"{name}\" has length {length}; it must be at least 1.", nameof(blocks));
            }

            if (!indices.TryAdd(name, i))
            {
                throw new ArgumentException($"Block \"{name}\" is there twice.", nameof(blocks));
            }

            this.blocks[i] = new Block(name, Dimensions, length);
            Dimensions = checked(Dimensions + length);
        }
    }

    /// <summary>The blocks in row order.</summary>
    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>Length of a row: the sum of all block lengths.</summary>
    public int Dimensions { get; }

    /// <summary>Number of blocks.</summary>
    public int Count => blocks.Length;

    /// <summary>Index of the block of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such block; the message lists those there are.</exception>
    public int this[string name] => indices.TryGetValue(name, out var index)
        ? index
        : throw new KeyNotFoundException($"There is no block \"{name}\"; there are {string.Join(", ", indices.Keys)}.");

    /// <summary>Whether rows of the other layout can be read with this one: same names, lengths and order.</summary>
    internal bool Matches(BlockLayout other) => ReferenceEquals(this, other) || blocks.AsSpan().SequenceEqual(other.blocks);

    /// <summary>Names a column for an error message: its number in the row, its block and its place in the block.</summary>
    internal string Describe(int column)
    {
        var block = Array.FindLast(blocks, candidate => candidate.Offset <= column);
        return $"column {column} (block \"{block.Name}\", element {column - block.Offset})";
    }
}
