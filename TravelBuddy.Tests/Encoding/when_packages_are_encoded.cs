using System.Numerics.Tensors;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Encoding;

public sealed class when_packages_are_encoded
{
    [Fact]
    public void every_block_has_length_one()
    {
        foreach (var package in Repository.Packages.Append(Similarity.Package()))
        {
            var vector = Repository.Encoder.Encode(package);
            vector.Length.ShouldBe(VectorLayout.Dimensions);
            foreach (var block in VectorLayout.Blocks)
            {
                TensorPrimitives.Norm<float>(vector.AsSpan(block.Offset, block.Length)).ShouldBe(1f, 1e-5f, $"{package.Id} {block.Name}");
            }
        }
    }

    [Fact]
    public void another_encoder_over_the_same_data_gives_the_same_numbers_and_id()
    {
        var other = new BuiltInEncoder(Repository.Gazetteer, Repository.Lexicon, Repository.Rates, new EncodingOptions());

        other.Id.ShouldBe(Repository.Encoder.Id);
        other.Id.ShouldStartWith("builtin-7");
        other.Encode(Repository.Packages[7]).ShouldBe(Repository.Encoder.Encode(Repository.Packages[7]));
    }

    [Theory]
    [InlineData("cat-hong-bien-xanh-kayak-13", "monkey-island-cat-ba", "đảo Khỉ of another bay")]
    [InlineData("dao-ngoc-sao-bien-honson-08", "lo-go-xa-mat", "Ma Thiên Lãnh of another province")]
    [InlineData("may-ngan-du-ky-yty-13", "red-river", "where the Red River enters Viet Nam is not where it passes Hà Nội")]
    public void a_title_s_name_of_another_place_far_away_is_not_visited(string id, string placeId, string why)
    {
        var package = Repository.Packages.Single(package => package.Id.EndsWith(id, StringComparison.Ordinal));
        PackagePlaces.Of(package, Repository.Gazetteer).Select(visited => visited.Place?.Id).ShouldNotContain(placeId, why);
    }

    [Fact]
    public void no_wish_encodes_to_no_alternative() => Repository.Encoder.Encode(new Wishes()).IsEmpty.ShouldBeTrue();

    [Fact]
    public void storing_and_unscaling_keeps_the_blocks()
    {
        var vector = Repository.Encoder.Encode(Repository.Packages[3]);
        var stored = PackageVectors.Stored(vector);
        TensorPrimitives.Norm<float>(stored).ShouldBe(1f, 1e-4f);

        PackageVectors.Unscale(stored);

        for (var i = 0; i < vector.Length; i++)
        {
            stored[i].ShouldBe(vector[i], 1e-5f);
        }
    }
}
