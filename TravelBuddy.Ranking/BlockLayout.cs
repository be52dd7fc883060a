namespace TravelBuddy.Ranking;

/// <summary>One block of a concatenated vector: half-open range [Offset, Offset + Length).</summary>
public readonly record struct Block(string Name, int Offset, int Length);

/// <summary>The blocks of a vector in order.</summary>
public sealed class BlockLayout
{
    private readonly Block[] _blocks;

    public BlockLayout(params ReadOnlySpan<(string Name, int Length)> blocks)
    {
        _blocks = new Block[blocks.Length];
        for (var i = 0; i < blocks.Length; i++)
        {
            _blocks[i] = new Block(blocks[i].Name, Dimensions, blocks[i].Length);
            Dimensions += blocks[i].Length;
        }
    }

    public IReadOnlyList<Block> Blocks => _blocks;

    public int Dimensions { get; }

    public int Count => _blocks.Length;
}
