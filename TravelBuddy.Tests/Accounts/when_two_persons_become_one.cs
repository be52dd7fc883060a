using System.Security.Cryptography;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Tests.Accounts;

/// <summary>Each has a key of their own; what was encrypted under either must stay readable as long as the one is known, and no longer.</summary>
public sealed class when_two_persons_become_one(AppFixture app)
{
    private readonly string _number = People.NewNumber().TrimStart('+');
    private readonly string _userId = People.NewUserId();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IAccounts Accounts => app.Services.GetRequiredService<IAccounts>();

    private PersonalData Data => app.Services.GetRequiredService<PersonalData>();

    private PersonalDataProtector Protector => app.Services.GetRequiredService<PersonalDataProtector>();

    [Fact]
    public async Task what_identified_either_is_read_under_the_key_of_the_one_that_stays()
    {
        var (stays, goes) = await MergeAsync();

        var person = (await Accounts.FindPersonAsync(goes.Id, Ct)).ShouldNotBeNull();
        person.Id.ShouldBe(stays.Id);
        (await Accounts.AddressAsync(goes.Id, Ct)).ShouldBe(new WhatsAppIdentity(_number, _userId));
        (await Protector.UnprotectAsync(stays.Id, person.WaId!, Ct)).ShouldBe(_number);
        await Should.ThrowAsync<CryptographicException>(Protector.UnprotectAsync(goes.Id, person.WaId!, Ct));
    }

    [Fact]
    public async Task what_was_written_before_is_still_read_under_the_key_it_was_written_with()
    {
        var written = new List<(Guid Subject, byte[] Text)>();
        var (stays, goes) = await MergeAsync(async person => written.Add((person.Id, await Protector.ProtectAsync(person.Id, "my mother is vegan", Ct))));

        written.Select(item => item.Subject).ShouldBe([stays.Id, goes.Id], ignoreOrder: true);
        foreach (var (subject, text) in written)
        {
            (await Protector.UnprotectAsync(subject, text, Ct)).ShouldBe("my mother is vegan");
        }
    }

    [Fact]
    public async Task forgetting_the_one_destroys_both_keys()
    {
        var written = new List<(Guid Subject, byte[] Text)>();
        var (stays, goes) = await MergeAsync(async person => written.Add((person.Id, await Protector.ProtectAsync(person.Id, "my mother is vegan", Ct))));

        await Data.EraseAsync((await Data.FindAsync(stays.Id, Ct)).ShouldNotBeNull(), Ct);

        foreach (var (subject, text) in written)
        {
            (await Protector.UnprotectAsync(subject, text, Ct)).ShouldBeNull();
        }

        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.LoadManyAsync<SubjectKey>(Ct, stays.Id, goes.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_number_proved_by_who_is_gone_is_the_ones_that_stays_under_their_key()
    {
        var (stays, goes) = await MergeAsync();

        await app.Services.GetRequiredService<PersonAccounts>().ProvePhoneAsync(goes.Id, "+" + _number, Ct);

        var person = (await Accounts.FindPersonAsync(stays.Id, Ct)).ShouldNotBeNull();
        (await Protector.UnprotectAsync(stays.Id, person.Phone.ShouldNotBeNull(), Ct)).ShouldBe("+" + _number);
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.LoadAsync<Person>(goes.Id, Ct))!.Phone.ShouldBeNull();
    }

    [Fact]
    public async Task a_stop_said_on_either_holds()
    {
        var (stays, _) = await MergeAsync(person => person.UserId is null ? Accounts.StopAsync(person.Id, true, Ct) : Task.CompletedTask);

        (await Accounts.FindPersonAsync(stays.Id, Ct))!.Stopped.ShouldBeTrue();
    }

    [Fact]
    public async Task a_stop_said_on_either_ends_what_was_agreed_to_on_the_other()
    {
        var (stays, _) = await MergeAsync(person => person.UserId is null ? Accounts.RecordOptInAsync(person.Id, Agreed(DateTimeOffset.UtcNow), Ct) : Accounts.StopAsync(person.Id, true, Ct));

        (await Accounts.FindPersonAsync(stays.Id, Ct))!.ShouldSatisfyAllConditions(p => p.Stopped.ShouldBeTrue(), p => p.WhatsAppOptIn.ShouldBeNull());
    }

    [Theory]
    [InlineData(-60, false), InlineData(60, true)]
    public async Task what_was_agreed_to_on_either_holds_unless_it_was_withdrawn_since_on_the_other(int secondsAfterWithdrawal, bool holds)
    {
        var (stays, _) = await MergeAsync(person => person.UserId is null
            ? Accounts.RecordOptInAsync(person.Id, Agreed(DateTimeOffset.UtcNow.AddSeconds(secondsAfterWithdrawal)), Ct)
            : Accounts.WithdrawOptInAsync(person.Id, Ct));

        ((await Accounts.FindPersonAsync(stays.Id, Ct))!.WhatsAppOptIn is not null).ShouldBe(holds);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task when_stop_or_start_was_said_last_is_known_whichever_chat_goes_on(bool saidByNumber)
    {
        var said = DateTimeOffset.UtcNow.AddMinutes(-5);
        var (stays, goes) = await MergeAsync(async person =>
        {
            await using var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
            var isTheOne = person.UserId is null == saidByNumber;
            session.Insert(new ChatState { Id = person.Id, LastWroteAt = isTheOne ? said : said.AddMinutes(1), ConsentAt = isTheOne ? said : said.AddHours(-1), ConsentAskedAt = isTheOne ? said : null, Shown = isTheOne ? 1 : 2 });
            await session.SaveChangesAsync(Ct);
        });

        await using var query = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await query.LoadAsync<ChatState>(stays.Id, Ct)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            state => state.Shown.ShouldBe(2, "the conversation that was going on"), state => state.ConsentAt!.Value.ShouldBe(said, TimeSpan.FromMilliseconds(1)), state => state.ConsentAskedAt.ShouldNotBeNull());
        (await query.LoadAsync<ChatState>(goes.Id, Ct)).ShouldBeNull();
    }

    private static OptIn Agreed(DateTimeOffset at) => new(at, "chat", "I agree");

    /// <summary>One known by a number, one by a user id, and then a message that carries both.</summary>
    private async Task<(Person Stays, Person Goes)> MergeAsync(Func<Person, Task>? before = null)
    {
        var (byNumber, _) = await Accounts.MeetAsync(new WhatsAppIdentity(_number, null), "en", Ct);
        var (byUser, _) = await Accounts.MeetAsync(new WhatsAppIdentity(null, _userId), "en", Ct);
        foreach (var person in new[] { byNumber, byUser })
        {
            await (before?.Invoke(person) ?? Task.CompletedTask);
        }

        var (stays, _) = await Accounts.MeetAsync(new WhatsAppIdentity(_number, _userId), "en", Ct);
        stays.Id.ShouldBe(byUser.Id);
        return (stays, byNumber);
    }
}
