using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Every value of a delivery in turn becomes something else; what stands beside it is taken all the same.</summary>
public sealed class when_a_delivery_is_malformed(AppFixture app)
{
    /// <summary>As JSON: each kind of value, and texts that pass as JSON and are none.</summary>
    private static readonly string[] Instead =
    [
        "null", "7", "\"x\"", "[]", "[7]", "{}", """{"\ud83d":"x"}""", """ "\ud83d" """, """ "\\ud83d\ude4f" """, """ "\u0000" """, new string('[', 200) + new string(']', 200),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_is_answered_with_200_and_the_rest_is_taken()
    {
        var number = await app.Services.GetRequiredService<BusinessAccount>().GetAsync(Ct);
        using var client = app.NewClient();
        var expected = new ConcurrentBag<string>();
        var changes = Places(Delivery(number, "")).SelectMany(path => Instead, (path, instead) => (path, instead));
        await Parallel.ForEachAsync(changes, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Ct }, async (change, ct) =>
        {
            var beside = $"wamid.{Guid.NewGuid():N}";
            var body = System.Text.Encoding.UTF8.GetBytes(Put(Delivery(number, beside), change.path, change.instead));
            (await client.PostSignedAsync(body, number)).ShouldBe(HttpStatusCode.OK, $"{string.Join('.', change.path)} = {change.instead}");
            if (change.path is ["entry", 0, ..])
            {
                expected.Add(await app.Services.GetRequiredService<KeyedHash>().OfAsync("message", beside, ct));
            }
        });

        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.LoadManyAsync<TakenMessage>(Ct, expected.ToArray())).Count.ShouldBe(expected.Count);
        expected.Count.ShouldBeGreaterThan(Instead.Length * 50);
    }

    /// <summary>A delivery with everything we read in its first entry, and one message in its second. Ids are the same each time, so that what is right is handled once.</summary>
    private static JsonNode Delivery(BusinessNumber number, string beside) => JsonNode.Parse(
        $$$$"""
        {"object":"whatsapp_business_account","entry":[
          {"id":"{{{{number.WabaId}}}}","changes":[
            {"field":"messages","value":{"metadata":{"phone_number_id":"{{{{number.PhoneNumberId}}}}"},"contacts":[{"wa_id":"84905000002","user_id":"VN.malformed"}],"messages":[
              {"from":"84905000002","id":"wamid.malformed1","timestamp":"1773000000","type":"reaction","reaction":{"message_id":"wamid.none","emoji":"👍"},"context":{"id":"wamid.none"},"referral":{"headline":"x"}},
              {"from":"84905000002","id":"wamid.malformed2","type":"revoke","revoke":{"original_message_id":"wamid.none"}},
              {"from":"84905000002","id":"wamid.malformed3","type":"edit","edit":{"original_message_id":"wamid.none","message":{"text":{"body":"thanks"}}} },
              {"from":"84905000002","id":"wamid.malformed4","type":"location","location":{"latitude":48.8,"longitude":"2.3"}},
              {"from":"84905000002","id":"wamid.malformed5","type":"audio","audio":{"voice":true}},
              {"from":"84905000002","id":"wamid.malformed6","type":"interactive","interactive":{"button_reply":{"id":"x","title":"x"}}},
              {"id":"wamid.malformed7","type":"system","system":{"type":"user_changed_user_id","previous_user_id":"VN.malformed0","user_id":"VN.malformed9"}}]}},
            {"field":"messages","value":{"metadata":{"phone_number_id":"{{{{number.PhoneNumberId}}}}"},"statuses":[
              {"id":"wamid.malformed8","status":"failed","timestamp":1773000000,"biz_opaque_callback_data":"x","errors":[{"code":131026}],"pricing":{"type":"regular","billable":true,"category":"service"}}]}},
            {"field":"user_preferences","value":{"metadata":{"phone_number_id":"{{{{number.PhoneNumberId}}}}"},"user_preferences":[{"wa_id":"84905000002","category":"marketing_messages","value":"stop","timestamp":"1773000000"}]}},
            {"field":"phone_number_quality_update","value":{"event":"UNFLAGGED","message_template_name":"x","message_template_language":"en"}}]},
          {"id":"{{{{number.WabaId}}}}","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"{{{{number.PhoneNumberId}}}}"},"messages":[{"from":"84905000003","id":"{{{{beside}}}}","type":"system","system":{"type":"none of ours"}}]}}]}]}
        """)!;

    /// <summary>The places of all values outside the second entry: names and indices.</summary>
    private static IEnumerable<object[]> Places(JsonNode? node, params object[] at)
    {
        if (at is ["entry", 1, ..])
        {
            return [];
        }

        return (node switch
        {
            JsonObject members => members.SelectMany(member => Places(member.Value, [.. at, member.Key])),
            JsonArray items => items.SelectMany((item, i) => Places(item, [.. at, i])),
            _ => [],
        }).Prepend(at);
    }

    /// <summary>The JSON with something else at a place; put in as text, because no object model holds half a pair.</summary>
    private static string Put(JsonNode delivery, object[] path, string instead)
    {
        if (path.Length == 0)
        {
            return instead;
        }

        const string Mark = "put it here";
        var parent = path[..^1].Aggregate(delivery, (node, step) => step is int i ? node[i]! : node[(string)step]!);
        if (path[^1] is int index)
        {
            parent[index] = Mark;
        }
        else
        {
            parent[(string)path[^1]] = Mark;
        }

        return delivery.ToJsonString().Replace($"\"{Mark}\"", instead, StringComparison.Ordinal);
    }
}
