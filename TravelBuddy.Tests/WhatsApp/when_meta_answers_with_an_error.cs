using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Each error code that TravelBuddy knows, as the answer to a send over HTTP: what becomes of the message and of the number, and what an admin reads.</summary>
[Collection(GraphAppCollection.Name)]
public sealed class when_meta_answers_with_an_error(GraphApp app) : IAsyncLifetime
{
    private enum Comes
    {
        /// <summary>It waits and is tried again; nobody else waits.</summary>
        Again,

        /// <summary>It and all others wait for a time.</summary>
        AgainLater,

        /// <summary>It is tried again at once without its picture.</summary>
        WithoutPicture,

        /// <summary>It and all others wait, and one is tried now and then.</summary>
        Alarm,

        /// <summary>It and all others wait for an admin.</summary>
        Hold,

        /// <summary>It waits for a while, templates wait for an admin.</summary>
        TemplatesHold,

        Failed,

        /// <summary>Failed, and an admin is told beside the list of messages.</summary>
        FailedAndTold,

        /// <summary>Failed, because the person would have to write first.</summary>
        WindowClosed,
    }

    private const string Token = "The access token is expired or wrong";
    private const string Permission = "The token lacks a permission";
    private const string NotReady = "The number is not ready";
    private const string Restricted = "Meta restricts the account";
    private const string Passes = "A fault on Meta's side that passes";
    private const string TooMany = "Too many messages at once: the whole number pauses";
    private const string Wrong = "Meta found the request wrong";
    private const string Template = "The template is missing, paused or not approved";

    private static readonly Dictionary<int, (Comes What, string Read)> Expected = new()
    {
        [0] = (Comes.Alarm, Token),
        [190] = (Comes.Alarm, Token),
        [3] = (Comes.Alarm, Permission),
        [10] = (Comes.Alarm, Permission),
        [200] = (Comes.Alarm, Permission),
        [299] = (Comes.Alarm, Permission),
        [131005] = (Comes.Alarm, Permission),
        [GraphError.NoSuchObject] = (Comes.Alarm, "Meta knows no such number"),
        [GraphError.NotInForm] = (Comes.Alarm, "What answers at the address of the Graph API is not Meta"),
        [131037] = (Comes.Alarm, NotReady),
        [131042] = (Comes.Alarm, NotReady),
        [131045] = (Comes.Alarm, NotReady),
        [133010] = (Comes.Alarm, NotReady),
        [368] = (Comes.Hold, Restricted),
        [131031] = (Comes.Hold, Restricted),
        [131064] = (Comes.Hold, Restricted),
        [131048] = (Comes.TemplatesHold, "Too many people blocked or reported the number"),
        [1] = (Comes.Again, Passes),
        [2] = (Comes.Again, Passes),
        [131000] = (Comes.Again, Passes),
        [131016] = (Comes.Again, Passes),
        [133004] = (Comes.Again, Passes),
        [131057] = (Comes.Again, Passes),
        [4] = (Comes.AgainLater, TooMany),
        [17] = (Comes.AgainLater, TooMany),
        [341] = (Comes.AgainLater, TooMany),
        [613] = (Comes.AgainLater, TooMany),
        [80007] = (Comes.AgainLater, TooMany),
        [130429] = (Comes.AgainLater, TooMany),
        [133016] = (Comes.AgainLater, TooMany),
        [131056] = (Comes.Again, "Too many messages to this person at once"),
        [131050] = (Comes.Failed, "The person stopped marketing messages in WhatsApp"),
        [131047] = (Comes.WindowClosed, "The 24-hour window is closed"),
        [131052] = (Comes.WithoutPicture, ""),
        [131053] = (Comes.WithoutPicture, ""),
        [GraphError.Undeliverable] = (Comes.FailedAndTold, "Not deliverable: no WhatsApp at this number"),
        [131021] = (Comes.Failed, "nobody can write to themselves"),
        [GraphError.MarketingCap] = (Comes.Failed, "Meta's limit of marketing messages to this person"),
        [130472] = (Comes.Failed, "Meta tries out how people do without offers"),
        [131051] = (Comes.Failed, "Meta does not know messages of this kind"),
        [131062] = (Comes.Failed, "Meta wants the person's phone number for this"),
        [137000] = (Comes.Failed, "The person's WhatsApp has changed hands or phones: it was not sent; ask them to write."),
        [130497] = (Comes.FailedAndTold, "Meta lets this business write to nobody in that country"),
        [131030] = (Comes.FailedAndTold, "The number is not on the test number's allow list"),
        [131063] = (Comes.FailedAndTold, "Marketing templates are switched off"),
        [100] = (Comes.FailedAndTold, Wrong),
        [131008] = (Comes.FailedAndTold, Wrong),
        [131009] = (Comes.FailedAndTold, Wrong),
        [132000] = (Comes.FailedAndTold, Wrong),
        [132012] = (Comes.FailedAndTold, Wrong),
        [132018] = (Comes.FailedAndTold, Wrong),
        [132001] = (Comes.FailedAndTold, Template),
        [132005] = (Comes.FailedAndTold, Template),
        [132007] = (Comes.FailedAndTold, Template),
        [132015] = (Comes.FailedAndTold, Template),
        [132016] = (Comes.FailedAndTold, Template),
        [132068] = (Comes.FailedAndTold, Template),
        [132069] = (Comes.FailedAndTold, Template),
    };

    /// <summary>Every code of the table, so that one without a row above fails.</summary>
    public static TheoryData<int> Codes => [.. GraphError.Remedies.Keys.Order(), 200, 299, GraphError.NotInForm];

    public ValueTask InitializeAsync() => new(app.ChangeNumberAsync(state => state.Calm()));

    public ValueTask DisposeAsync() => new(app.ChangeNumberAsync(state => state.Calm()));

    [Theory, MemberData(nameof(Codes))]
    public async Task each_code_does_what_it_asks_for_and_an_admin_reads_it_in_words(int code)
    {
        var (what, read) = Expected[code];
        var browser = await app.AdminAsync();
        var (digits, person) = await app.GuestAsync();
        app.Graph.Refuse(digits, code switch
        {
            GraphError.NoSuchObject => new GraphRefusal(400, 100, Subcode: 33),
            GraphError.NotInForm => GraphRefusal.NotInForm(404),
            // Long enough for it to wait while it is looked at.
            _ => new GraphRefusal(what is Comes.Again ? 500 : 400, code, RetryAfter: 60),
        });

        await app.SayAsync(digits, "thanks");
        var message = await Polling.UntilAsync("what comes of it", async () => (await app.OutboundAsync(person.Id)) is [_, var answer] && answer.State is not DeliveryState.Attempted && (answer.AcceptedAt is not null || answer.ErrorCode is not null && what is not Comes.WithoutPicture) ? answer : null);
        var page = await browser.GetAsync("/admin/messages");
        var number = await app.NumberAsync();

        number.ShouldSatisfyAllConditions(
            n => n?.AlarmCode.ShouldBe(what is Comes.Alarm ? code : null),
            n => n?.HoldCode.ShouldBe(what is Comes.Hold ? code : null),
            n => n?.MarketingHoldCode.ShouldBe(what is Comes.TemplatesHold ? code : null),
            n => (n?.PausedUntil is not null).ShouldBe(what is Comes.AgainLater or Comes.Alarm));
        (message.State, message.Reason).ShouldBe(what switch
        {
            Comes.WithoutPicture => (DeliveryState.Accepted, FailureReason.None),
            Comes.Failed or Comes.FailedAndTold => (DeliveryState.Failed, FailureReason.Refused),
            Comes.WindowClosed => (DeliveryState.Failed, FailureReason.WindowClosed),
            _ => (DeliveryState.Pending, FailureReason.None),
        });
        app.Graph.Sends.Count(send => send.To == digits && !send.Taken).ShouldBe(1);
        message.WithoutPicture.ShouldBe(what is Comes.WithoutPicture);
        if (what is Comes.WithoutPicture)
        {
            return;
        }

        page.Texts("#messages td").ShouldContain(cell => cell.Contains(read, StringComparison.Ordinal) && cell.Contains($"({code})", StringComparison.Ordinal));
        page.Texts("[role=alert]").Any(alarm => alarm.Contains($"({code})", StringComparison.Ordinal)).ShouldBe(what is Comes.Alarm or Comes.Hold or Comes.TemplatesHold);
        page.Texts(".notice.cluster[role=status]").Any(notice => notice.Contains(read, StringComparison.Ordinal) && notice.Contains($"({code})", StringComparison.Ordinal)).ShouldBe(what is Comes.FailedAndTold);
    }

    [Fact]
    public async Task when_meta_says_how_long_to_leave_it_alone_nobody_is_written_to_before_and_all_are_after()
    {
        const int Seconds = 4;
        var ((one, first), (other, second)) = (await app.GuestAsync(), await app.GuestAsync());
        app.Graph.Refuse(one, new GraphRefusal(429, 4, RetryAfter: Seconds));

        await app.SayAsync(one, "thanks");
        await Polling.UntilAsync("the pause", async () => (await app.NumberAsync())?.PausedUntil is not null);
        await app.SayAsync(other, "thanks");

        foreach (var id in new[] { first.Id, second.Id })
        {
            await Polling.UntilAsync("both answers", async () => (await app.OutboundAsync(id)) is [_, { State: DeliveryState.Accepted }]);
        }

        var sends = app.Graph.Sends;
        var refused = sends.Single(send => send.To == one && !send.Taken);
        var after = sends.Where(send => (send.To == one || send.To == other) && send.At > refused.At).ToList();
        after.Count.ShouldBe(2);
        after.ShouldAllBe(send => send.At >= refused.At.AddSeconds(Seconds));
    }
}
