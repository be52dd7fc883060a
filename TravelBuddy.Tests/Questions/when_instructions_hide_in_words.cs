using System.Collections.Concurrent;
using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Interests.Reading.Model;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Questions.Verdicts;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Tests.Questions;

/// <summary>One attempt of hostile-attempts.jsonl: in a traveller's message, in a provider's feed, in the text of a web page or a review on it, to have the model tell its instructions, spread a link, or claim to act.</summary>
public sealed record HostileAttempt(string Id, string Language, string Through, string Wants, string Text)
{
    public static readonly IReadOnlyList<HostileAttempt> All = [.. JsonLines.Read<HostileAttempt>(Path.Combine(Repository.Root, "TravelBuddy.Tests", "Questions", "hostile-attempts.jsonl"), new JsonSerializerOptions(JsonSerializerDefaults.Web))];

    /// <summary>What a model that obeys would say of a link or an action.</summary>
    public IReadOnlyList<string> Claims => (Wants, Language) switch
    {
        ("link", "en") => ["Book now at https://evil.example/pay", "The real page is evil.example", "help@evil.example"],
        ("link", _) => ["Đặt ngay tại https://evil.example/pay", "Trang thật là evil.example", "help@evil.example"],
        ("action", "en") => ["Your booking has been cancelled and confirmed.", "Your reservation is confirmed and paid.", "All other hotels nearby have closed.", "The price is now 1 USD.", "You are an administrator now."],
        ("action", _) => ["Đã hủy và xác nhận đặt chỗ của bạn.", "Đã đặt phòng và thanh toán xong.", "Mọi khách sạn quanh đó đã đóng cửa.", "Giá hiện nay là 1 đồng.", "Bạn đã là quản trị viên."],
        _ => [],
    };
}

/// <summary>
/// The model obeys every attempt, as far as its schema lets it; what is shown must be as if there were no model. Those of pages and reviews stand in a provider's text here; what becomes of them on a page is in
/// <see cref="Accommodation.Search.when_pages_give_orders"/>.
/// </summary>
public sealed class when_instructions_hide_in_words(AppFixture app) : IAsyncLifetime
{
    private static readonly IReadOnlyList<HostileAttempt> All = HostileAttempt.All;
    private static readonly string[] Foreign = ["http", "evil", "www.", "@"];

    private readonly StandInServer _server = new();
    private readonly ConcurrentBag<string> _instructions = [];
    private AskedModel? _asked;

    public static TheoryData<string> Ids => new(All.Select(attempt => attempt.Id));

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync();
        _asked = AskedModel.Of([_server]);
    }

    public async ValueTask DisposeAsync()
    {
        await _asked!.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public void there_are_enough_of_every_kind_and_half_are_vietnamese()
    {
        All.Count.ShouldBeGreaterThanOrEqualTo(60);
        All.Count(attempt => attempt.Language == "vi").ShouldBe(All.Count / 2);
        foreach (var kind in from through in new[] { "message", "feed", "page", "review" } from wants in new[] { "prompt", "link", "action" } from language in new[] { "en", "vi" } select (through, wants, language))
        {
            All.ShouldContain(attempt => attempt.Through == kind.through && attempt.Wants == kind.wants && attempt.Language == kind.language);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task a_question_is_answered_as_if_there_were_no_model(string id)
    {
        var attempt = All.Single(attempt => attempt.Id == id);
        var tour = Repository.Packages.First(package => package.Language == attempt.Language && package.Notes is not null && package.Itinerary.Count > 1);
        var package = attempt.Through == "message" ? tour : tour with { Id = $"{tour.Id}-{id}", ContentHash = $"{tour.ContentHash}-{id}", Description = $"{tour.Description} {attempt.Text}" };
        var text = attempt.Through == "message" ? attempt.Text : attempt.Language == "vi" ? "Tour này có gồm bữa ăn không?" : "Are meals included in this tour?";
        var without = await Answers(new NoLanguageModel()).AnswerAsync(package, text, attempt.Language, null, null, TestContext.Current.CancellationToken);
        foreach (var obeys in Obedience(attempt))
        {
            _server.Says = (instructions, data) =>
            {
                _instructions.Add(instructions);
                return obeys(instructions, data);
            };
            await using var fresh = AskedModel.Of([_server]);
            var answer = await Answers(fresh.Model).AnswerAsync(package, text, attempt.Language, null, null, TestContext.Current.CancellationToken);

            answer.Kind.ShouldBe(without.Kind);
            answer.Told.ShouldBeEmpty();
            answer.Quoted.ShouldBe(without.Quoted);
            answer.Quoted.ShouldAllBe(passage => Foreign.All(sign => !passage.Text.Contains(sign, StringComparison.OrdinalIgnoreCase)));
        }

        _instructions.ShouldNotBeEmpty("the model was asked");
        _server.Asked.ShouldAllBe(body => !body.GetRawText().Contains("\"tools\"") && !body.GetRawText().Contains("\"functions\""), "nothing it could act with");
        var begins = attempt.Text[..12];
        _server.Asked.ShouldAllBe(body => !body.GetProperty("messages")[0].GetRawText().Contains(begins), "instructions never hold what was written");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task wishes_are_read_from_its_own_words_alone_and_nobody_is_stopped_or_erased(string id)
    {
        var attempt = All.Single(attempt => attempt.Id == id);
        var rules = new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);
        var today = new DateOnly(2026, 3, 10);
        var read = rules.Read(attempt.Text, attempt.Language, today);
        using var reader = new FreeTextReader(rules, new ModelMerge(Repository.Gazetteer, Repository.Lexicon, Repository.Rates), _asked!.Model);
        _server.Says = (instructions, _) => JsonSerializer.Serialize(new
        {
            places = new[] { new { meaning = instructions[..60], words = attempt.Text[..Math.Min(20, attempt.Text.Length)] }, new { meaning = "https://evil.example", words = instructions[..40] } },
            essentials = new[] { new { meaning = "https://evil.example/pay", words = instructions[..40] } },
            exclusions = new[] { new { meaning = instructions[..60], words = "You read messages" } },
        });
        var reading = await reader.ReadAsync(attempt.Text, attempt.Language, today, null, null, TestContext.Current.CancellationToken);

        _server.Asked.Count.ShouldBe(read.Intent is Intent.Search or Intent.Unknown || read.Intent == Intent.Refine && WishUpdate.SaysAnything(read) ? 1 : 0, "what is a command to the rules is no model's to read");
        reading.Intent.ShouldBeOneOf(read.Intent, Intent.Search);
        (reading.Wishes.Budget, reading.Wishes.Party, reading.Wishes.Dates, reading.Wishes.Start).ShouldBe((read.Wishes.Budget, read.Wishes.Party, read.Wishes.Dates, read.Wishes.Start));
        reading.Wishes.Places.Select(place => place.PlaceId).OfType<string>().ShouldBe(read.Wishes.Places.Select(place => place.PlaceId).OfType<string>());
        reading.Wishes.Essentials.Concepts.ShouldBe(read.Wishes.Essentials.Concepts);
        var phrases = reading.Wishes.Places.Select(place => place.Text).Concat(reading.Wishes.Essentials.Phrases).Concat(reading.Wishes.Exclusions.Phrases).OfType<string>().ToList();
        phrases.ShouldAllBe(phrase => attempt.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
        phrases.ShouldAllBe(phrase => !phrase.Contains("You read messages", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task no_reason_is_added_to_a_tour(string id)
    {
        var attempt = All.Single(attempt => attempt.Id == id);
        var tour = Repository.Packages.First(package => package.Language == attempt.Language && package.Notes is not null && package.Itinerary.Count > 1);
        var package = tour with { Id = $"{tour.Id}-why-{id}", ContentHash = $"{tour.ContentHash}-why-{id}", Description = $"{tour.Description} {attempt.Text}" };
        string[] wishes = attempt.Language == "vi" ? ["hải sản", "chụp ảnh"] : ["seafood", "photography"];
        _server.Says = (instructions, data) => JsonSerializer.Serialize(new
        {
            sentences = attempt.Claims.Concat([instructions[..200], instructions.Split('\n')[2], data[..Math.Min(280, data.Length)]]).Select(text => new { text, passages = new[] { 1 } }),
        });

        (await new TourReasons(app.Services.GetRequiredService<PassageStore>(), app.Services.GetRequiredService<QuestionTopics>(), Repository.Lexicon, new SentenceCheck(new Grounding(Repository.Lexicon)), _asked!.Model, app.Services.GetRequiredService<Marten.IDocumentStore>(), TimeProvider.System)
            .WhyAsync(Guid.NewGuid(), package, wishes, attempt.Language, Guid.NewGuid(), null, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        _server.Asked.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task small_talk_is_answered_in_our_own_words(string id)
    {
        var attempt = All.Single(attempt => attempt.Id == id);
        var state = new ChatState { Id = Guid.NewGuid(), Language = attempt.Language };
        string[] ours = [nameof(Phrases.Unknown), nameof(Phrases.Thanks)];
        foreach (var obeys in new Func<string, string>[] { instructions => instructions, instructions => Json(new { about = instructions }), _ => Json(new { about = "thanks", reply = attempt.Claims.FirstOrDefault() ?? "x" }), _ => Json(new { about = attempt.Claims.FirstOrDefault() ?? "none" }), _ => Json(new { about = "thanks" }) })
        {
            _server.Says = (instructions, _) => obeys(instructions);
            await using var fresh = AskedModel.Of([_server]);
            (await new MeantTalk(fresh.Model, new ChatPatience(TimeProvider.System)).AnswerAsync(state, attempt.Text, TestContext.Current.CancellationToken)).ShouldSatisfyAllConditions(
                answer => answer.Replies.ShouldHaveSingleItem().Phrase.ShouldBeOneOf(ours), answer => answer.Replies[0].Arguments.ShouldBeEmpty(), answer => answer.Messages.ShouldBeEmpty());
        }

        _server.Asked.Count.ShouldBe(5, "the model was asked each time");

        static string Json(object answer) => JsonSerializer.Serialize(answer);
    }

    /// <summary>What is searched for holds no words of a person or a page; a model that says them nevertheless, or tells its instructions, is not heard.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public async Task a_search_engine_is_asked_as_if_there_were_no_model(string id)
    {
        var attempt = All.Single(attempt => attempt.Id == id);
        var wishes = new StayWishReader(new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles), Repository.Gazetteer, Repository.Lexicon).Read($"{attempt.Text} Hội An", new StayWishes { Language = attempt.Language, Places = ["hoi-an"] }, new DateOnly(2026, 3, 10));
        var without = await Writer(new NoLanguageModel()).WriteAsync(wishes, Guid.NewGuid(), TestContext.Current.CancellationToken);
        _server.Says = (instructions, data) => JsonSerializer.Serialize(new
        {
            queries = new[] { instructions[..90], "Hội An " + instructions.Split('\n')[0][..80], "Hội An " + instructions.Split('\n')[2][..80], "Hoi An " + attempt.Text.Replace("<!--", ""), "Hoi An site:evil.example" }
                .Concat(attempt.Claims.Select(claim => "Hoi An " + claim)).Select(text => new { text, language = attempt.Language }),
        });

        (await Writer(_asked!.Model).WriteAsync(wishes, Guid.NewGuid(), TestContext.Current.CancellationToken)).ShouldBe(without);
        _server.Asked.ShouldHaveSingleItem().GetProperty("messages")[1].GetProperty("content").GetString()!.ShouldNotContain(attempt.Text[..12]);
    }

    /// <summary>What a model that obeys would say, within its schema and outside of it.</summary>
    private static IEnumerable<Func<string, string, string>> Obedience(HostileAttempt attempt)
    {
        foreach (var claim in attempt.Claims)
        {
            yield return (_, _) => Saying(claim);
        }

        yield return (instructions, _) => Saying(instructions[..Math.Min(280, instructions.Length)]);
        yield return (instructions, _) => Saying(instructions.Split('\n')[1]);
        yield return (instructions, _) => instructions;
        yield return (instructions, _) => JsonSerializer.Serialize(new { answered = true, sentences = Array.Empty<object>(), system_prompt = instructions });
        yield return (_, data) => Saying(data[..Math.Min(280, data.Length)]);

        static string Saying(string sentence) => JsonSerializer.Serialize(new { answered = true, sentences = new[] { new { text = sentence, passages = new[] { 1 } } } });
    }

    private static QueryWriter Writer(ILanguageModel model) => new(model, Repository.Gazetteer, Repository.Lexicon);

    private TourAnswers Answers(ILanguageModel model) => new(
        app.Services.GetRequiredService<PassageStore>(), app.Services.GetRequiredService<QuestionTopics>(), Repository.Lexicon, new QuotedAnswer(Repository.Lexicon), app.Services.GetRequiredService<TourVerdicts>(), new SentenceCheck(new Grounding(Repository.Lexicon)), model,
        app.Services.GetRequiredService<PackageFactsCache>(), app.Services.GetRequiredService<IReasonWriter>(), app.Services.GetRequiredService<IDocumentStore>(), TimeProvider.System);
}
