using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TravelBuddy.Tests.Accounts;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Tests.WhatsApp;

[Collection(ConfiguredAppCollection.Name)]
public sealed class when_templates_are_reviewed(ConfiguredApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "Sent once to a number that somebody typed", "ready"), InlineData("vi", "Gửi một lần tới số mà ai đó nhập", "sẵn sàng")]
    public async Task an_admin_sees_what_each_is_for_its_words_and_that_meta_has_it(string language, string purpose, string ready)
    {
        using var browser = await app.NewAdminSessionAsync(language);

        var page = await browser.GetAsync("/admin/templates");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Page.Body!.TextContent.ShouldContain(purpose);
        page.Texts("summary .badge").ShouldBe(Enumerable.Repeat(ready, 8), "four templates in two languages, all approved by the pretend Meta");
        page.Page.Body!.TextContent.ShouldContain("tour_invitation");
    }

    [Theory]
    [InlineData("""{"name":"tours_ready","language":"en","status":"PAUSED","category":"MARKETING","components":[]}""", TemplateProblem.NotApproved)]
    [InlineData("""{"name":"tours_ready","language":"en","status":"APPROVED","category":"UTILITY","components":[]}""", TemplateProblem.OtherCategory)]
    [InlineData("""{"name":"tours_ready","language":"en","status":"APPROVED","category":"MARKETING","components":[{"type":"BODY","text":"{{1}} and {{2}}"}]}""", TemplateProblem.OtherVariables)]
    [InlineData("""{"name":"tours_ready","language":"en","status":"APPROVED","category":"MARKETING","components":[{"type":"BODY","text":"{{1}}"}]}""", TemplateProblem.OtherButtons)]
    [InlineData("""{"name":"tours_ready","language":"en","status":"APPROVED","category":"MARKETING","components":[{"type":"BODY","text":"{{1}}"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Show"}]}]}""", TemplateProblem.None)]
    [InlineData("""{"name":"tours_ready","language":"en","status":"APPROVED","category":"MARKETING","components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"{{1}}"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Show"}]}]}""", TemplateProblem.OtherHeader)]
    [InlineData("""{"name":"tours_ready","language":"en","status":"APPROVED","category":"MARKETING","components":[{"type":"HEADER","format":"TEXT","text":"Tours"},{"type":"BODY","text":"{{1}}"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Show"}]}]}""", TemplateProblem.None)]
    [InlineData("""{"name":"tours_ready","language":"en_US","status":"APPROVED","category":"MARKETING"}""", TemplateProblem.Missing)]
    [InlineData("""{"name":7}""", TemplateProblem.Missing)]
    public async Task what_keeps_one_from_being_sent_is_named(string template, TemplateProblem problem)
    {
        var reviews = await ReviewAsync(HttpStatusCode.OK, """{"data":[""" + template + """],"paging":{"cursors":{"after":"x"}}}""");

        reviews.Needed.Single(each => each.Ours.Name == "tours_ready" && each.Language == "en").Problem.ShouldBe(problem);
        reviews.Needed.Count(each => each.Problem == TemplateProblem.Missing).ShouldBe(problem == TemplateProblem.Missing ? 6 : 5);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, """{"error":{"code":190}}""", 190), InlineData(HttpStatusCode.NotFound, "<html>", GraphError.NotInForm), InlineData(HttpStatusCode.OK, "[]", null), InlineData(HttpStatusCode.OK, "no json", null)]
    public async Task where_meta_does_not_tell_that_is_said_and_what_is_needed_is_known(HttpStatusCode status, string body, int? code)
    {
        var reviews = await ReviewAsync(status, body);

        reviews.IsAnswered.ShouldBeFalse();
        (reviews.Error?.Code).ShouldBe(code);
        reviews.Needed.Count.ShouldBe(6);
    }

    [Fact]
    public void every_template_keeps_to_metas_rules()
    {
        foreach (var (template, language, words) in OurTemplates.Of(Options.Create(new WhatsAppOptions())).SelectMany(template => template.Languages, (template, each) => (template, each.Key, each.Value)))
        {
            words.Body.Length.ShouldBeLessThanOrEqualTo(1024);
            words.Labels.Count.ShouldBe(template.Buttons.Count);
            words.Labels.ShouldAllBe(label => label.Length <= 25);
            words.Examples.Count.ShouldBe(template.Variables);
            ApprovedTemplate.Read(JsonSerializer.SerializeToElement(new { name = template.Name, language, status = "approved", category = template.Category, components = new[] { new { type = "BODY", text = words.Body } } }))!.Variables.ShouldBe(template.Variables);
            if (template.Category == OurTemplates.Marketing)
            {
                words.Body.ShouldNotStartWith("{{");
                words.Body.ShouldNotEndWith("}}");
            }
        }
    }

    private Task<TemplateReviews> ReviewAsync(HttpStatusCode status, string body) =>
        new TemplateReview(new GraphClient(new OneAnswer(status, body), app.Services.GetRequiredService<BusinessAccount>()), Options.Create(new WhatsAppOptions())).ReadAsync(Ct);
}
