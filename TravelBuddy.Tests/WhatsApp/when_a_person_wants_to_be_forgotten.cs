using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_person_wants_to_be_forgotten(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("delete my data", "DELETE", "forgets you")]
    [InlineData("xóa dữ liệu của tôi", "xoá", "không còn giữ gì về bạn")]
    public async Task the_word_confirms_it_and_after_one_last_message_nothing_is_left(string asked, string word, string goodbye)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(asked);
        await phone.AnswerAsync("a question with a button", b => b.Buttons.Count == 1);
        var person = await phone.PersonAsync();
        await phone.SayAsync(word);
        await phone.AnswerAsync(goodbye);
        await NothingIsLeftOfAsync(person.Id);

        await phone.SayAsync("hello");
        await phone.AnswerAsync("Hello, this is TravelBuddy");
        (await phone.PersonAsync()).Id.ShouldNotBe(person.Id);
    }

    [Fact]
    public async Task a_tap_confirms_it_even_after_stop()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("you will get no more messages");
        var person = await phone.PersonAsync();
        await phone.SayAsync("please delete my data");
        await phone.TapAsync(await phone.AnswerAsync("reply DELETE"), "Delete everything");
        await phone.AnswerAsync("forgets you");
        await NothingIsLeftOfAsync(person.Id);
    }

    [Fact]
    public async Task that_they_wanted_no_messages_is_remembered_and_nobody_has_them_invited_again()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("you will get no more messages");
        var person = await phone.PersonAsync();
        await phone.SayAsync("please delete my data");
        await phone.TapAsync(await phone.AnswerAsync("a code stays from which your number cannot be read"), "Delete everything");
        await phone.AnswerAsync("only a code stays from which your number cannot be read");
        await NothingIsLeftOfAsync(person.Id);

        var traveller = Guid.CreateVersion7();
        (await app.InScopeAsync(services => services.GetRequiredService<IWhatsApp>().InviteAsync(traveller, Guid.CreateVersion7(), "+" + phone.Digits, "VN", "Agreed.", Ct))).ShouldBe(InvitationOutcome.Queued, "which tells nothing");
        await using var session = Store.QuerySession();
        (await session.Query<Invitation>().SingleAsync(invitation => invitation.TravellerId == traveller, Ct)).Sent.ShouldBeFalse();
        (await session.Query<KnownNumber>().SingleAsync(known => known.Id == person.WaIdHash, Ct)).ShouldBe(new KnownNumber { Id = person.WaIdHash!, Stopped = true });
    }

    [Theory]
    [InlineData("delete my data", "no", "nothing is deleted")]
    [InlineData("xóa dữ liệu của tôi", "Không", "mình không xóa gì cả")]
    public async Task a_no_keeps_everything(string asked, string no, string answer)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(asked);
        await phone.AnswerAsync("a question with a button", b => b.Buttons.Count == 1);
        await phone.SayAsync(no);
        await phone.AnswerAsync(answer);
        (await phone.PersonAsync()).Stopped.ShouldBeFalse();
    }

    [Theory]
    [InlineData("delete my data", "yes", "Ok!", "Reply DELETE to delete everything", "DELETE", "forgets you")]
    [InlineData("xóa dữ liệu của tôi", "Có", "đồng ý", "Bạn nhắn XÓA để xóa tất cả", "Xóa", "không còn giữ gì về bạn")]
    [InlineData("xoa du lieu cua toi", "co", "dong y nhe", "Bạn nhắn XÓA để xóa tất cả", "xoa", "không còn giữ gì về bạn")]
    public async Task a_yes_deletes_nothing_and_leaves_the_question_open(string asked, string yes, string again, string answer, string word, string goodbye)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(asked);
        await phone.AnswerAsync("a question with a button", b => b.Buttons.Count == 1);
        var person = await phone.PersonAsync();
        foreach (var lightly in new[] { yes, again })
        {
            await phone.SayAsync(lightly);
            (await phone.AnswerAsync(answer)).Buttons.Count.ShouldBe(1);
        }

        (await phone.PersonAsync()).Id.ShouldBe(person.Id);
        await phone.SayAsync(word);
        await phone.AnswerAsync(goodbye);
        await NothingIsLeftOfAsync(person.Id);
    }

    [Fact]
    public async Task a_yes_by_somebody_who_stopped_is_answered_as_well()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("you will get no more messages");
        await phone.SayAsync("please delete my data");
        await phone.AnswerAsync("reply DELETE");
        await phone.SayAsync("yes");
        await phone.AnswerAsync("Nothing is deleted yet.");
    }

    [Theory]
    [InlineData("no"), InlineData("keep it")]
    public async Task a_no_by_somebody_who_stopped_is_answered_as_well(string no)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("you will get no more messages");
        await phone.SayAsync("please delete my data");
        await phone.AnswerAsync("reply DELETE");
        await phone.SayAsync(no);
        await phone.AnswerAsync("nothing is deleted");
        (await phone.PersonAsync()).Stopped.ShouldBeTrue();
    }

    [Fact]
    public async Task anything_else_than_the_yes_keeps_everything()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("delete my data");
        var question = await phone.AnswerAsync("reply DELETE");
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
        var person = await phone.PersonAsync();
        await phone.SayAsync("DELETE");
        await phone.AnswerAsync("I know tours in Viet Nam only");
        await phone.TapAsync(question, "Delete everything");
        await phone.AnswerAsync("reply DELETE");
        (await phone.PersonAsync()).Id.ShouldBe(person.Id);
    }

    [Fact]
    public async Task a_yes_after_an_hour_is_asked_again()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("delete my data");
        var question = await phone.AnswerAsync("reply DELETE");
        var person = await phone.PersonAsync();
        await using (var session = Store.LightweightSession())
        {
            var state = (await session.LoadAsync<ChatState>(person.Id, Ct)).ShouldNotBeNull();
            session.Store(state with { ErasureAskedAt = state.ErasureAskedAt - Consent.ErasureQuestion });
            await session.SaveChangesAsync(Ct);
        }

        await phone.TapAsync(question, "Delete everything");
        await phone.AnswerAsync("reply DELETE");
        (await app.Services.GetRequiredService<IAccounts>().FindPersonAsync(person.Id, Ct)).ShouldNotBeNull();
    }

    private IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    private Task NothingIsLeftOfAsync(Guid personId) => Polling.UntilAsync("nothing left of the person", async () =>
    {
        await using var session = Store.QuerySession();
        return await session.LoadAsync<Person>(personId, Ct) is null
            && await session.LoadAsync<ChatState>(personId, Ct) is null
            && await session.LoadAsync<SubjectKey>(personId, Ct) is null
            && !await session.Query<OutboundMessage>().AnyAsync(message => message.PersonId == personId, Ct)
            && !await session.Query<PersonIdentifier>().AnyAsync(identifier => identifier.PersonId == personId, Ct)
            && !await session.Query<Traveller>().AnyAsync(traveller => traveller.PersonId == personId, Ct);
    });
}
