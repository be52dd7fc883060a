using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_the_number_keeps_its_pace(AppFixture app)
{
    [Fact]
    public void no_second_holds_more_than_a_quarter_above_what_is_set_wherever_it_begins()
    {
        for (var perSecond = 1; perSecond <= 1000; perSecond++)
        {
            var allowance = NumberPace.Of(perSecond);
            var windows = TimeSpan.FromSeconds(1) / allowance.Window;
            (allowance.Times * windows).ShouldBeInRange(perSecond * .57, perSecond, "on average");
            if (perSecond >= 4)
            {
                (allowance.Times * (windows + 1)).ShouldBeLessThanOrEqualTo(perSecond * 1.25, "a second that begins within a window meets one more");
            }
        }
    }

    [Fact]
    public void what_is_set_by_itself_stays_below_what_meta_allows() => (NumberPace.Of(60).Times * 5).ShouldBeLessThan(80);

    [Fact]
    public async Task what_comes_in_counts_with_what_goes_out()
    {
        await using var database = await app.NewDatabaseAsync("pace");
        await using var own = OwnApp.Start(database);
        var phones = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ChatPhone.SwitchOnAsync(own.Services)));
        await Task.WhenAll(phones.Select(phone => Deliveries.DeliverTextAsync(own, phone, "help")));
        foreach (var phone in phones)
        {
            await phone.AnswerAsync("You can write");
        }

        (await UsedAsync(own)).ShouldBe(6, "three in, three out");
    }

    [Fact]
    public async Task a_flood_of_what_comes_in_leaves_nothing_of_its_window_and_is_not_refused_itself()
    {
        var (clock, pace) = (new StoppedClock(), NumberPace.Of(60));
        var allowances = new Allowances(app.Services.GetRequiredService<NpgsqlDataSource>(), clock);
        var number = Guid.NewGuid().ToString("N");

        await allowances.CountAsync(pace, number, pace.Times - 1, Ct);
        (await allowances.TakeAsync(pace, number, Ct)).ShouldBeTrue();
        await allowances.CountAsync(pace, number, 1000, Ct);
        (await allowances.TakeAsync(pace, number, Ct)).ShouldBeFalse();
        clock.Now += pace.Window;
        (await allowances.TakeAsync(pace, number, Ct)).ShouldBeTrue("the next window is its own");
    }

    private static async Task<long> UsedAsync(OwnApp own)
    {
        await using var command = own.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select sum(used) from tb.allowances where key like 'whatsapp-number:%'");
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
