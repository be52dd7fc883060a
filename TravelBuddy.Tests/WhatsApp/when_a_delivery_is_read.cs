using System.Text.Json;
using FsCheck.Xunit;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_delivery_is_read
{
    private const string Ours = "100000000000001";
    private const string Account = "100000000000002";
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void every_entry_change_message_and_status_counts()
    {
        var batch = Read($$$$"""
            {"object":"whatsapp_business_account","entry":[
              {"id":"1","changes":[
                {"field":"messages","value":{"metadata":{"phone_number_id":"{{{{Ours}}}}"},
                  "contacts":[{"wa_id":"222","user_id":"VN.b"},{"wa_id":"111","user_id":"VN.a"}],
                  "messages":[{"from":"111","id":"m1","timestamp":"1773000000","type":"text","text":{"body":"Huế"}},
                              {"from":"222","id":"m2","timestamp":"1773000001","type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"row","title":"Row"}}}]}},
                {"field":"messages","value":{"metadata":{"phone_number_id":"{{{{Ours}}}}"},"statuses":[{"id":"s1","status":"read","timestamp":"1773000002"},{"id":"s2","status":"failed","timestamp":"1773000003","errors":[{"code":"131047"}]}]}}]},
              {"id":"2","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"{{{{Ours}}}}"},"messages":[{"from_user_id":"VN.c","id":"m3","timestamp":"1773000004","type":"button","button":{"payload":"p","text":"Show"}}]}}]}]}
            """);
        batch.Messages.Select(m => m.MessageId).ShouldBe(["m1", "m2", "m3"]);
        batch.Messages[0].UserId.ShouldBe("VN.a", "contacts belong to messages by id, not by position");
        batch.Messages[0].Text.ShouldBe("Huế");
        batch.Messages[1].ReplyId.ShouldBe("row");
        batch.Messages[2].ShouldSatisfyAllConditions(m => m.WaId.ShouldBeNull(), m => m.UserId.ShouldBe("VN.c"), m => m.ReplyId.ShouldBe("p"));
        batch.Statuses.Select(s => s.State).ShouldBe([DeliveryState.Read, DeliveryState.Failed]);
        batch.Statuses[1].ErrorCode.ShouldBe(131047);
    }

    [Theory]
    [InlineData("""{"object":"page","entry":[]}""")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"id":"0","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"999"},"messages":[{"from":"1","id":"m","type":"text","text":{"body":"x"}}]}}]}]}""")]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"account_update","value":{"event":"X"}}]}]}""")]
    [InlineData("""{"object":"whatsapp_business_account","entry":{"changes":5}}""")]
    [InlineData("[1,2,3]")]
    [InlineData("null")]
    public void what_is_not_for_us_is_passed_over(string json)
    {
        var batch = Read(json);
        batch.Messages.ShouldBeEmpty();
        batch.Statuses.ShouldBeEmpty();
        batch.Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"field":"message_template_status_update","value":{"event":"PAUSED","message_template_name":"tours_ready","message_template_language":"vi","reason":"x"}}""", "message_template_status_update", "PAUSED", "tours_ready (vi)")]
    [InlineData("""{"field":"phone_number_quality_update","value":{"event":"FLAGGED","current_limit":"TIER_1K"}}""", "phone_number_quality_update", "FLAGGED", null)]
    [InlineData("""{"field":"template_category_update","value":{"new_category":"MARKETING","message_template_name":"tours_ready","message_template_language":"en"}}""", "template_category_update", "MARKETING", "tours_ready (en)")]
    [InlineData("""{"field":"account_alerts","value":{"alert_type":"INCREASED_CAPABILITIES_ELIGIBILITY_FAILED"}}""", "account_alerts", "INCREASED_CAPABILITIES_ELIGIBILITY_FAILED", null)]
    [InlineData("""{"field":"account_alerts","value":{"entity_type":"BUSINESS","entity_id":"1","alert_info":{"alert_severity":"WARNING","alert_status":"NONE","alert_type":"OBA_REJECTED","alert_description":"x"}}}""", "account_alerts", "OBA_REJECTED", null)]
    [InlineData("""{"field":"business_capability_update","value":{"max_daily_conversation_per_phone":2000,"max_phone_numbers_per_business":25}}""", "business_capability_update", "limits", null)]
    public void what_happens_to_our_account_is_read_and_what_happens_to_others_is_not(string change, string field, string said, string? template)
    {
        string Delivery(string account) => $$"""{"object":"whatsapp_business_account","entry":[{"id":"{{account}}","changes":[{{change}}]}]}""";

        Read(Delivery(Account)).Events.ShouldHaveSingleItem().ShouldBe(new AccountEvent(field, said, template, Now));
        Read(Delivery("0")).ShouldSatisfyAllConditions(b => b.Events.ShouldBeEmpty(), b => b.Ignored.ShouldBe(1));
    }

    [Fact]
    public void what_is_said_in_a_group_is_passed_over() =>
        Read($$$"""{"object":"whatsapp_business_account","entry":[{"id":"{{{Account}}}","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"{{{Ours}}}"},"messages":[{"id":"wamid.1","from":"84905123456","group_id":"g1","timestamp":"1","type":"text","text":{"body":"x"}}]}}]}]}""")
            .ShouldSatisfyAllConditions(b => b.Messages.ShouldBeEmpty(), b => b.Ignored.ShouldBe(1));

    [Fact]
    public void errors_beside_messages_and_in_the_place_of_one_are_told_once_each_and_a_kind_that_is_not_passed_on_is_none()
    {
        var batch = Read($$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"{{{Account}}}","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"{{{Ours}}}"},
            "errors":[{"code":131042,"title":"Business eligibility payment issue"},{"code":"131042"},{"title":"none"},7],
            "messages":[{"id":"wamid.1","from":"84905123456","timestamp":"1","type":"unsupported","errors":[{"code":131051}]},{"id":"wamid.2","from":"84905123456","timestamp":"1","type":"text","text":{"body":"x"},"errors":[{"code":131031}]}]}}]}]}
            """);
        batch.Events.Select(happened => happened.Code).ShouldBe([131042, 131031]);
        batch.Messages.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"event":"<script>"}"""), InlineData("""{"event":7}"""), InlineData("""{"reason":"x"}""")]
    public void an_event_that_is_no_name_is_passed_over(string value) =>
        Read($$"""{"object":"whatsapp_business_account","entry":[{"id":"{{Account}}","changes":[{"field":"account_update","value":{{value}}}]}]}""").Events.ShouldBeEmpty();

    [Theory]
    [InlineData("""{"latitude":15.88,"longitude":108.33,"name":"x"}""", 15.88, 108.33), InlineData("""{"latitude":"15.88","longitude":"108.33"}""", 15.88, 108.33)]
    [InlineData("""{"latitude":95,"longitude":108}""", null, null), InlineData("""{"latitude":15}""", null, null), InlineData("""{"latitude":"NaN","longitude":"1"}""", null, null)]
    public void a_place_on_the_map_is_read_where_it_is_one(string location, double? latitude, double? longitude) =>
        One("location", location).Location.ShouldBe(latitude is null ? null : new GeoPoint(latitude.Value, longitude!.Value));

    [Fact]
    public void captions_quotes_voices_advertisements_edits_and_deletions_are_read()
    {
        One("image", """{"id":"1","mime_type":"image/jpeg","caption":"a beach like this"}""").Text.ShouldBe("a beach like this");
        One("audio", """{"id":"1","voice":true}""").IsVoice.ShouldBeTrue();
        One("revoke", """{"original_message_id":"wamid.old"}""").About.ShouldBe("wamid.old");
        One("edit", """{"original_message_id":"wamid.old","message":{"type":"text","text":{"body":"4 days"}}}""").ShouldSatisfyAllConditions(m => m.About.ShouldBe("wamid.old"), m => m.Text.ShouldBe("4 days"));
        One("text", """{"body":"info?"}""", ""","context":{"id":"wamid.card"},"referral":{"headline":"Sa Pa trek","body":"3 days","source_url":"https://fb.me/x"}""")
            .ShouldSatisfyAllConditions(m => m.ContextId.ShouldBe("wamid.card"), m => m.Advertisement.ShouldBe("Sa Pa trek. 3 days"));
    }

    [Fact]
    public void a_change_of_number_is_read_without_contacts_and_without_a_sender()
    {
        One("system", """{"type":"user_changed_number","wa_id":"84905999999","body":"x"}""").ShouldSatisfyAllConditions(m => m.WaId.ShouldBe("84905000001"), m => m.NewWaId.ShouldBe("84905999999"));
        var batch = Read($$$$"""{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"{{{{Ours}}}}"},"messages":[{"id":"m","type":"system","system":{"type":"user_changed_user_id","user_id":"VN.new","previous_user_id":"VN.old"}}]}}]}]}""");
        batch.Messages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => m.UserId.ShouldBe("VN.old"), m => m.NewUserId.ShouldBe("VN.new"));
    }

    [Fact]
    public void what_a_person_sets_in_whatsapp_itself_is_one_message_however_often_it_comes()
    {
        const string Set = """{"wa_id":"84905000001","user_id":"VN.a","detail":"x","category":"marketing_messages","value":"stop","timestamp":"1772900000"}""";
        var batch = Read($$$$"""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"user_preferences","value":{"metadata":{"phone_number_id":"{{{{Ours}}}}"},"user_preferences":[{{{{Set}}}},{{{{Set}}}},{"value":"stop"}]}}]}]}""");
        batch.Messages.Select(m => m.MessageId).Distinct().ShouldHaveSingleItem();
        batch.Messages[0].ShouldSatisfyAllConditions(m => m.Type.ShouldBe("preference"), m => m.Text.ShouldBe("stop"), m => m.UserId.ShouldBe("VN.a"));
        batch.Ignored.ShouldBe(1);
    }

    [Fact]
    public void it_is_read_without_a_number_where_it_is_of_our_account()
    {
        string Delivery(string account) => $$$"""{"object":"whatsapp_business_account","entry":[{"id":"{{{account}}}","changes":[{"field":"user_preferences","value":{"user_preferences":[{"wa_id":"84905000001","category":"marketing_messages","value":"stop","timestamp":"1772900000"}]}}]}]}""";

        Read(Delivery(Account)).Messages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => m.Type.ShouldBe("preference"), m => m.Text.ShouldBe("stop"), m => m.WaId.ShouldBe("84905000001"));
        Read(Delivery("0")).ShouldSatisfyAllConditions(b => b.Messages.ShouldBeEmpty(), b => b.Ignored.ShouldBe(1));
    }

    private static InboundMessage One(string type, string content, string more = "") => Read(
        $$$$"""{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"{{{{Ours}}}}"},"messages":[{"from":"84905000001","id":"m","type":"{{{{type}}}}","{{{{type}}}}":{{{{content}}}}{{{{more}}}}}]}}]}]}""")
        .Messages.ShouldHaveSingleItem();

    [Theory]
    [InlineData("""{"from":"1","id":"m","type":"hologram","hologram":{"x":1}}""", "hologram")]
    [InlineData("""{"from":"1","id":"m","type":"unsupported","errors":[{"code":131051}]}""", "unsupported")]
    [InlineData("""{"from":"1","id":"m","type":"interactive"}""", "interactive")]
    [InlineData("""{"from":"1","id":"m","type":"text","text":"not an object","timestamp":12345678901234}""", "text")]
    [InlineData("""{"from":"1","id":"m"}""", "unknown")]
    public void unknown_and_broken_messages_do_not_fail_the_batch(string message, string type)
    {
        var batch = Read($$$$"""{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"{{{{Ours}}}}"},"messages":[{{{{message}}}}, {"type":"text"}, 7, {"from":"2","id":"good","type":"text","text":{"body":"x"}}]}}]}]}""");
        batch.Messages.Select(m => m.MessageId).ShouldBe(["m", "good"]);
        batch.Messages[0].Type.ShouldBe(type);
        batch.Messages[0].At.ShouldBe(Now);
        batch.Ignored.ShouldBe(2);
    }

    [Fact]
    public void the_deliverys_own_time_counts_but_never_the_future()
    {
        var late = Read($$$$"""{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"{{{{Ours}}}}"},"messages":[{"from":"1","id":"a","timestamp":"1772900000","type":"text"},{"from":"1","id":"b","timestamp":"4102444800","type":"text"}]}}]}]}""");
        late.Messages[0].At.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1772900000));
        late.Messages[1].At.ShouldBe(Now);
    }

    [Property(MaxTest = 200)]
    public void a_signature_holds_for_exactly_its_bytes_and_secret(byte[] body, byte flip)
    {
        var signature = WebhookSignature.Of(body, "secret");
        WebhookSignature.IsValid(body, signature, "secret").ShouldBeTrue();
        WebhookSignature.IsValid(body, signature, "other").ShouldBeFalse();
        WebhookSignature.IsValid(body, null, "secret").ShouldBeFalse();
        WebhookSignature.IsValid(body, signature.ToUpperInvariant(), "secret").ShouldBeFalse();
        WebhookSignature.IsValid(body, signature[..^1], "secret").ShouldBeFalse();
        var changed = body.Append(flip).ToArray();
        WebhookSignature.IsValid(changed, signature, "secret").ShouldBeFalse();
    }

    [Theory]
    [InlineData("""a \ud83d b""", "a  b"), InlineData("""\udc4d\ud83d\ude4f\ud83d""", "🙏"), InlineData("""\\ud83d \ud83d""", """\ud83d """), InlineData("""a\u0000\u001bb\n""", "ab\n")]
    public void what_is_no_text_is_left_out_and_the_rest_kept(string written, string read)
    {
        var body = System.Text.Encoding.UTF8.GetBytes($$$$"""{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"{{{{Ours}}}}"},"messages":[{"from":"84905000001","id":"wamid.1","type":"text","text":{"body":"{{{{written}}}}"}}]}}]}]}""");

        WebhookReader.Read(body, Ours, Account, Now).Messages.ShouldHaveSingleItem().Text.ShouldBe(read);
    }

    private static WebhookBatch Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return WebhookReader.Read(document.RootElement, Ours, Account, Now);
    }
}
