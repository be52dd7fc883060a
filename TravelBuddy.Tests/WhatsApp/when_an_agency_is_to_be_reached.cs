using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Catalog;
using TravelBuddy.Tests.Recommendations;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_an_agency_is_to_be_reached(OwnCatalogue app) : IClassFixture<OwnCatalogue>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://tours.example/1", "+84900000001", "Book", typeof(LinkMessage), "on their own page", typeof(TextMessage), "You can reach them here")]
    [InlineData("https://tours.example/1", null, "Book", typeof(LinkMessage), "on their own page", typeof(LinkMessage), "their booking page is the way")]
    [InlineData(null, "+84900000001", "Ask the agency", typeof(TextMessage), "has no booking page", typeof(TextMessage), "You can reach them here")]
    [InlineData(null, null, "Ask the agency", typeof(TextMessage), "neither a booking page nor", typeof(TextMessage), "neither a booking page nor")]
    public async Task a_card_offers_the_way_that_there_is(string? page, string? phone, string button, Type booking, string booked, Type asking, string asked)
    {
        var list = await ListOfOneAsync(page, phone);

        (await ComposedAsync(list, MessageKind.Tour)).ShouldBeOfType<ButtonsMessage>().Buttons[0].Title.ShouldBe(button);
        var book = await ComposedAsync(list, MessageKind.BookingLink);
        book.ShouldBeOfType(booking);
        book.Content().ToJsonString().ShouldContain(booked);
        var ask = await ComposedAsync(list, MessageKind.AgencyContact);
        ask.ShouldBeOfType(asking);
        ask.Content().ToJsonString().ShouldContain(asked);
    }

    [Fact]
    public async Task whom_to_call_comes_with_a_preview_of_the_booking_page_and_without_a_picture_the_page_stands_for_it()
    {
        var both = await ListOfOneAsync("https://tours.example/1", "+84900000001");
        (await ComposedAsync(both, MessageKind.AgencyContact)).ShouldBeOfType<TextMessage>().ShouldSatisfyAllConditions(m => m.PreviewUrl.ShouldBeTrue(), m => m.Body.ShouldContain("☎ +84"), m => m.Body.ShouldContain("/go/"));
        (await ComposedAsync(both, MessageKind.TourPicture)).ShouldBeOfType<TextMessage>().ShouldSatisfyAllConditions(m => m.PreviewUrl.ShouldBeTrue(), m => m.Body.ShouldContain("no picture"), m => m.Body.ShouldContain("/go/"));

        var neither = await ListOfOneAsync(null, null);
        (await ComposedAsync(neither, MessageKind.TourPicture)).ShouldBeOfType<TextMessage>().PreviewUrl.ShouldBeFalse("there is no address in it");
    }

    [Fact]
    public async Task details_of_what_has_no_booking_page_name_none()
    {
        (await ComposedAsync(await ListOfOneAsync("https://tours.example/1", null), MessageKind.TourDetails)).ShouldBeOfType<TextMessage>().Body.ShouldContain("“book 1”");
        (await ComposedAsync(await ListOfOneAsync(null, "+84900000001"), MessageKind.TourDetails)).ShouldBeOfType<TextMessage>().Body.ShouldNotContain("“book 1”");
    }

    private Task<ChatMessage> ComposedAsync(RecommendationList list, MessageKind kind) => app.InScopeAsync(async services =>
    {
        var content = new OutboundContent(kind, "en") { ListId = list.Id, Rank = 1 };
        var message = new OutboundMessage { Id = Guid.NewGuid(), PersonId = Guid.NewGuid(), Sequence = 1, CreatedAt = DateTimeOffset.UtcNow, Content = content, ListId = list.Id, WithoutPicture = true };
        return (await services.GetRequiredService<MessageComposer>().ComposeAsync(message, Ct)).ShouldNotBeNull();
    });

    private async Task<RecommendationList> ListOfOneAsync(string? page, string? phone)
    {
        var name = Guid.NewGuid().ToString("N");
        var list = SampleLists.Of(new RankedPackage(name, 1, [], [])) with { Currency = "VND" };
        await using var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Insert(new TourPackage { Id = name, SourceId = name, ProviderId = name, Title = "A walk in the old town", BookingUrl = page, ContactPhone = phone, ContentHash = name });
        session.Insert(new Provider { Id = name, Name = "Old Town Walks (sample)", IsSample = true });
        session.Insert(list);
        await session.SaveChangesAsync(Ct);
        return list;
    }
}
