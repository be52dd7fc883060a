using System.Text.Json.Nodes;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Tests.Simulator;

public sealed class when_a_message_is_priced
{
    private static readonly PretendTemplates Templates = new([.. new[] { "MARKETING", "UTILITY", "AUTHENTICATION" }.Select(category =>
        new PretendTemplate(category.ToLowerInvariant(), category, 0, [], new Dictionary<string, TemplateWords> { ["en"] = new TemplateWords("x", [], []) }))]);

    [Theory]
    [InlineData("marketing", true, true), InlineData("marketing", false, true)]
    [InlineData("authentication", true, true), InlineData("authentication", false, true)]
    [InlineData("utility", true, false), InlineData("utility", false, true)]
    public void a_template_is_charged_for_but_a_utility_one_within_the_window(string category, bool inWindow, bool isCharged) =>
        PretendPrice.Of(JsonNode.Parse($$$"""{"type":"template","template":{"name":"{{{category}}}"}}""")!.AsObject(), inWindow, Templates).ShouldBe(new PretendPrice(category, isCharged));

    [Fact]
    public void what_is_written_freely_costs_nothing() => PretendPrice.Of(JsonNode.Parse("""{"type":"text"}""")!.AsObject(), true, Templates).ShouldBe(new PretendPrice("service", false));

    [Theory]
    [InlineData(true, """{"billable":true,"pricing_model":"PMP","type":"regular","category":"marketing"}"""), InlineData(false, """{"billable":false,"pricing_model":"PMP","type":"free_customer_service","category":"marketing"}""")]
    public void it_is_told_with_each_status_as_meta_does(bool isCharged, string pricing) =>
        PretendDelivery.OfStatus(DeliveryState.Delivered, new PretendPerson("84905123456", null, "VN.1"), "wamid.1", new PretendPrice("marketing", isCharged), null, DateTimeOffset.UnixEpoch)["statuses"]![0]!["pricing"]!.ToJsonString().ShouldBe(pricing);
}
