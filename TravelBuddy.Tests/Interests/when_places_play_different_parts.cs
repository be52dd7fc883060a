using System.Text.Json;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Interests.Reading.Roles;
using TravelBuddy.Web.Interests.Reading.Roles.Training;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations.Evaluation;

namespace TravelBuddy.Tests.Interests;

/// <summary>Messages that say what each place in them is named for (data/evaluation/README.md), read by the rules alone and with the model that was fitted to others.</summary>
public sealed class when_places_play_different_parts
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Theory]
    [InlineData("mentions-test.jsonl", "places", .64, .08)]
    [InlineData("mentions-test.jsonl", "start inside Viet Nam", .65, .08)]
    [InlineData("mentions-more-test.jsonl", "places", .51, .08)]
    [InlineData("mentions-more-test.jsonl", "start inside Viet Nam", .61, .08)]
    public void a_model_that_has_read_messages_reads_others_better_than_rules_do(string file, string slot, double reached, double better)
    {
        var messages = Messages(file);
        var learned = ShareOf(messages, Repository.Roles, slot);
        learned.ShouldBeGreaterThanOrEqualTo(reached);
        learned.ShouldBeGreaterThanOrEqualTo(ShareOf(messages, RoleModel.Rules, slot) + better);
    }

    [Theory]
    [InlineData("Da Nang without Ba Na Hills, 3 days", "da-nang")]
    [InlineData("Mui Ne 3 days please, Nha Trang no, Vung Tau never again", "mui-ne")]
    [InlineData("Sapa nhưng không lên Fansipan, 3 ngày", "sa-pa")]
    [InlineData("sapa nhung khong len fansipan, 3 ngay", "sa-pa")]
    public void a_place_that_is_refused_is_not_visited(string text, string place) =>
        new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles).Read(text, null, Today).Wishes.Places.Select(wish => wish.PlaceId).ShouldBe([place]);

    [Fact]
    public void what_messages_say_of_a_phrase_is_learned()
    {
        AnnotatedMessage[] messages =
        [
            .. from pair in new[] { ("Hue", "Da Lat"), ("Sapa", "Phu Quoc"), ("Hoi An", "Ha Long"), ("Da Lat", "Hue") }
               from mirrored in new[] { false, true }
               let text = mirrored ? $"our great old bronze gong hangs in {pair.Item1}. Please find us three quiet days in {pair.Item2}" : $"Please find us three quiet days in {pair.Item1}. our great old bronze gong hangs in {pair.Item2}"
               select new AnnotatedMessage("m", "en", text, [new(pair.Item1, mirrored ? "other" : "wish"), new(pair.Item2, mirrored ? "wish" : "other")]),
        ];
        Read(RoleModel.Rules).ShouldBe(["phong-nha", "mui-ne"], ignoreOrder: true);
        Read(Fitted(messages)).ShouldBe(["phong-nha"]);

        static IEnumerable<string?> Read(RoleModel roles) =>
            new WishReader(Repository.Gazetteer, Repository.Lexicon, roles).Read("Please find us three quiet days in Phong Nha. our great old bronze gong hangs in Mui Ne", "en", Today).Wishes.Places.Select(place => place.PlaceId);
    }

    [Fact]
    public void the_same_messages_give_the_same_model()
    {
        var messages = Messages("mentions-dev.jsonl").Take(40).ToList();
        Training().Fit(messages).ShouldBe(Training().Fit(messages));
    }

    [Fact]
    public void a_mention_that_its_text_does_not_have_is_named() =>
        Should.Throw<InvalidDataException>(() => Training().Fit([new("m7@text", "en", "Three days in Hue", [new("Da Lat", "wish")])]).ToList()).Message.ShouldContain("m7@text");

    [Fact]
    public void a_role_that_there_is_not_is_named() =>
        Should.Throw<InvalidDataException>(() => Training().Fit([new("m7@text", "en", "Three days in Hue", [new("Hue", "wished")])]).ToList()).Message.ShouldContain("\"wished\"");

    [Fact]
    public void a_line_of_the_model_that_cannot_be_read_is_named()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, ["# cues", "b1=from\t0.1\t2\t0\t0", "b1=to\t0.1\tmany\t0\t0"]);
            Should.Throw<InvalidDataException>(() => RoleModel.Load(path)).Message.ShouldContain("line 3");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static RoleTraining Training() => new(Repository.Gazetteer, Repository.Lexicon);

    private static RoleModel Fitted(IReadOnlyList<AnnotatedMessage> messages)
    {
        var path = Path.GetTempFileName();
        File.WriteAllLines(path, Training().Fit(messages));
        var model = RoleModel.Load(path);
        File.Delete(path);
        return model;
    }

    private static List<AnnotatedMessage> Messages(string file) => [.. JsonLines.Read<AnnotatedMessage>(Repository.DataFile(Path.Combine("evaluation", file)), Json)];

    private static double ShareOf(IReadOnlyList<AnnotatedMessage> messages, RoleModel roles, string slot)
    {
        var reader = new WishReader(Repository.Gazetteer, Repository.Lexicon, roles);
        var share = new SlotAgreement(Repository.Gazetteer).Of([.. messages.Select(message => (reader.Read(message.FreeText, message.Language, Today).Wishes, Annotated(message)))]).Single(entry => entry.Name == slot);
        return (double)share.Right / share.Said;
    }

    private static Wishes Annotated(AnnotatedMessage message) => new()
    {
        Language = message.Language,
        Places = [.. Named(message, "wish").Distinct()],
        Start = Named(message, "start").FirstOrDefault(),
    };

    private static IEnumerable<PlaceWish> Named(AnnotatedMessage message, string role) =>
        message.Mentions.Where(mention => mention.Role == role).Select(mention => Repository.Gazetteer.Resolve(mention.Text) is { } place ? new PlaceWish(place.Id, null) : new PlaceWish(null, mention.Text));
}
