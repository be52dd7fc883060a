using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Tests.Language.Model;

/// <summary>Budgets by day, in the real database; each test on a database of its own, for they share everybody's row.</summary>
public sealed class when_a_days_budget_is_spent(AppFixture app) : IAsyncLifetime
{
    private readonly StandInServer _server = new();
    private ScratchDatabase? _scratch;
    private NpgsqlDataSource? _database;

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync();
        _scratch = await app.NewDatabaseAsync("budgets");
        _database = NpgsqlDataSource.Create(_scratch.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _database!.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _scratch!.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task one_persons_tokens_are_spent_and_anothers_are_not()
    {
        await using var asked = AskedModel.Of([_server], _database, ("Llm:DailyTokensPerPerson", "1600"), ("Llm:CacheMinutes", "0"));
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var outcomes = new List<ModelOutcome>();
        for (var i = 0; i < 20; i++)
        {
            outcomes.Add(await AskAsync(asked, one));
        }

        // Each takes 1,200 or so beforehand, and 70 when it is known.
        outcomes.ShouldBe([.. Enumerable.Repeat(ModelOutcome.Answered, outcomes.Count(outcome => outcome == ModelOutcome.Answered)), .. Enumerable.Repeat(ModelOutcome.OverBudget, outcomes.Count(outcome => outcome == ModelOutcome.OverBudget))]);
        outcomes.First().ShouldBe(ModelOutcome.Answered);
        outcomes.Last().ShouldBe(ModelOutcome.OverBudget);
        (await AskAsync(asked, other)).ShouldBe(ModelOutcome.Answered);
        (await AskAsync(asked, null)).ShouldBe(ModelOutcome.Answered);
        (await TokensAsync(one)).ShouldBe(70 * outcomes.Count(outcome => outcome == ModelOutcome.Answered));
        _server.Asked.Count.ShouldBe(2 + outcomes.Count(outcome => outcome == ModelOutcome.Answered));
    }

    [Fact]
    public async Task one_human_has_one_budget_in_every_browser_and_the_chat()
    {
        await using var asked = AskedModel.Of([_server], _database, ("Llm:DailyTokensPerPerson", "2500"));
        var (accounts, ct) = (app.Services.GetRequiredService<IAccounts>(), TestContext.Current.CancellationToken);
        var (person, traveller) = await accounts.MeetAsync(new WhatsAppIdentity("84905" + Random.Shared.Next(100_000, 999_999), null), "en", ct);
        var spending = new ModelSpending(asked.Get<LanguageModelOptions>().Budgets, TimeProvider.System, _database, app.Services.GetRequiredService<WhoPays>());

        (await spending.TakeAsync(traveller.Id, 1000, 0, ct)).ShouldNotBeNull().Payers.ShouldContain(person.Id);
        (await spending.TakeAsync(person.Id, 1000, 0, ct)).ShouldNotBeNull();
        (await spending.TakeAsync(traveller.Id, 1000, 0, ct)).ShouldBeNull();
        (await TokensAsync(person.Id)).ShouldBe(2000);
        (await spending.TakeAsync(Guid.NewGuid(), 1000, 0, ct)).ShouldNotBeNull("a traveller nobody knows pays alone");
        (await spending.TakeAsync(ModelSpending.Strangers, 1000, 0, ct)).ShouldNotBeNull();
    }

    [Fact]
    public async Task everybodys_money_is_spent_for_everybody()
    {
        await using var asked = AskedModel.Of([_server], _database, ("Llm:DailyMoney", "0.8"), ("Llm:PricePerMillionInput", "100"), ("Llm:PricePerMillionOutput", "1000"), ("Llm:CacheMinutes", "0"));
        (await AskAsync(asked, Guid.NewGuid())).ShouldBe(ModelOutcome.OverBudget, "the answer may cost more than there is");
        _server.Asked.ShouldBeEmpty();

        await using var richer = AskedModel.Of([_server], _database, ("Llm:DailyMoney", "0.95"), ("Llm:PricePerMillionInput", "100"), ("Llm:PricePerMillionOutput", "1000"), ("Llm:CacheMinutes", "0"));
        (await AskAsync(richer, Guid.NewGuid())).ShouldBe(ModelOutcome.Answered);
        await using var read = _database!.CreateCommand("select money from tb.model_spending where payer = $1");
        read.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ModelSpending.Everybody });
        (await read.ExecuteScalarAsync()).ShouldBe((50 * 100 + 20 * 1000) / 1_000_000m);
    }

    [Fact]
    public async Task where_a_dear_server_costs_more_than_is_left_a_free_one_behind_it_is_asked()
    {
        await using var free = await new StandInServer { Says = _server.Says }.StartAsync();
        await using var asked = AskedModel.Of([_server, free], _database, ("Llm:DailyMoney", "0.8"), ("Llm:PricePerMillionInput", "100"), ("Llm:PricePerMillionOutput", "1000"), ("Llm:Fallbacks:0:PricePerMillionInput", "0"), ("Llm:Fallbacks:0:PricePerMillionOutput", "0"), ("Llm:CacheMinutes", "0"));

        (await AskAsync(asked, Guid.NewGuid())).ShouldBe(ModelOutcome.Answered);

        _server.Asked.ShouldBeEmpty();
        free.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task seconds_are_counted_too()
    {
        await using var asked = AskedModel.Of([_server], _database, ("Llm:DailySecondsPerPerson", "0.0000001"), ("Llm:CacheMinutes", "0"));
        var one = Guid.NewGuid();
        (await AskAsync(asked, one)).ShouldBe(ModelOutcome.Answered);
        (await AskAsync(asked, one)).ShouldBe(ModelOutcome.OverBudget);
    }

    [Fact]
    public async Task who_ask_at_once_do_not_spend_more_than_there_is()
    {
        await using var asked = AskedModel.Of([_server], _database, ("Llm:DailyTokens", "4000"), ("Llm:CacheMinutes", "0"));
        var spending = asked.Get<ModelSpending>();
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => spending.TakeAsync(Guid.NewGuid(), 1000, 0, TestContext.Current.CancellationToken)));
        taken.Count(reservation => reservation is not null).ShouldBe(4);
        (await TokensAsync(ModelSpending.Everybody)).ShouldBe(4000);
    }

    [Fact]
    public async Task a_database_that_is_away_means_no_question_and_no_error()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=9;Username=nobody;Password=none;Database=none;Timeout=2");
        await using var asked = AskedModel.Of([_server], nowhere);
        (await AskAsync(asked, null)).ShouldBe(ModelOutcome.Failed);
        _server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task what_a_person_spent_is_told_moved_and_erased()
    {
        await using var asked = AskedModel.Of([_server], _database, ("Llm:CacheMinutes", "0"));
        var (gone, kept) = (Guid.NewGuid(), Guid.NewGuid());
        await AskAsync(asked, gone);
        await AskAsync(asked, kept);
        var holder = new ModelSpendingData(_database!);
        await using var store = DocumentStore.For(_scratch!.ConnectionString);

        await ChangeAsync(session => holder.MergeAsync(gone, kept, session, CancellationToken.None));
        var export = new JsonObject();
        await holder.ExportAsync(new DataSubject(kept, [kept, gone], []), export, CancellationToken.None);
        export["languageModelUse"]!.AsArray().ShouldHaveSingleItem()!["tokens"]!.GetValue<long>().ShouldBe(140);
        (await TokensAsync(gone)).ShouldBe(0);

        await ChangeAsync(session => holder.EraseAsync(new DataSubject(kept, [kept, gone], []), session, CancellationToken.None));
        (await TokensAsync(kept)).ShouldBe(0);
        (await TokensAsync(ModelSpending.Everybody)).ShouldBe(140, "what everybody spent names nobody");

        async Task ChangeAsync(Func<IDocumentSession, Task> change)
        {
            await using var session = store.LightweightSession();
            await change(session);
            await session.SaveChangesAsync();
        }
    }

    private static async Task<ModelOutcome> AskAsync(AskedModel asked, Guid? payer) =>
        (await asked.Model.ReplyAsync<Dictionary<string, string>>(new ModelTask("wishes", "en", new { Message = "Huế" }, payer), TestContext.Current.CancellationToken)).Outcome;

    private async Task<long> TokensAsync(Guid payer)
    {
        await using var read = _database!.CreateCommand("select coalesce(sum(tokens), 0)::bigint from tb.model_spending where payer = $1");
        read.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = payer });
        return (long)(await read.ExecuteScalarAsync())!;
    }
}
