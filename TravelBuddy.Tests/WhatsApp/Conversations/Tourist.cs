using System.Globalization;
using System.Text.Json.Nodes;
using Marten;
using Marten.Patching;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Tests.WhatsApp.Conversations;

/// <summary>A person with a phone of their own: what they do goes out as signed webhooks of Meta's shape, what they get is what the pretend phone shows.</summary>
public sealed class Tourist
{
    private readonly AppFixture _app;
    private readonly ChatPhone _phone;
    private readonly bool _showsNumber;
    private readonly Kin? _called;
    private readonly string _user, _number;
    private readonly Dictionary<Guid, IReadOnlyList<TourPackage>> _lists = [];
    private readonly HashSet<Guid> _read = [];
    private readonly List<Reply> _replies = [];
    private JsonObject? _last;
    private string? _lastText;
    private Guid? _webList;

    private Tourist(AppFixture app, ChatPhone phone, bool showsNumber, Kin? called, string user, string number) => (_app, _phone, _showsNumber, _called, _user, _number) = (app, phone, showsNumber, called, user, number);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IDocumentStore Store => _app.Services.GetRequiredService<IDocumentStore>();

    public static async Task<Tourist> ArriveAsync(AppFixture app, bool showsNumber, bool fromAbroad, Kin? called)
    {
        var phone = showsNumber ? await (fromAbroad ? ChatPhone.SwitchOnAbroadAsync(app) : ChatPhone.SwitchOnAsync(app)) : await ChatPhone.SwitchOnWithoutNumberAsync(app);
        var hash = app.Services.GetRequiredService<KeyedHash>();
        return new Tourist(app, phone, showsNumber, called, PersonIdentifier.User(await hash.OfAsync(HashKinds.UserId, phone.Phone.UserId, Ct)), PersonIdentifier.Number(await hash.OfAsync(HashKinds.Phone, phone.Digits, Ct)));
    }

    /// <summary>What was shown so far.</summary>
    public async Task<ShownBefore> ShownAsync()
    {
        var lastCard = _replies.FindLastIndex(reply => reply.Kind == ReplyKind.Card);
        var cards = new List<ShownTour>();
        for (var at = lastCard; at >= 0 && _replies[at].Kind == ReplyKind.Card; at--)
        {
            cards.Insert(0, _replies[at].Tours[0]);
        }

        return new ShownBefore(cards, [.. _replies.SelectMany(reply => reply.Tours)], lastCard < 0 ? [] : await ListAsync(ButtonIds.Read(_replies[lastCard].Bubble.Buttons[0].Id)!.ListId));
    }

    public Task DoAsync(Act act, string language) => act switch
    {
        Types types => TypeAsync(types),
        Taps taps => TapAsync(taps),
        TapsRow row => TapAsync(Newest(ReplyKind.List, row.Tour), choice => ButtonIds.Read(choice.Id)?.Rank == row.Tour),
        Sends sends => WriteAsync(sends.Type, Content(sends)),
        Pins pin => WriteAsync("location", new JsonObject { ["latitude"] = pin.Latitude, ["longitude"] = pin.Longitude }),
        Reacts reacts => ReactAsync(reacts),
        Edits edits => WriteAsync("edit", new JsonObject { ["original_message_id"] = _lastText.ShouldNotBeNull(), ["message"] = new JsonObject { ["type"] = "text", ["text"] = new JsonObject { ["body"] = edits.Text } } }),
        Deletes => WriteAsync("revoke", new JsonObject { ["original_message_id"] = _lastText.ShouldNotBeNull() }),
        ComesAgain => PostAsync(_last.ShouldNotBeNull()),
        DayPasses => LetADayPassAsync(),
        WebAsks web => AskOnTheWebAsync(web, language),
        _ => throw new InvalidOperationException($"Nobody knows how to do {act}."),
    };

    /// <summary>The replies not read before, once nothing is left to be handled or sent.</summary>
    public async Task<IReadOnlyList<Reply>> ReadAsync()
    {
        await Polling.UntilAsync("everything to be answered and sent", IsQuietAsync, 120);
        var fresh = new List<Reply>();
        foreach (var bubble in (await _phone.BubblesAsync()).Where(bubble => !bubble.FromPerson && _read.Add(bubble.Id)).OrderBy(bubble => bubble.At).ThenBy(bubble => bubble.Id))
        {
            fresh.Add(await Reply.ReadAsync(bubble, ListAsync, _called));
        }

        _replies.AddRange(fresh);
        if (fresh.Any(reply => reply.Says(nameof(Phrases.Erased))))
        {
            await Polling.UntilAsync("the person to be forgotten", async () => (await PersonsAsync()).Count == 0);
        }

        return fresh;
    }

    private async Task<bool> IsQuietAsync()
    {
        await using var session = Store.QuerySession();
        if (await session.Query<WebhookUpdate>().AnyAsync(update => update.User == _user || update.Number == _number, Ct))
        {
            return false;
        }

        var persons = (await PersonsAsync()).ToArray();
        return !await session.Query<OutboundMessage>().AnyAsync(message => (message.PersonId.IsOneOf(persons) || message.ListId == _webList && _webList != null)
            && (message.State == DeliveryState.Pending || message.State == DeliveryState.Attempted), Ct);
    }

    private async Task<IReadOnlyList<Guid>> PersonsAsync()
    {
        await using var session = Store.QuerySession();
        return [.. (await session.LoadManyAsync<PersonIdentifier>(Ct, _user, _number)).Select(identifier => identifier.PersonId).Distinct()];
    }

    private Task TypeAsync(Types types)
    {
        var more = new JsonObject();
        if (types.Quoted is { } rank)
        {
            more["context"] = new JsonObject { ["id"] = IdOf(Newest(ReplyKind.Card, rank)) };
        }

        if (types.Headline is { } headline)
        {
            more["referral"] = new JsonObject { ["headline"] = headline, ["source_type"] = "ad", ["source_id"] = "1", ["source_url"] = "https://fb.me/x" };
        }

        return WriteAsync("text", new JsonObject { ["body"] = types.Text }, more, types.Late);
    }

    private Task TapAsync(Taps taps)
    {
        if (taps.Tour is not { } rank)
        {
            return TapAsync(_replies.FindLast(reply => Choices(reply).Any(Begins)), Begins);
        }

        var action = taps.Title switch { "Book" => ButtonAction.Book, "Places to stay" => ButtonAction.Stays, _ => ButtonAction.MoreLike };
        return TapAsync(Newest(ReplyKind.Card, rank), choice => ButtonIds.Read(choice.Id)?.Action == action);

        bool Begins(Choice choice) => choice.Title.StartsWith(taps.Title, StringComparison.Ordinal);
    }

    private Task TapAsync(Reply? reply, Func<Choice, bool> isIt)
    {
        var choice = Choices(reply.ShouldNotBeNull("nothing to tap")).FirstOrDefault(isIt).ShouldNotBeNull($"nothing to tap on: {reply}");
        var context = new JsonObject { ["context"] = new JsonObject { ["id"] = IdOf(reply) } };
        if (reply.Kind == ReplyKind.Template)
        {
            return WriteAsync("button", new JsonObject { ["payload"] = choice.Id, ["text"] = choice.Title }, context);
        }

        var kind = reply.Kind == ReplyKind.List ? "list_reply" : "button_reply";
        var chosen = new JsonObject { ["id"] = choice.Id, ["title"] = choice.Title };
        if (choice.Description is { } description)
        {
            chosen["description"] = description;
        }

        return WriteAsync("interactive", new JsonObject { ["type"] = kind, [kind] = chosen }, context);
    }

    private static IEnumerable<Choice> Choices(Reply reply) => reply.Bubble.Buttons.Concat(reply.Bubble.Rows);

    private Task ReactAsync(Reacts reacts)
    {
        var reaction = new JsonObject { ["message_id"] = IdOf(Newest(ReplyKind.Card, reacts.Tour)) };
        if (reacts.Emoji is { } emoji)
        {
            reaction["emoji"] = emoji;
        }

        return WriteAsync("reaction", reaction);
    }

    private static JsonNode Content(Sends sends)
    {
        if (sends.Type == "contacts")
        {
            return new JsonArray(new JsonObject { ["name"] = new JsonObject { ["formatted_name"] = "A friend", ["first_name"] = "A" }, ["phones"] = new JsonArray(new JsonObject { ["phone"] = "+84 000 000 999" }) });
        }

        var (mime, words) = sends.Type switch { "audio" => ("audio/ogg; codecs=opus", "voice"), "image" => ("image/jpeg", "caption"), "video" => ("video/mp4", "caption"), "document" => ("application/pdf", "filename"), _ => ("image/webp", "animated") };
        var content = new JsonObject { ["id"] = "1234567890", ["mime_type"] = mime, ["sha256"] = "AAAA" };
        if (sends.Words is not null || words is "voice" or "animated")
        {
            content[words] = sends.Words is { } said ? said : true;
        }

        return content;
    }

    private async Task LetADayPassAsync() => await _app.InScopeAsync(async services =>
    {
        var phone = (await services.GetRequiredService<PretendPhones>().FindAsync(_phone.Phone.Id, Ct)).ShouldNotBeNull();
        await services.GetRequiredService<PretendHand>().LetADayPassAsync(phone, Ct);
        return true;
    });

    /// <summary>The same traveller on the web: other wishes, and the tours to be sent to the number.</summary>
    private async Task AskOnTheWebAsync(WebAsks web, string language)
    {
        var place = Repository.Gazetteer.Resolve(web.Place).ShouldNotBeNull();
        var traveller = (await _app.Services.GetRequiredService<IAccounts>().TravellerOfAsync((await _phone.PersonAsync()).Id, Ct)).ShouldNotBeNull();
        var trip = traveller.CurrentTripId.ShouldNotBeNull();
        await _app.Services.GetRequiredService<ITrips>().ChangeAsync(trip, traveller.Id, null, wishes => wishes with { Places = [new PlaceWish(place.Id, null)], Durations = [new DurationWish(web.Days, web.Days)] }, Ct);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await _app.InScopeAsync(async services =>
        {
            var list = await services.GetRequiredService<IRecommender>().RecommendAsync(trip, traveller.Id, Ct);
            _webList = list.Id;
            (await services.GetRequiredService<IWhatsApp>().InviteAsync(traveller.Id, list.Id, "+" + _phone.Digits, "VN", "Agreed.", Ct)).ShouldBe(InvitationOutcome.Queued);
            return true;
        });
    }

    private async Task WriteAsync(string type, JsonNode content, JsonObject? more = null, bool late = false)
    {
        await using (var session = Store.LightweightSession())
        {
            // Who has written may be written to; the pretend phone does not see these messages.
            session.Patch<PretendPhone>(_phone.Phone.Id).Set(phone => phone.LastWroteAt, DateTimeOffset.UtcNow);
            await session.SaveChangesAsync(Ct);
        }

        var message = new JsonObject
        {
            ["id"] = $"wamid.{Guid.NewGuid():N}",
            ["from_user_id"] = _phone.Phone.UserId,
            ["timestamp"] = DateTimeOffset.UtcNow.AddSeconds(late ? -30 : 0).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["type"] = type,
            [type] = content,
        };
        if (_showsNumber)
        {
            message["from"] = _phone.Digits;
        }

        foreach (var (name, value) in more ?? [])
        {
            message[name] = value?.DeepClone();
        }

        _last = message;
        _lastText = type == "text" ? message["id"]!.GetValue<string>() : _lastText;
        await PostAsync(message);
    }

    private Task PostAsync(JsonObject message)
    {
        var contact = new JsonObject { ["profile"] = new JsonObject { ["name"] = "A tourist" }, ["user_id"] = _phone.Phone.UserId };
        if (_showsNumber)
        {
            contact["wa_id"] = _phone.Digits;
        }

        return _app.DeliverAsync(new JsonObject { ["messaging_product"] = "whatsapp", ["contacts"] = new JsonArray(contact), ["messages"] = new JsonArray(message.DeepClone()) });
    }

    private Reply Newest(ReplyKind kind, int rank) => _replies.FindLast(reply => reply.Kind == kind && reply.Tours.Any(tour => tour.Rank == rank)).ShouldNotBeNull($"no {kind} with tour {rank} was shown");

    private static string IdOf(Reply reply) => $"wamid.{reply.Bubble.Id:N}";

    private async Task<IReadOnlyList<TourPackage>> ListAsync(Guid id)
    {
        if (!_lists.TryGetValue(id, out var packages))
        {
            await using var session = Store.QuerySession();
            var list = (await session.LoadAsync<RecommendationList>(id, Ct)).ShouldNotBeNull();
            var known = await _app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. list.Packages.Select(ranked => ranked.PackageId)], Ct);
            _lists[id] = packages = [.. list.Packages.Select(ranked => known[ranked.PackageId])];
        }

        return packages;
    }
}
