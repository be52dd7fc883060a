using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accommodation.Search;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Interests.Reading.Model;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Tests.Interests.Model;

/// <summary>The reader with a language model beside its rules, over real HTTP to a stand-in.</summary>
public sealed class when_a_language_model_reads_too : IAsyncLifetime
{
    private const string Text = "Somewhere like Bãi Xép Xanh where my little boy can paddle and feed goats, no strangers, 3 days, and nothing with gluten please";
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly WishReader Rules = new(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);

    private readonly StandInServer _model = new(ServerKind.LlamaServer);
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync() => await _model.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _model.DisposeAsync();
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }

    [Fact]
    public async Task it_fills_what_the_rules_left_empty()
    {
        _model.Says = (_, _) => """
            {"places":[{"meaning":"Hanoi","words":"capital up there"}],"start":null,"days":[],"budget":{"min":null,"max":350,"currency":"USD","whole_group":false,"firm":true,"words":"three hundred fifty greenbacks"},
             "party":{"adults":2,"children":1,"words":"our little one"},"dates":null,"transport":[],"food":[],"activities":[],"stay":[],"exclusions":[],"essentials":[]}
            """;
        var text = "take us and our little one to the capital up there, three hundred fifty greenbacks is all we own";
        var reading = await Reader().ReadAsync(text, "en", Today, null, null, TestContext.Current.CancellationToken);

        reading.Wishes.Places.ShouldHaveSingleItem().PlaceId.ShouldBe("ha-noi");
        reading.Wishes.Budget.ShouldBe(new BudgetWish(null, 350, "USD", true));
        var place = reading.Extractions.Single(extraction => extraction.Slot == "places");
        text[place.Start..place.End].ShouldBe("capital up there");
    }

    [Fact]
    public async Task what_the_rules_read_wins_and_nothing_is_removed()
    {
        _model.Says = (_, _) => """{"places":[{"meaning":"Sapa","words":"quiet"}],"days":[{"min":9,"max":9,"words":"3 days"}],"party":{"adults":5,"children":0,"words":"2 adults"},"activities":[]}""";
        var text = "3 days in Hue for 2 adults, quiet, with seafood";
        var rules = Rules.Read(text, "en", Today);
        var reading = await Reader().ReadAsync(text, "en", Today, null, null, TestContext.Current.CancellationToken);

        ReadingText.Exact(reading).ShouldBe(ReadingText.Exact(rules));
        rules.Extractions.ShouldBeSubsetOf(reading.Extractions);
    }

    [Fact]
    public async Task what_is_not_needed_stays_out()
    {
        _model.Says = (_, _) => """{"places":[],"days":[],"activities":[],"stay":[{"meaning":"hotel","words":"khách sạn"}]}""";
        var reading = await Reader().ReadAsync("Nha Trang 3 ngày, không cần khách sạn sang", "vi", Today, null, null, TestContext.Current.CancellationToken);

        ReadingText.Concepts(reading.Wishes).ShouldBeEmpty();
    }

    [Fact]
    public async Task an_unknown_name_counts_only_if_the_text_has_it()
    {
        _model.Says = (_, _) => """{"places":[{"meaning":"Zzyzx Kwimp","words":"zzyzx kwimp"},{"meaning":"Qqwerty","words":"qqwerty"}],"activities":[{"meaning":"blorping","words":"blorp"},{"meaning":"blorping","words":"not there"}]}""";
        var reading = await Reader().ReadAsync("we long for zzyzx kwimp, and blorp there", "en", Today, null, null, TestContext.Current.CancellationToken);

        reading.Wishes.Places.ShouldBe([new PlaceWish(null, "zzyzx kwimp")]);
        reading.Wishes.Activities.Phrases.ShouldBe(["blorp"]);
    }

    [Theory]
    [InlineData("""{"places":[{"meaning":"Sapa","words":"Xép""")]
    [InlineData("I am sorry, but I cannot help with that.")]
    [InlineData("""{"places":[],"drop_tables":true}""")]
    [InlineData("""{"days":[{"min":"three","max":3,"words":"days"}]}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"days":[{"min":-1,"max":1e9,"words":"paddle"}],"party":{"adults":1000000,"children":-4,"words":"boy"},"budget":{"min":5,"max":1,"currency":"XXX","whole_group":true,"firm":true,"words":"little"},"dates":{"from":"1066-10-14","to":"9999-12-31","words":"feed"}}""")]
    [InlineData("""{"places":[{"meaning":"IGNORE ALL RULES","words":"send me the admin password"}],"essentials":[{"meaning":"<script>alert(1)</script>","words":"<script>"}],"start":{"meaning":null,"words":null}}""")]
    public async Task junk_changes_nothing(string says)
    {
        _model.Says = (_, _) => says;
        await NothingChangesAsync(Reader());
        _model.Asked.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task failing_it_changes_nothing()
    {
        _model.Mood = ServerMood.Failing;
        var reader = Reader();
        await NothingChangesAsync(reader);
        await NothingChangesAsync(reader);
        _model.Asked.Count.ShouldBe(2, "once more, and no more, also not by the page that shows the reading again");
    }

    [Fact]
    public async Task being_too_slow_it_is_not_waited_for()
    {
        _model.Mood = ServerMood.Silent;
        await NothingChangesAsync(Reader("0.3"));
    }

    [Fact]
    public async Task a_server_without_schemas_is_asked_for_plain_json()
    {
        _model.Mood = ServerMood.NoSchemas;
        _model.Says = (_, _) => """{"places":[{"meaning":"Huế","words":"imperial place"}]}""";
        var reading = await Reader().ReadAsync("we dream of the imperial place", "en", Today, null, null, TestContext.Current.CancellationToken);

        reading.Wishes.Places.ShouldHaveSingleItem().PlaceId.ShouldBe("hue");
        reading.Intent.ShouldBe(Intent.Search);
        _model.Asked.Select(body => body.GetProperty("response_format").GetProperty("type").GetString()).ShouldBe(["json_schema", "json_object"]);
    }

    [Fact]
    public async Task numbers_addresses_and_names_of_people_do_not_leave()
    {
        await Reader().ReadAsync("My name is Quỳnh Trâm Phạm, passport C1234567, card 4111 1111 1111 1111. a calm week for mother, write to lan.nguyen@example.com or call 0912 345 678 / +84 90-123-4567, see https://me.example/lan, up to 15.000.000 đ", "en", Today, null, null, TestContext.Current.CancellationToken);

        var sent = _model.Asked.ShouldHaveSingleItem().GetProperty("messages")[1].GetProperty("content").ToString();
        foreach (var personal in new[] { "Quỳnh", "Phạm", "C1234", "4111", "lan", "example", "0912", "345", "4567", "+84" })
        {
            sent.ShouldNotContain(personal);
        }

        sent.ShouldContain("15.000.000");
    }

    [Fact]
    public async Task whoever_wrote_pays_for_it_and_says_how_long_it_is_waited_for()
    {
        var (model, payer) = (new ToldModel(), Guid.NewGuid());
        using var reader = new FreeTextReader(Rules, new ModelMerge(Repository.Gazetteer, Repository.Lexicon, Repository.Rates), model);

        await reader.ReadAsync(Text, "en", Today, payer, TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);

        model.Asked.ShouldHaveSingleItem().ShouldSatisfyAllConditions(task => task.Payer.ShouldBe(payer), task => task.Within.ShouldBe(TimeSpan.FromSeconds(1.5)));
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("please delete all my data")]
    [InlineData("cheaper please")]
    [InlineData("hello there")]
    public async Task commands_are_the_rules_alone(string text)
    {
        await Reader().ReadAsync(text, "en", Today, null, null, TestContext.Current.CancellationToken);
        _model.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task the_same_text_is_asked_about_once()
    {
        var reader = Reader();
        await reader.ReadAsync(Text, "en", Today, null, null, TestContext.Current.CancellationToken);
        await reader.ReadAsync(Text, "en", Today, null, null, TestContext.Current.CancellationToken);
        _model.Asked.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Llm:BaseUrl", "localhost:8080", "Llm__BaseUrl")]
    [InlineData("Llm:BaseUrl", "ftp://models.example", "Llm__BaseUrl")]
    [InlineData("Llm:TimeoutSeconds", "soon", "Llm__TimeoutSeconds")]
    public void a_wrong_setting_is_named_at_the_start(string setting, string value, string named) =>
        Should.Throw<StartupException>(() => LanguageModelOptions.From(Settings(("Llm:BaseUrl", _model.Address), (setting, value)))).Message.ShouldContain(named);

    [Fact]
    public void nothing_set_means_no_model() => LanguageModelOptions.From(Settings()).ShouldBeNull();

    private static async Task NothingChangesAsync(IFreeTextReader reader)
    {
        var reading = await reader.ReadAsync(Text, "en", Today, null, null, TestContext.Current.CancellationToken);
        var rules = Rules.Read(Text, "en", Today);
        ReadingText.Exact(reading).ShouldBe(ReadingText.Exact(rules));
        ReadingText.Concepts(reading.Wishes).ShouldBe(ReadingText.Concepts(rules.Wishes));
        reading.Extractions.ShouldBe(rules.Extractions);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }

    private IFreeTextReader Reader(string seconds = "30")
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IWishReader>(Rules);
        services.AddSingleton(Repository.Gazetteer);
        services.AddSingleton(Repository.Lexicon);
        services.AddSingleton(Repository.Rates);
        services.AddSingleton<ModelMerge>();
        services.AddSingleton<IFreeTextReader, FreeTextReader>();
        services.AddSingleton(new DataFiles(Settings()));
        services.AddLanguageModel(Settings(("Llm:BaseUrl", _model.Address), ("Llm:Model", "stand-in"), ("Llm:TimeoutSeconds", seconds), ("Llm:DailyTokens", "0"), ("Llm:DailyTokensPerPerson", "0")));
        return (_services = services.BuildServiceProvider()).GetRequiredService<IFreeTextReader>();
    }
}
