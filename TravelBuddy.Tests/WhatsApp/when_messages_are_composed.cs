using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Whatever text goes in, what comes out is taken by rules written apart from the composers.</summary>
public sealed class when_messages_are_composed
{
    private static readonly WhatsAppIdentity Somebody = new("84900000001", null);

    [Property(MaxTest = 400)]
    public void a_shortened_text_keeps_to_its_limit(string? text, byte limit)
    {
        var max = Math.Max(1, (int)limit);
        var shortened = Limits.Shorten(text, max);
        shortened.Length.ShouldBeInRange(1, max);
        shortened.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
        string.IsNullOrWhiteSpace(shortened).ShouldBeFalse();
    }

    [Property(MaxTest = 400)]
    public void a_cut_never_splits_a_grapheme(byte limit, byte spaces)
    {
        // Family emoji (11 units), decomposed Vietnamese, flags.
        var text = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦ệ🇻🇳" + new string(' ', spaces % 3), 40));
        var shortened = Limits.Shorten(text, Math.Max(2, (int)limit));
        var whole = Graphemes(text.Normalize(NormalizationForm.FormC)).ToHashSet();
        Graphemes(shortened).Where(grapheme => grapheme != "…").ShouldAllBe(grapheme => whole.Contains(grapheme));
    }

    [Fact]
    public void a_cut_falls_at_the_end_of_a_word_where_one_is_near() =>
        Limits.Shorten("Ba ngày ở phố cổ Hội An cùng gia đình", 27).ShouldBe("Ba ngày ở phố cổ Hội An…");

    [Fact]
    public void decomposed_vietnamese_counts_as_composed()
    {
        var decomposed = "Đà Nẵng, Hội An".Normalize(NormalizationForm.FormD);
        Limits.Shorten(decomposed, 15).ShouldBe("Đà Nẵng, Hội An");
    }

    [Property(MaxTest = 200)]
    public void every_message_is_of_a_shape_that_meta_takes(string? a, string? b, string? c)
    {
        ChatMessage[] messages =
        [
            new TextMessage(a!),
            new ButtonsMessage(a!, [new ReplyButton("one", "1" + b), new ReplyButton("two", "2" + c)], new Frame(Header: b, Footer: c)),
            new ListMessage(a!, b!, [.. Enumerable.Range(1, 10).Select(i => new ListRow($"row-{i}", c!, b))], new Frame(Header: c)),
            new LinkMessage(a!, b!, "https://example.com/go/x", new Frame(Footer: a)),
            new TemplateMessage("tours_ready", "en") { Body = [new TemplateValue(a!)], Buttons = [new QuickReplyPayload("show:1")] },
            TemplateMessage.OfCode("sign_in_code", "vi", "123456"),
        ];
        foreach (var message in messages)
        {
            using var json = JsonDocument.Parse(message.ToJson(Somebody, Guid.NewGuid().ToString("N")).ToJsonString());
            GraphRules.Check(json.RootElement, pictureKnown: false).ShouldBeNull();
        }
    }

    [Fact]
    public void long_texts_reach_every_limit_and_none_is_passed()
    {
        var endless = string.Concat(Enumerable.Repeat("Chợ nổi Cái Răng buổi sớm ", 400));
        ChatMessage[] messages =
        [
            new TextMessage(endless),
            new ImageMessage("1", endless),
            new ButtonsMessage(endless, [new ReplyButton(new string('x', Limits.ButtonId), endless)], new Frame(ImageId: "1", Footer: endless)),
            new ListMessage(endless, endless, [new ListRow(new string('x', Limits.RowId), endless, endless)], new Frame(Header: endless, Footer: endless)),
            new LinkMessage(endless, endless, "https://example.com/"),
            new TemplateMessage("tour_invitation", "vi") { Body = [new TemplateValue(endless)] },
        ];
        foreach (var message in messages)
        {
            using var json = JsonDocument.Parse(message.ToJson(Somebody, "x").ToJsonString());
            GraphRules.Check(json.RootElement, pictureKnown: true).ShouldBeNull(message.GetType().Name);
        }
    }

    [Fact]
    public void what_cannot_be_mended_is_refused()
    {
        Should.Throw<ArgumentException>(() => new ButtonsMessage("x", []));
        Should.Throw<ArgumentException>(() => new ButtonsMessage("x", [.. Enumerable.Range(1, 4).Select(i => new ReplyButton($"{i}", $"{i}"))]));
        Should.Throw<ArgumentException>(() => new ButtonsMessage("x", [new ReplyButton("1", "same"), new ReplyButton("2", "same")]));
        Should.Throw<ArgumentException>(() => new ListMessage("x", "y", [.. Enumerable.Range(1, 11).Select(i => new ListRow($"{i}", "t", null))]));
        Should.Throw<ArgumentException>(() => new LinkMessage("x", "y", "javascript:alert(1)"));
        Should.Throw<ArgumentException>(() => new ReplyButton(new string('x', 257), "t"));
        Should.Throw<ArgumentException>(() => TemplateMessage.OfCode("n", "en", new string('1', 16)));
        Should.Throw<ArgumentException>(() => new TextMessage("x").ToJson(new WhatsAppIdentity(null, null), "x"));
    }

    [Fact]
    public void a_person_without_a_phone_number_is_addressed_by_user_id()
    {
        var json = new TextMessage("x").ToJson(new WhatsAppIdentity(null, "VN.abc"), "y");
        json.ContainsKey("to").ShouldBeFalse();
        json["recipient"]!.GetValue<string>().ShouldBe("VN.abc");
        new TextMessage("x").ToJson(Somebody, "y")["to"]!.GetValue<string>().ShouldBe("+84900000001");
    }

    [Theory]
    [InlineData("*free* _now_ ~old~ `code`")]
    [InlineData("- point\n> quoted")]
    public void marks_in_words_of_others_change_no_look(string words) =>
        Run.Of(Limits.Neutralise(words)).ShouldHaveSingleItem().Bold.ShouldBeFalse();

    [Fact]
    public void an_address_with_underscores_survives_neutralising() =>
        Limits.Neutralise("https://example.com/a_b_c").ShouldBe("https://example.com/a_b_c");

    private static IEnumerable<string> Graphemes(string text)
    {
        var all = StringInfo.GetTextElementEnumerator(text);
        while (all.MoveNext())
        {
            yield return all.GetTextElement();
        }
    }
}
