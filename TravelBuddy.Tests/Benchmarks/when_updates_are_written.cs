extern alias benchmarks;

using benchmarks::TravelBuddy.Benchmarks.Webhooks;
using TravelBuddy.Web.WhatsApp.Webhook;
using TakenMessage = benchmarks::TravelBuddy.Benchmarks.Webhooks.TakenMessage;

namespace TravelBuddy.Tests.Benchmarks;

public sealed class when_updates_are_written
{
    private const string Secret = "secret";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    private readonly Envelope envelope = new("100", "200", "84900000001", Secret);

    [Fact]
    public void the_application_reads_what_was_meant()
    {
        var (whole, hidden) = (Person.Make(1), Person.Make(3));
        var taken = new TakenMessage("wamid.ours", whole, Guid.NewGuid().ToString("N"), "", 0);
        var body = envelope.Write(
            [new WrittenText(whole, "wamid.1", "1", "Đà Nẵng 3 ngày"), new Status(taken, DeliveryStep.Read), new Reaction(hidden, "wamid.2", "wamid.ours", "👍"), new StrangeStatus("wamid.other")], Now);

        var read = Read(body);

        read.Messages.Count.ShouldBe(2);
        (read.Messages[0].MessageId, read.Messages[0].WaId, read.Messages[0].UserId, read.Messages[0].Text).ShouldBe(("wamid.1", whole.WaId, whole.UserId, "Đà Nẵng 3 ngày"));
        (read.Messages[1].MessageId, read.Messages[1].WaId, read.Messages[1].UserId, read.Messages[1].Emoji).ShouldBe(("wamid.2", null, hidden.UserId, "👍"));
        read.Statuses.Select(status => (status.MessageId, status.Opaque)).ShouldBe([("wamid.ours", taken.Opaque), ("wamid.other", null)]);
        read.Ignored.ShouldBe(0);
    }

    [Fact]
    public void the_application_takes_the_signature_for_ours()
    {
        var body = envelope.Write([new StrangeStatus("wamid.other")], Now);

        WebhookSignature.IsValid(body, envelope.Sign(body), Secret).ShouldBeTrue();
        WebhookSignature.IsValid(body, envelope.Sign([.. body, 32]), Secret).ShouldBeFalse();
    }

    private static WebhookBatch Read(byte[] body) => WebhookReader.Read(body, "100", "200", Now);
}
