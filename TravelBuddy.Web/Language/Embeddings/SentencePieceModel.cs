using Google.Protobuf;

namespace TravelBuddy.Web.Language.Embeddings;

/// <summary>Writes a unigram model in SentencePiece's format (sentencepiece_model.proto; the numbers below are its fields).</summary>
public static class SentencePieceModel
{
    private const int Unigram = 1;

    public enum Kind { Normal = 1, Unknown = 2, Control = 3 }

    public sealed record Piece(string Text, float Score, Kind Kind);

    /// <param name="unknown">The place of the piece for what no other covers; -1 if there is none.</param>
    /// <param name="charsmap">Compiled rules by which characters are normalised; may be empty.</param>
    public static byte[] Write(IReadOnlyList<Piece> pieces, int unknown, byte[] charsmap) => Message(model =>
    {
        // The reader insists on a beginning and an end of sentences, even of a model that has none.
        int Place(string name) => Math.Max(0, pieces.ToList().FindIndex(piece => piece.Text == name));
        foreach (var piece in pieces)
        {
            Nested(model, 1, part =>
            {
                part.WriteTag(1, WireFormat.WireType.LengthDelimited);
                part.WriteString(piece.Text);
                part.WriteTag(2, WireFormat.WireType.Fixed32);
                part.WriteFloat(piece.Score);
                Number(part, 3, (int)piece.Kind);
            });
        }

        Nested(model, 2, trainer =>
        {
            Number(trainer, 3, Unigram);
            Number(trainer, 40, Math.Max(0, unknown));
            Number(trainer, 41, Place("<s>"));
            Number(trainer, 42, Place("</s>"));
        });
        Nested(model, 3, normalizer =>
        {
            normalizer.WriteTag(2, WireFormat.WireType.LengthDelimited);
            normalizer.WriteBytes(ByteString.CopyFrom(charsmap));
            for (var field = 3; field <= 5; field++) // A space before the text, no double spaces, spaces written as ▁.
            {
                Number(normalizer, field, 1);
            }
        });
    });

    private static void Number(CodedOutputStream into, int field, int value)
    {
        into.WriteTag(field, WireFormat.WireType.Varint);
        into.WriteInt32(value);
    }

    private static void Nested(CodedOutputStream into, int field, Action<CodedOutputStream> write)
    {
        into.WriteTag(field, WireFormat.WireType.LengthDelimited);
        into.WriteBytes(ByteString.CopyFrom(Message(write)));
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using var output = new CodedOutputStream(bytes, leaveOpen: true);
        write(output);
        output.Flush();
        return bytes.ToArray();
    }
}
