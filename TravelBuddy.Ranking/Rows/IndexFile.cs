using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TravelBuddy.Ranking.Rows;

/// <summary>
/// The file of an index: 64 bytes (<c>TBRanking</c>, version, where the table of contents lies, its SHA-256), the parts, each on a multiple of 64 bytes, and the table of contents
/// (JSON): the layout, what is known of it, and for each part where it lies, how long it is and its SHA-256. Numbers are little-endian.
/// </summary>
internal static class IndexFile
{
    public const int Version = 2;
    private const int HeadLength = 64;
    private const int Alignment = 64;
    private const int PieceLength = 1 << 20;
    private const long LongestContents = 1 << 26;
    private static readonly byte[] Magic = "TBRanking"u8.ToArray();

    /// <summary>Writes a file beside the one of this name, and when it is complete on the disk puts it in its place.</summary>
    /// <param name="path">A file that may be there or not.</param>
    /// <param name="contents">What is in it; its parts are filled in.</param>
    /// <param name="write">Writes the parts.</param>
    /// <exception cref="IOException">It cannot be written, or somebody writes it now.</exception>
    public static void Write(string path, FileContents contents, Action<PartWriter> write)
    {
        RefuseBigEndian();
        // Always the same name: what a killed process left is written over by the next.
        var unfinished = $"{path}.new";
        var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None);
        try
        {
            using (file)
            {
                WriteWhole(file, contents, write);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static void WriteWhole(FileStream file, FileContents contents, Action<PartWriter> write)
    {
        file.Position = HeadLength;
        write(new PartWriter(file, contents.Parts));
        var table = JsonSerializer.SerializeToUtf8Bytes(contents, FileContentsJson.Default.FileContents);
        var at = file.Position;
        file.Write(table);
        Span<byte> head = stackalloc byte[HeadLength];
        head.Clear();
        Magic.CopyTo(head);
        BitConverter.TryWriteBytes(head[12..], Version);
        BitConverter.TryWriteBytes(head[16..], at);
        BitConverter.TryWriteBytes(head[24..], table.Length);
        SHA256.HashData(table, head[32..]);
        file.Position = 0;
        file.Write(head);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads the table of contents.</summary>
    /// <exception cref="InvalidDataException">Another kind of file, of another version, or damaged.</exception>
    public static FileContents Contents(FileStream file)
    {
        RefuseBigEndian();
        Span<byte> head = stackalloc byte[HeadLength];
        if (file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) < HeadLength || !head.StartsWith(Magic))
        {
            throw new InvalidDataException($"{file.Name} is not a file of a ranking index.");
        }

        if (BitConverter.ToInt32(head[12..]) is var version && version != Version)
        {
            throw new InvalidDataException($"{file.Name} is of version {version}; this library reads version {Version}. Build the index again and save it.");
        }

        var (at, length) = (BitConverter.ToInt64(head[16..]), (long)BitConverter.ToInt32(head[24..]));
        if (at < HeadLength || length is < 0 or > LongestContents || length > file.Length - at)
        {
            throw Damaged(file, "its table of contents is not where it should be");
        }

        var table = new byte[length];
        file.Position = at;
        file.ReadExactly(table);
        if (!SHA256.HashData(table).AsSpan().SequenceEqual(head[32..]))
        {
            throw Damaged(file, "its table of contents has another checksum");
        }

        try
        {
            return JsonSerializer.Deserialize(table, FileContentsJson.Default.FileContents) ?? throw Damaged(file, "its table of contents is empty");
        }
        catch (JsonException e)
        {
            throw Damaged(file, $"its table of contents cannot be read ({e.Message})");
        }
    }

    public static InvalidDataException Damaged(FileStream file, string what) => new($"{file.Name} is damaged: {what}. Build the index again and save it.");

    private static void RefuseBigEndian()
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Files of ranking indexes are little-endian, and so must the machine be.");
        }
    }

    /// <summary>Appends parts to a file.</summary>
    internal sealed class PartWriter(FileStream file, Dictionary<string, FilePart> parts)
    {
        public void Write<T>(string name, ReadOnlySpan<T> values)
            where T : unmanaged
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var at = Begin();
            for (; !values.IsEmpty; values = values[Math.Min(PieceLength, values.Length)..])
            {
                var bytes = MemoryMarshal.AsBytes(values[..Math.Min(PieceLength, values.Length)]);
                file.Write(bytes);
                hash.AppendData(bytes);
            }

            parts.Add(name, new FilePart(at, file.Position - at, Convert.ToHexString(hash.GetHashAndReset())));
        }

        /// <summary>A part of one row after the other.</summary>
        public void Write(string name, RowMemory rows)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var at = Begin();
            for (var row = 0; row < rows.Count; row++)
            {
                var bytes = MemoryMarshal.AsBytes(rows.Row(row));
                hash.AppendData(bytes);
                file.Write(bytes);
            }

            parts.Add(name, new FilePart(at, file.Position - at, Convert.ToHexString(hash.GetHashAndReset())));
        }


        private long Begin() => file.Position = (file.Position + Alignment - 1) / Alignment * Alignment;
    }

    /// <summary>Reads parts of a file; each is checked.</summary>
    internal sealed class PartReader(FileStream file, Dictionary<string, FilePart> parts)
    {
        /// <summary>A part of any number of values, at least one, that is a multiple of <paramref name="unit"/>.</summary>
        public T[] ReadWhole<T>(string name, int unit)
            where T : unmanaged
        {
            var (part, size) = (Part(name), Unsafe.SizeOf<T>());
            if (part.Length == 0 || part.Length % ((long)unit * size) != 0 || part.Length / size > Array.MaxLength)
            {
                throw Damaged(file, $"its part \"{name}\" has {part.Length} bytes");
            }

            var values = new T[part.Length / size];
            ReadInto<T>(name, values);
            return values;
        }

        /// <summary>A part of just so many values.</summary>
        public void ReadInto<T>(string name, Span<T> values)
            where T : unmanaged
        {
            var part = OfLength(name, (long)values.Length * Unsafe.SizeOf<T>());
            file.Position = part.At;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (; !values.IsEmpty; values = values[Math.Min(PieceLength, values.Length)..])
            {
                var bytes = MemoryMarshal.AsBytes(values[..Math.Min(PieceLength, values.Length)]);
                file.ReadExactly(bytes);
                hash.AppendData(bytes);
            }

            Compare(name, part, hash.GetHashAndReset());
        }

        /// <summary>A part, if it has just so many bytes.</summary>
        public FilePart OfLength(string name, long length) => Part(name) is var part && part.Length == length
            ? part
            : throw Damaged(file, $"its part \"{name}\" has {part.Length} bytes, not {length}");

        /// <summary>Where a part of just so many bytes lies, after it was read once to see that it is whole.</summary>
        public long Checked(string name, long length)
        {
            var part = OfLength(name, length);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var piece = new byte[PieceLength];
            file.Position = part.At;
            for (var left = length; left > 0;)
            {
                var some = piece.AsSpan(0, (int)Math.Min(left, piece.Length));
                file.ReadExactly(some);
                hash.AppendData(some);
                left -= some.Length;
            }

            Compare(name, part, hash.GetHashAndReset());
            return part.At;
        }

        private FilePart Part(string name) => parts.TryGetValue(name, out var part) && part is { At: >= HeadLength, Length: >= 0 } && part.Length <= file.Length - part.At
            ? part
            : throw Damaged(file, $"its part \"{name}\" is missing");

        private void Compare(string name, FilePart part, byte[] found)
        {
            if (!string.Equals(Convert.ToHexString(found), part.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw Damaged(file, $"its part \"{name}\" has another checksum");
            }
        }
    }
}

/// <summary>The table of contents of an index file.</summary>
/// <param name="Count">Number of rows.</param>
/// <param name="NextId">One above the largest id that ever was.</param>
/// <param name="Blocks">The layout.</param>
/// <param name="Weights">The weights that rows were laid out for; empty if none were known.</param>
/// <param name="Cells">What is known of the copies; null if there are none.</param>
/// <param name="Parts">Where everything else lies.</param>
internal sealed record FileContents(int Count, int NextId, FileBlock[] Blocks, double[] Weights, FileCells? Cells, Dictionary<string, FilePart> Parts);

internal sealed record FileBlock(string Name, int Length);

internal sealed record FileCells(int First, int Second, double[] Longest);

internal sealed record FilePart(long At, long Length, string Sha256);

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(FileContents))]
internal sealed partial class FileContentsJson : JsonSerializerContext;
