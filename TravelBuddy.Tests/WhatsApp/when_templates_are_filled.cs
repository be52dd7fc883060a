using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Every kind of component, filled and held against the pretend Graph API's own reading of Meta's rules.</summary>
public sealed class when_templates_are_filled
{
    private static readonly WhatsAppIdentity Somebody = new("84900000001", null);

    private static readonly PretendTemplates Approved = new(
    [
        new("headed", "MARKETING", 1, [], In("a {{1}} b")) { Header = TemplateHeaderKind.Text },
        new("named", "UTILITY", 2, [TemplateButton.Url], In("a {{tour}} b {{day}} c", "Open")) { Names = ["tour", "day"], Header = TemplateHeaderKind.Text },
        new("pictured", "MARKETING", 1, [TemplateButton.QuickReply, TemplateButton.QuickReply, TemplateButton.Url], In("a {{1}} b", "Yes", "No", "Open")) { Header = TemplateHeaderKind.Image },
        new("filmed", "MARKETING", 0, [], In("x")) { Header = TemplateHeaderKind.Video },
        new("filed", "UTILITY", 0, [], In("x")) { Header = TemplateHeaderKind.Document },
        new("mapped", "UTILITY", 0, [], In("x")) { Header = TemplateHeaderKind.Location },
        new("coupon", "MARKETING", 0, [TemplateButton.QuickReply, TemplateButton.CopyCode], In("x", "Yes", "Copy")),
        new("offer", "MARKETING", 0, [TemplateButton.CopyCode, TemplateButton.Url], In("x", "Copy", "Open")) { Header = TemplateHeaderKind.Image, IsOffer = true },
        new("amount", "UTILITY", 2, [], In("a {{1}} b {{2}} c")),
        new("form", "UTILITY", 0, [TemplateButton.Flow], In("x", "Fill in")),
        new("shop", "MARKETING", 1, [TemplateButton.Catalog], In("a {{1}} b", "See all")),
        new("products", "MARKETING", 0, [TemplateButton.Products], In("x", "See these")) { Header = TemplateHeaderKind.Product },
        new("cards", "MARKETING", 1, [], In("a {{1}} b")) { Card = new PretendCardShape(TemplateHeaderKind.Image, 1, [TemplateButton.Url, TemplateButton.QuickReply]) },
        new("goods", "MARKETING", 0, [], In("x")) { Card = new PretendCardShape(TemplateHeaderKind.Product, 0, [TemplateButton.QuickReply]) },
    ]);

    [Property(MaxTest = 100)]
    public void every_component_is_of_a_shape_that_meta_takes(string? a, string? b, string? c)
    {
        TemplateMessage[] messages =
        [
            new("headed", "en") { Header = new HeaderText(new TemplateValue(a!)), Body = [new TemplateValue(b!)] },
            new("named", "en") { Header = new HeaderText(new TemplateValue(a!, "place")), Body = [new TemplateValue(b!, "day"), new TemplateValue(c!, "tour")], Buttons = [new UrlSuffix("tours/7")] },
            new("pictured", "en") { Header = new HeaderImage("known"), Body = [new TemplateValue(a!)], Buttons = [new QuickReplyPayload("yes"), null, new UrlSuffix("x")] },
            new("filmed", "en") { Header = new HeaderVideo("film") },
            new("filed", "en") { Header = new HeaderDocument("paper", a!) },
            new("mapped", "en") { Header = new HeaderLocation(15.88, -108.33, a!, b!) },
            new("coupon", "en") { Buttons = [null, new CouponCode("HUE25")] },
            new("offer", "en") { Header = new HeaderImage("known"), OfferEnds = DateTimeOffset.UnixEpoch.AddDays(20000), Buttons = [new CouponCode("HUE25"), new UrlSuffix("x")] },
            new("amount", "en") { Body = [new TemplateAmount(a!, "VND", 2_590_000), new TemplateDate(b!)] },
            new("form", "en") { Buttons = [new FlowStart("trip-7", new JsonObject { ["screen"] = "DATES" })] },
            new("shop", "en") { Body = [new TemplateValue(a!)], Buttons = [new CatalogOpening("hue-1")] },
            new("products", "en") { Header = new HeaderProduct("catalogue", "hue-1"), Buttons = [new ProductChoice("hue-1", [new ProductSection(a!, ["hue-1", "hue-2"]), new ProductSection(b!, ["hoi-an-1"])])] },
            new("goods", "en") { Cards = [.. Enumerable.Range(1, 2).Select(i => new TemplateCard(new HeaderProduct("catalogue", $"hue-{i}"), [], [new QuickReplyPayload($"more:{i}")]))] },
            new("cards", "en") { Body = [new TemplateValue(a!)], Cards = [.. Enumerable.Range(1, 10).Select(i => new TemplateCard(new HeaderImage("known"), [new TemplateValue(b!)], [new UrlSuffix($"tour/{i}"), new QuickReplyPayload($"more:{i}")]))] },
        ];
        foreach (var message in messages)
        {
            using var json = JsonDocument.Parse(message.ToJson(Somebody, "x").ToJsonString());
            new GraphRules(Approved, new Dictionary<string, string> { ["known"] = "image/jpeg", ["film"] = "video/mp4", ["paper"] = "application/pdf" }).Check(json.RootElement).ShouldBeNull(message.Name);
        }
    }

    [Fact]
    public void what_no_template_takes_is_refused()
    {
        Should.Throw<ArgumentException>(() => new UrlSuffix("two words"));
        Should.Throw<ArgumentException>(() => new UrlSuffix(""));
        Should.Throw<ArgumentException>(() => new CouponCode(new string('x', 21)));
        Should.Throw<ArgumentException>(() => new QuickReplyPayload(" "));
        Should.Throw<ArgumentException>(() => new FlowStart(" "));
        Should.Throw<ArgumentException>(() => new TemplateAmount("x", "dong", 1));
        Should.Throw<ArgumentException>(() => new ProductChoice("x", []));
        Should.Throw<ArgumentException>(() => new ProductChoice("x", [new ProductSection("empty", [])]));
        Should.Throw<ArgumentException>(() => new ProductChoice("x", [new ProductSection("many", [.. Enumerable.Range(0, 31).Select(i => $"{i}")])]));
        Should.Throw<ArgumentException>(() => new HeaderLocation(91, 0, "x", "x"));
        Should.Throw<ArgumentException>(() => new TemplateCard(new HeaderText(new TemplateValue("x")), [], []));
        Should.Throw<ArgumentException>(() => new UrlSuffix(new string('x', 2001)));
        Should.Throw<ArgumentException>(() => new FlowStart(new string('x', 201)));
        Should.Throw<ArgumentException>(() => new CatalogOpening(""));
        Should.Throw<ArgumentException>(() => new HeaderProduct("c", new string('x', 101)));
        Should.Throw<ArgumentException>(() => new TemplateMessage("cards", "en") { Cards = [Card("x")] });
        Should.Throw<ArgumentException>(() => new TemplateMessage("cards", "en") { Cards = [.. Enumerable.Repeat(Card("x"), 11)] });
        Should.Throw<ArgumentException>(() => new TemplateMessage("cards", "en") { Cards = [Card("x"), new TemplateCard(new HeaderVideo("y"), [], [])] });
    }

    [Fact]
    public void what_is_too_much_together_is_refused_before_it_is_sent()
    {
        TemplateValue Of(int length, string? name = null) => new(new string('x', length), name);

        Should.NotThrow(() => new TemplateMessage("amount", "en") { Body = [Of(700), Of(324)] });
        Should.Throw<ArgumentException>(() => new TemplateMessage("amount", "en") { Body = [Of(700), Of(325)] });
        Should.Throw<ArgumentException>(() => new TemplateMessage("named", "en") { Body = [Of(1, "tour"), Of(1)] });
        Should.Throw<ArgumentException>(() => new TemplateMessage("named", "en") { Body = [Of(1, "tour"), Of(1, "tour")] });
        Should.Throw<ArgumentException>(() => new TemplateMessage("shop", "en") { Buttons = [.. Enumerable.Range(1, 11).Select(i => new QuickReplyPayload($"{i}"))] });
        Should.Throw<ArgumentException>(() => new TemplateMessage("shop", "en") { Buttons = [new UrlSuffix("a"), new UrlSuffix("b"), new UrlSuffix("c")] });
        Should.Throw<ArgumentException>(() => new TemplateMessage("coupon", "en") { Buttons = [new CouponCode("A"), new CouponCode("B")] });
        var headed = new TemplateMessage("headed", "en") { Header = new HeaderText(Of(61)) }.ToJson(Somebody, "x");
        ((string)headed["template"]!["components"]![0]!["parameters"]![0]!["text"]!).Length.ShouldBeLessThanOrEqualTo(60);
    }

    [Fact]
    public void the_words_of_ours_are_short_enough_with_the_longest_values_there_are()
    {
        foreach (var (template, words) in OurTemplates.Of(Microsoft.Extensions.Options.Options.Create(new TravelBuddy.Web.WhatsApp.WhatsAppOptions())).SelectMany(each => each.Languages.Values, (each, words) => (each, words)))
        {
            var longest = template.Category == OurTemplates.Authentication ? 15 : 4;
            Enumerable.Range(1, template.Variables).Aggregate(words.Body, (text, i) => text.Replace($"{{{{{i}}}}}", new string('9', longest), StringComparison.Ordinal)).Length.ShouldBeLessThanOrEqualTo(1024, template.Name);
            (words.Footer?.Length ?? 0).ShouldBeLessThanOrEqualTo(60);
        }
    }

    [Fact]
    public void a_long_end_of_an_address_stays_whole()
    {
        var end = new string('x', 2000);
        new TemplateMessage("pictured", "en") { Buttons = [new UrlSuffix(end)] }.ToJson(Somebody, "x").ToJsonString().ShouldContain(end);
    }

    private static TemplateCard Card(string picture) => new(new HeaderImage(picture), [], []);

    private static Dictionary<string, TemplateWords> In(string body, params string[] labels) => new() { ["en"] = new TemplateWords(body, labels, []) };
}
