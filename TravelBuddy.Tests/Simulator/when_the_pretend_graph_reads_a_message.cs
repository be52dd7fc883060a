using System.Text.Json;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Tests.Simulator;

/// <summary>Each rule of Meta's by itself: a message that is right, and the same with one thing wrong.</summary>
public sealed class when_the_pretend_graph_reads_a_message
{
    private static readonly Dictionary<string, string> Media = new() { ["known"] = "image/jpeg", ["paper"] = "application/pdf", ["voice"] = "audio/ogg; codecs=opus", ["film"] = "video/mp4" };

    private const string Row = """{"id":"1","title":"x"}""";

    private static readonly PretendTemplates Templates = new(
    [
        new("positional", "MARKETING", 2, [TemplateButton.QuickReply, TemplateButton.QuickReply], In("a {{1}} b {{2}} c", "Yes", "No")),
        new("named", "UTILITY", 2, [TemplateButton.Url], In("a {{tour}} b {{day}} c", "Open")) { Names = ["tour", "day"], Header = TemplateHeaderKind.Image },
        new("code", PretendTemplates.Authentication, 1, [TemplateButton.Url], In("*{{1}}* is your code.", "Copy")),
        new("coupon", "MARKETING", 0, [TemplateButton.CopyCode], In("A present.", "Copy")),
        new("headed", "MARKETING", 0, [], In("x")) { Header = TemplateHeaderKind.Text, HeaderText = "Tours in {{1}} for you" },
        new("mapped", "UTILITY", 0, [], In("x")) { Header = TemplateHeaderKind.Location },
        new("offer", "MARKETING", 0, [], In("x")) { IsOffer = true },
        new("form", "UTILITY", 0, [TemplateButton.Flow], In("x", "Fill in")),
        new("shop", "MARKETING", 0, [TemplateButton.Catalog], In("x", "See all")),
        new("products", "MARKETING", 0, [TemplateButton.Products], In("x", "See these")) { Header = TemplateHeaderKind.Product },
        new("cards", "MARKETING", 0, [], In("x")) { Card = new PretendCardShape(TemplateHeaderKind.Image, 1, [TemplateButton.QuickReply]) },
    ]);

    [Theory]
    [InlineData("text", """{"body":"x","preview_url":true}""", null)]
    [InlineData("text", """{"body":"x","preview_url":"yes"}""", 100)]
    [InlineData("text", """{"body":"x","colour":"red"}""", 100)]
    [InlineData("text", """{"text":"x"}""", 100)]
    [InlineData("text", "\"x\"", 100)]
    [InlineData("image", """{"id":"known","caption":"x"}""", null)]
    [InlineData("image", """{"id":"unknown"}""", 100)]
    [InlineData("image", """{"link":"http://example.com/x.jpg"}""", 100)]
    [InlineData("image", """{"id":"known","filename":"x.jpg"}""", 100)]
    [InlineData("document", """{"id":"paper","filename":"x.pdf","caption":"x"}""", null)]
    [InlineData("document", """{"id":"known","filename":"x.jpg"}""", 100)]
    [InlineData("image", """{"id":"paper"}""", 100)]
    [InlineData("video", """{"id":"known"}""", 100)]
    [InlineData("video", """{"id":"film","caption":"x"}""", null)]
    [InlineData("sticker", """{"id":"known"}""", 100)]
    [InlineData("audio", """{"id":"voice","voice":true}""", null)]
    [InlineData("audio", """{"id":"known"}""", 100)]
    [InlineData("audio", """{"id":"voice","caption":"x"}""", 100)]
    [InlineData("location", """{"latitude":16.06,"longitude":108.22,"name":"Da Nang"}""", null)]
    [InlineData("location", """{"latitude":"16.06","longitude":108.22}""", 100)]
    [InlineData("location", """{"latitude":106,"longitude":16}""", 100)]
    [InlineData("contacts", """[{"name":{"formatted_name":"An Agency","first_name":"An"},"phones":[{"phone":"+84905","type":"WORK"}]}]""", null)]
    [InlineData("contacts", """[{"name":{"formatted_name":"An Agency"}}]""", 100)]
    [InlineData("contacts", "[]", 100)]
    [InlineData("reaction", """{"message_id":"wamid.1","emoji":"👍"}""", null)]
    [InlineData("reaction", """{"message_id":"wamid.1","emoji":""}""", null)]
    [InlineData("reaction", """{"emoji":"👍"}""", 131008)]
    [InlineData("poll", """{}""", 100)]
    public void what_a_type_holds_is_checked(string type, string content, int? code) => Code(Message(type, content)).ShouldBe(code);

    [Theory]
    [InlineData("""{"type":"button","body":{"text":"x"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}},{"type":"reply","reply":{"id":"2","title":"b"}}]}}""", null)]
    [InlineData("""{"type":"button","header":{"type":"image","image":{"id":"known"}},"body":{"text":"x"},"footer":{"text":"f"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}}]}}""", null)]
    [InlineData("""{"type":"button","header":{"type":"image","image":{"id":"unknown"}},"body":{"text":"x"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}}]}}""", 100)]
    [InlineData("""{"type":"button","header":{"type":"gif","gif":{"id":"known"}},"body":{"text":"x"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}}]}}""", 100)]
    [InlineData("""{"type":"button","header":{"type":"text","text":"h","colour":"red"},"body":{"text":"x"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}}]}}""", 100)]
    [InlineData("""{"type":"button","body":{"text":"x","text2":"y"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}}]}}""", 100)]
    [InlineData("""{"type":"button","body":{"text":"x"},"footer":{"text":"A small line that goes on for longer than sixty characters, which is too long"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}}]}}""", 100)]
    [InlineData("""{"type":"button","body":{"text":"x"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}},{"type":"reply","reply":{"id":"1","title":"b"}}]}}""", 100)]
    [InlineData("""{"type":"button","body":{"text":"x"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}},{"type":"reply","reply":{"id":"2","title":"a"}}]}}""", 100)]
    [InlineData("""{"type":"button","body":{"text":"x"},"action":{"buttons":[{"type":"url","url":"https://example.com"}]}}""", 100)]
    [InlineData("""{"type":"button","body":{"text":"x"},"action":{"buttons":[{"type":"reply","icon":"x","reply":{"id":"1","title":"a"}}]}}""", 100)]
    [InlineData("""{"type":"button","body":{"text":"x"},"action":{"buttons":[]}}""", 100)]
    [InlineData("""{"type":"button","action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}}]}}""", 131008)]
    [InlineData("""{"type":"list","body":{"text":"x"},"action":{"button":"b","sections":[{"rows":[ROW]}]}}""", null)]
    [InlineData("""{"type":"list","header":{"type":"image","image":{"id":"known"}},"body":{"text":"x"},"action":{"button":"b","sections":[{"rows":[ROW]}]}}""", 100)]
    [InlineData("""{"type":"list","body":{"text":"x"},"action":{"button":"b","sections":[{"rows":[ROW]},{"rows":[{"id":"2","title":"y"}]}]}}""", 131008)]
    [InlineData("""{"type":"list","body":{"text":"x"},"action":{"button":"b","sections":[{"title":"s","rows":[ROW]},{"title":"t","rows":[{"id":"2","title":"y"}]}]}}""", null)]
    [InlineData("""{"type":"list","body":{"text":"x"},"action":{"button":"b","sections":[{"rows":[ROW,ROW]}]}}""", 100)]
    [InlineData("""{"type":"list","body":{"text":"x"},"action":{"button":"b","sections":[{"rows":[{"id":"1","title":"x","price":"5"}]}]}}""", 100)]
    [InlineData("""{"type":"list","body":{"text":"x"},"action":{"sections":[{"rows":[ROW]}]}}""", 131008)]
    [InlineData("""{"type":"cta_url","header":{"type":"image","image":{"id":"known"}},"body":{"text":"x"},"action":{"name":"cta_url","parameters":{"display_text":"Open","url":"https://example.com"}}}""", null)]
    [InlineData("""{"type":"cta_url","body":{"text":"x"},"action":{"name":"open","parameters":{"display_text":"Open","url":"https://example.com"}}}""", 100)]
    [InlineData("""{"type":"cta_url","body":{"text":"x"},"action":{"name":"cta_url","parameters":{"display_text":"Open this page right now","url":"https://example.com"}}}""", 100)]
    [InlineData("""{"type":"cta_url","body":{"text":"x"},"action":{"name":"cta_url","buttons":[],"parameters":{"display_text":"Open","url":"https://example.com"}}}""", 100)]
    [InlineData("""{"type":"location_request_message","body":{"text":"x"},"action":{"name":"send_location"}}""", null)]
    [InlineData("""{"type":"location_request_message","header":{"type":"text","text":"h"},"body":{"text":"x"},"action":{"name":"send_location"}}""", 100)]
    [InlineData("""{"type":"location_request_message","body":{"text":"x"},"footer":{"text":"f"},"action":{"name":"send_location"}}""", 100)]
    [InlineData("""{"type":"location_request_message","action":{"name":"send_location"}}""", 131008)]
    [InlineData("""{"type":"product","body":{"text":"x"},"action":{}}""", 100)]
    public void what_can_be_tapped_is_checked(string interactive, int? code) => Code(Message("interactive", interactive.Replace("ROW", Row, StringComparison.Ordinal))).ShouldBe(code);

    [Fact]
    public void a_list_has_ten_rows_over_all_its_sections()
    {
        static string Section(int from, int count) => $$"""{"title":"s{{from}}","rows":[{{string.Join(',', Enumerable.Range(from, count).Select(id => $$"""{"id":"{{id}}","title":"x"}"""))}}]}""";
        static string List(params string[] sections) => $$$"""{"type":"list","body":{"text":"x"},"action":{"button":"b","sections":[{{{string.Join(',', sections)}}}]}}""";

        Code(Message("interactive", List(Section(0, 5), Section(5, 5)))).ShouldBeNull();
        Code(Message("interactive", List(Section(0, 5), Section(5, 6)))).ShouldBe(100);
    }

    [Theory]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,P]}]}""", null)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P]}]}""", 132000)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,{"type":"text","text":"two\nlines"}]}]}""", 132018)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,{"type":"text","text":""}]}]}""", 131008)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,{"type":"text","text":"x","parameter_name":"day"}]}]}""", 100)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,P]},{"type":"header","parameters":[P]}]}""", 132000)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,P]},{"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"no"}]}]}""", null)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,P]},{"type":"button","sub_type":"quick_reply","index":2,"parameters":[{"type":"payload","payload":"no"}]}]}""", 100)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,P]},{"type":"button","sub_type":"url","index":"0","parameters":[P]}]}""", 100)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,P]},{"type":"button","sub_type":"quick_reply","index":"0","parameters":[P]}]}""", 100)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,P]},{"type":"footer"}]}""", 100)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"namespace":"x","components":[{"type":"body","parameters":[P,P]}]}""", 100)]
    [InlineData("""{"name":"positional","language":{"code":"de"},"components":[{"type":"body","parameters":[P,P]}]}""", 132001)]
    [InlineData("""{"name":"named","language":{"code":"en"},"components":[PICTURE,{"type":"body","parameters":[{"type":"text","parameter_name":"day","text":"x"},{"type":"text","parameter_name":"tour","text":"x"}]},URL]}""", null)]
    [InlineData("""{"name":"named","language":{"code":"en"},"components":[PICTURE,{"type":"body","parameters":[P,P]},URL]}""", 100)]
    [InlineData("""{"name":"named","language":{"code":"en"},"components":[PICTURE,{"type":"body","parameters":[{"type":"text","parameter_name":"day","text":"x"},{"type":"text","parameter_name":"price","text":"x"}]},URL]}""", 132000)]
    [InlineData("""{"name":"named","language":{"code":"en"},"components":[{"type":"body","parameters":[{"type":"text","parameter_name":"day","text":"x"},{"type":"text","parameter_name":"tour","text":"x"}]},URL]}""", 132012)]
    [InlineData("""{"name":"named","language":{"code":"en"},"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"unknown"}}]},{"type":"body","parameters":[{"type":"text","parameter_name":"day","text":"x"},{"type":"text","parameter_name":"tour","text":"x"}]},URL]}""", 100)]
    [InlineData("""{"name":"named","language":{"code":"en"},"components":[PICTURE,{"type":"body","parameters":[{"type":"text","parameter_name":"day","text":"x"},{"type":"text","parameter_name":"tour","text":"x"}]}]}""", 131008)]
    [InlineData("""{"name":"code","language":{"code":"en"},"components":[{"type":"body","parameters":[{"type":"text","text":"123456"}]},{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"123456"}]}]}""", null)]
    [InlineData("""{"name":"code","language":{"code":"en"},"components":[{"type":"body","parameters":[{"type":"text","text":"123456"}]},{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"654321"}]}]}""", 100)]
    [InlineData("""{"name":"coupon","language":{"code":"en"},"components":[{"type":"button","sub_type":"copy_code","index":"0","parameters":[{"type":"coupon_code","coupon_code":"HUE25"}]}]}""", null)]
    [InlineData("""{"name":"coupon","language":{"code":"en"},"components":[{"type":"button","sub_type":"copy_code","index":"0","parameters":[P]}]}""", 100)]
    [InlineData("""{"name":"coupon","language":{"code":"en"},"components":[{"type":"carousel","cards":[]},{"type":"button","sub_type":"copy_code","index":"0","parameters":[{"type":"coupon_code","coupon_code":"HUE25"}]}]}""", 100)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,{"type":"currency","currency":{"fallback_value":"2.590.000đ","code":"VND","amount_1000":2590000000}}]}]}""", null)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,{"type":"currency","currency":{"fallback_value":"2.590.000đ","code":"VND","amount_1000":"much"}}]}]}""", 100)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,{"type":"date_time","date_time":{"fallback_value":"2 April"}}]}]}""", null)]
    [InlineData("""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[P,{"type":"date_time","date_time":{}}]}]}""", 131008)]
    [InlineData("""{"name":"offer","language":{"code":"en"},"components":[{"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":1793000000000}}]}]}""", null)]
    [InlineData("""{"name":"offer","language":{"code":"en"},"components":[{"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":"soon"}}]}]}""", 100)]
    [InlineData("""{"name":"offer","language":{"code":"en"},"components":[]}""", 131008)]
    [InlineData("""{"name":"form","language":{"code":"en"},"components":[{"type":"button","sub_type":"flow","index":"0","parameters":[{"type":"action","action":{"flow_token":"7","flow_action_data":{}}}]}]}""", null)]
    [InlineData("""{"name":"form","language":{"code":"en"},"components":[]}""", null)]
    [InlineData("""{"name":"form","language":{"code":"en"},"components":[{"type":"button","sub_type":"flow","index":"0","parameters":[{"type":"action","action":{"flow_token":"7","flow_action_data":"x"}}]}]}""", 100)]
    [InlineData("""{"name":"form","language":{"code":"en"},"components":[{"type":"button","sub_type":"flow","index":"0","parameters":[P]}]}""", 100)]
    [InlineData("""{"name":"shop","language":{"code":"en"},"components":[{"type":"button","sub_type":"catalog","index":"0","parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"hue-1"}}]}]}""", null)]
    [InlineData("""{"name":"shop","language":{"code":"en"},"components":[]}""", null)]
    [InlineData("""{"name":"products","language":{"code":"en"},"components":[PRODUCT,{"type":"button","sub_type":"mpm","index":"0","parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"hue-1","sections":[{"title":"Huế","product_items":[{"product_retailer_id":"hue-1"}]}]}}]}]}""", null)]
    [InlineData("""{"name":"products","language":{"code":"en"},"components":[PRODUCT,{"type":"button","sub_type":"mpm","index":"0","parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"hue-1","sections":[{"title":"Huế","product_items":[]}]}}]}]}""", 131008)]
    [InlineData("""{"name":"products","language":{"code":"en"},"components":[PRODUCT,{"type":"button","sub_type":"mpm","index":"0","parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"hue-1","sections":[]}}]}]}""", 100)]
    [InlineData("""{"name":"products","language":{"code":"en"},"components":[PICTURE,{"type":"button","sub_type":"mpm","index":"0","parameters":[{"type":"action","action":{"thumbnail_product_retailer_id":"hue-1","sections":[{"title":"Huế","product_items":[{"product_retailer_id":"hue-1"}]}]}}]}]}""", 132012)]
    [InlineData("""{"name":"headed","language":{"code":"en"},"components":[{"type":"header","parameters":[P]}]}""", null)]
    [InlineData("""{"name":"headed","language":{"code":"en"},"components":[PICTURE]}""", 132012)]
    [InlineData("""{"name":"headed","language":{"code":"en"},"components":[{"type":"header","parameters":[{"type":"text","text":"A header that goes on for longer than sixty characters is too long"}]}]}""", 100)]
    [InlineData("""{"name":"mapped","language":{"code":"en"},"components":[{"type":"header","parameters":[{"type":"location","location":{"latitude":"15.88","longitude":"108.33","name":"Hoi An","address":"Quang Nam"}}]}]}""", null)]
    [InlineData("""{"name":"mapped","language":{"code":"en"},"components":[{"type":"header","parameters":[{"type":"location","location":{"latitude":15.88,"longitude":"108.33","name":"Hoi An","address":"Quang Nam"}}]}]}""", 100)]
    [InlineData("""{"name":"mapped","language":{"code":"en"},"components":[{"type":"header","parameters":[{"type":"location","location":{"latitude":"15.88","longitude":"108.33","name":"Hoi An"}}]}]}""", 131008)]
    [InlineData("""{"name":"cards","language":{"code":"en"},"components":[{"type":"carousel","cards":[CARD0,CARD1]}]}""", null)]
    [InlineData("""{"name":"cards","language":{"code":"en"},"components":[{"type":"carousel","cards":[CARD0]}]}""", 132000)]
    [InlineData("""{"name":"cards","language":{"code":"en"},"components":[{"type":"carousel","cards":[CARD0,CARD0]}]}""", 100)]
    [InlineData("""{"name":"cards","language":{"code":"en"},"components":[{"type":"carousel","cards":[CARD0,{"card_index":1,"components":[PICTURE]}]}]}""", 132000)]
    [InlineData("""{"name":"cards","language":{"code":"en"},"components":[{"type":"carousel","cards":[CARD0,{"card_index":1,"components":[{"type":"body","parameters":[P]}]}]}]}""", 132012)]
    [InlineData("""{"name":"cards","language":{"code":"en"},"components":[]}""", 132000)]
    public void a_template_is_checked_against_how_it_was_approved(string template, int? code) => Code(Message("template", template
        .Replace("CARD0", Card(0), StringComparison.Ordinal).Replace("CARD1", Card(1), StringComparison.Ordinal)
        .Replace("PRODUCT", """{"type":"header","parameters":[{"type":"product","product":{"product_retailer_id":"hue-1","catalog_id":"c"}}]}""", StringComparison.Ordinal)
        .Replace("PICTURE", """{"type":"header","parameters":[{"type":"image","image":{"id":"known"}}]}""", StringComparison.Ordinal)
        .Replace("URL", """{"type":"button","sub_type":"url","index":"0","parameters":[P]}""", StringComparison.Ordinal)
        .Replace("[P", """[{"type":"text","text":"x"}""", StringComparison.Ordinal).Replace(",P]", """,{"type":"text","text":"x"}]""", StringComparison.Ordinal))).ShouldBe(code);

    [Theory]
    [InlineData("""{"messaging_product":"whatsapp","recipient_type":"individual","to":"+84905123456","type":"text","text":{"body":"x"},"context":{"message_id":"wamid.1"},"biz_opaque_callback_data":"1"}""", null)]
    [InlineData("""{"messaging_product":"whatsapp","recipient_type":"group","to":"+84905123456","type":"text","text":{"body":"x"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"text","text":{"body":"x"},"image":{"id":"known"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"text","text":{"body":"x"},"preview_url":true}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"text","text":{"body":"x"},"context":{"id":"wamid.1"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"text","text":{"body":"x"},"context":{}}""", 131008)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","type":"reaction","reaction":{"message_id":"wamid.1","emoji":""},"context":{"message_id":"wamid.1"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"VN.0123456789","type":"text","text":{"body":"x"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"0084905123456","type":"text","text":{"body":"x"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","recipient":"VN.0123456789","type":"text","text":{"body":"x"}}""", null)]
    [InlineData("""{"messaging_product":"whatsapp","recipient":"+84905123456","type":"text","text":{"body":"x"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","recipient":"VN.0123456789","type":"template","template":{"name":"code","language":{"code":"en"},"components":[]}}""", 131062)]
    [InlineData("""{"messaging_product":"whatsapp","type":"text","text":{"body":"x"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+84905123456","text":{"body":"x"}}""", 131008)]
    public void what_stands_around_it_is_checked(string message, int? code) => Code(message).ShouldBe(code);

    [Theory]
    [InlineData("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.1"}""", null)]
    [InlineData("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.1","typing_indicator":{"type":"text"}}""", null)]
    [InlineData("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.1","typing_indicator":{"type":"audio"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.1","typing_indicator":true}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.1","to":"+84905123456"}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","status":"read"}""", 131008)]
    public void marking_as_read_takes_only_that_and_typing(string body, int? code) => (GraphRules.CheckRead(JsonDocument.Parse(body).RootElement)?.Code).ShouldBe(code);

    [Theory]
    [InlineData("+84900000001"), InlineData("84900000001")]
    public void the_number_cannot_write_to_itself(string to) => Code($$$"""{"messaging_product":"whatsapp","to":"{{{to}}}","type":"text","text":{"body":"x"}}""").ShouldBe(131021);

    [Theory]
    [InlineData(1013, null), InlineData(1014, 132005)]
    public void the_body_of_a_template_with_its_values_has_1024_characters(int length, int? code) =>
        Code(Message("template", $$$"""{"name":"positional","language":{"code":"en"},"components":[{"type":"body","parameters":[{"type":"text","text":"{{{new string('x', length)}}}"},{"type":"text","text":"four"}]}]}""")).ShouldBe(code);

    [Theory]
    [InlineData(43, null), InlineData(44, 132005)]
    public void the_header_of_a_template_with_its_value_has_60(int length, int? code) =>
        Code(Message("template", $$$"""{"name":"headed","language":{"code":"en"},"components":[{"type":"header","parameters":[{"type":"text","text":"{{{new string('x', length)}}}"}]}]}""")).ShouldBe(code);

    [Fact]
    public void what_is_unknown_is_named() => Check(Message("text", """{"body":"x","colour":"red"}"""))!.Details.ShouldBe("Unexpected key \"colour\" on param \"text\".");

    [Fact]
    public void templates_have_the_names_and_languages_of_the_settings()
    {
        var templates = PretendTemplates.Of(Options.Create(new WhatsAppOptions { Templates = new() { Invitation = "our_invitation", English = "en_GB", Vietnamese = "vi" } }));
        templates.Find("our_invitation").ShouldNotBeNull().Languages.Keys.ShouldBe(["vi", "en_GB"], ignoreOrder: true);
        templates.Find("tour_invitation").ShouldBeNull();
        templates.Find("tours_ready").ShouldNotBeNull();
        PretendTemplates.Of(Options.Create(new WhatsAppOptions { Templates = new() { English = "vi", Vietnamese = "vi" } })).Find("sign_in_code")!.Languages.Keys.ShouldBe(["vi"]);
    }

    private static string Card(int index) =>
        $$"""{"card_index":{{index}},"components":[PICTURE,{"type":"body","parameters":[P]},{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"x"}]}]}""";

    private static Dictionary<string, TemplateWords> In(string body, params string[] labels) => new() { ["en"] = new TemplateWords(body, labels, []) };

    private static string Message(string type, string content) => $$"""{"messaging_product":"whatsapp","to":"+84905123456","type":"{{type}}","{{type}}":{{content}}}""";

    private static int? Code(string message) => Check(message)?.Code;

    private static GraphFault? Check(string message) => new GraphRules(Templates, Media) { Sender = "84900000001" }.Check(JsonDocument.Parse(message).RootElement);
}
