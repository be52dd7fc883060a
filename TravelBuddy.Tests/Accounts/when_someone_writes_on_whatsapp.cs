using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Tests.Accounts;

public sealed class when_someone_writes_on_whatsapp(AppFixture app)
{
    private readonly string _number = People.NewNumber().TrimStart('+');
    private readonly string _userId = People.NewUserId();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IAccounts Accounts => app.Services.GetRequiredService<IAccounts>();

    private IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    [Fact]
    public async Task first_contact_makes_a_person_and_a_traveller()
    {
        var (person, traveller) = await Accounts.MeetAsync(new WhatsAppIdentity(_number, _userId), "vi", Ct);

        traveller.PersonId.ShouldBe(person.Id);
        traveller.Language.ShouldBe("vi");
        (await Accounts.TravellerOfAsync(person.Id, Ct))!.Id.ShouldBe(traveller.Id);
        (await Accounts.AddressAsync(person.Id, Ct)).ShouldBe(new WhatsAppIdentity(_number, _userId));
    }

    [Fact]
    public async Task the_next_contact_meets_the_same_person()
    {
        var (first, traveller) = await Accounts.MeetAsync(new WhatsAppIdentity(_number, null), "en", Ct);
        var (second, again) = await Accounts.MeetAsync(new WhatsAppIdentity(_number, null), "vi", Ct);

        second.Id.ShouldBe(first.Id);
        again.Id.ShouldBe(traveller.Id);
        second.Language.ShouldBe("en");
    }

    [Fact]
    public async Task many_deliveries_at_once_make_one_person_and_one_traveller()
    {
        var met = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Accounts.MeetAsync(new WhatsAppIdentity(_number, _userId), "en", Ct))));

        met.Select(pair => pair.Person.Id).Distinct().Count().ShouldBe(1);
        met.Select(pair => pair.Traveller.Id).Distinct().Count().ShouldBe(1);
        await using var session = Store.QuerySession();
        var id = met[0].Person.Id;
        (await session.Query<Traveller>().CountAsync(item => item.PersonId == id, Ct)).ShouldBe(1);
    }

    [Fact]
    public async Task two_first_contacts_at_once_are_one_person_every_time()
    {
        for (var round = 0; round < 20; round++)
        {
            var identity = new WhatsAppIdentity(People.NewNumber().TrimStart('+'), People.NewUserId());
            var met = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Accounts.MeetAsync(identity, "en", Ct))));
            met[0].Person.Id.ShouldBe(met[1].Person.Id);
            met[0].Traveller.Id.ShouldBe(met[1].Traveller.Id);
        }
    }

    [Fact]
    public async Task ids_that_arrive_together_join_the_persons_known_by_each()
    {
        var (byNumber, hers) = await Accounts.MeetAsync(new WhatsAppIdentity(_number, null), "en", Ct);
        var (byUser, his) = await Accounts.MeetAsync(new WhatsAppIdentity(null, _userId), "en", Ct);
        byNumber.Id.ShouldNotBe(byUser.Id);

        var (one, _) = await Accounts.MeetAsync(new WhatsAppIdentity(_number, _userId), "en", Ct);

        (await Accounts.FindPersonAsync(byNumber.Id, Ct))!.Id.ShouldBe(one.Id);
        (await Accounts.FindPersonAsync(byUser.Id, Ct))!.Id.ShouldBe(one.Id);
        (await Accounts.AddressAsync(byNumber.Id, Ct)).ShouldBe(new WhatsAppIdentity(_number, _userId));
        await using var session = Store.QuerySession();
        foreach (var traveller in new[] { hers, his })
        {
            (await session.LoadAsync<Traveller>(traveller.Id, Ct))!.PersonId.ShouldBe(one.Id);
        }
    }

    [Fact]
    public async Task a_second_id_is_added_to_the_person_known_by_the_first()
    {
        var (known, _) = await Accounts.MeetAsync(new WhatsAppIdentity(_number, null), "en", Ct);
        await Accounts.MeetAsync(new WhatsAppIdentity(_number, _userId), "en", Ct);

        (await Accounts.MeetAsync(new WhatsAppIdentity(null, _userId), "en", Ct)).Person.Id.ShouldBe(known.Id);
    }

    [Fact]
    public async Task a_number_with_another_user_id_has_a_new_holder_who_gets_nothing_of_the_old()
    {
        var (old, oldTraveller) = await Accounts.MeetAsync(new WhatsAppIdentity(_number, _userId), "en", Ct);
        var (holder, traveller) = await Accounts.MeetAsync(new WhatsAppIdentity(_number, People.NewUserId()), "en", Ct);

        holder.Id.ShouldNotBe(old.Id);
        traveller.Id.ShouldNotBe(oldTraveller.Id);
        (await Accounts.AddressAsync(old.Id, Ct)).ShouldBe(new WhatsAppIdentity(null, _userId));
        (await Accounts.MeetAsync(new WhatsAppIdentity(_number, null), "en", Ct)).Person.Id.ShouldBe(holder.Id);
    }

    [Fact]
    public async Task what_identifies_is_nowhere_in_the_stored_documents()
    {
        var (person, _) = await Accounts.MeetAsync(new WhatsAppIdentity(_number, _userId), "en", Ct);

        await using var session = Store.QuerySession();
        var json = await session.Json.FindByIdAsync<Person>(person.Id, Ct);
        json.ShouldNotBeNull().ShouldNotContain(_number[2..]);
        json.ShouldNotContain(_userId);
    }

    [Fact]
    public async Task consent_is_recorded_and_STOP_withdraws_it()
    {
        var (person, _) = await Accounts.MeetAsync(new WhatsAppIdentity(_number, null), "en", Ct);
        var optIn = new OptIn(DateTimeOffset.UtcNow, "chat", "I agree");

        await Accounts.RecordOptInAsync(person.Id, optIn, Ct);
        (await Accounts.FindPersonAsync(person.Id, Ct))!.WhatsAppOptIn!.Wording.ShouldBe("I agree");
        await Accounts.StopAsync(person.Id, true, Ct);

        var stopped = (await Accounts.FindPersonAsync(person.Id, Ct))!;
        stopped.Stopped.ShouldBeTrue();
        stopped.WhatsAppOptIn.ShouldBeNull();
    }

    [Fact]
    public async Task an_identity_without_any_id_is_a_bug_of_the_caller() =>
        await Should.ThrowAsync<ArgumentException>(() => Accounts.MeetAsync(new WhatsAppIdentity(null, null), "en", Ct));
}
