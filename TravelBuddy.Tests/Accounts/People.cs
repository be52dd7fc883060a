using System.Security.Cryptography;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Tests.Accounts;

/// <summary>What the tests of accounts have in common: new numbers, signing in as a person does, reading the code where the sender of messages reads it.</summary>
internal static class People
{
    /// <summary>A Vietnamese mobile number nobody else in this run has.</summary>
    public static string NewNumber() => $"+8490{RandomNumberGenerator.GetInt32(10_000_000):D7}";

    public static string NewUserId() => $"VN.{Guid.NewGuid():N}";

    /// <summary>The code last sent to a number.</summary>
    public static async Task<RevealedCode?> LastCodeAsync(IServiceProvider services, string number)
    {
        var hash = await services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.Phone, number.TrimStart('+'), TestContext.Current.CancellationToken);
        await using var session = services.GetRequiredService<IDocumentStore>().QuerySession();
        var code = await session.Query<OneTimeCode>().Where(item => item.NumberHash == hash).OrderByDescending(item => item.ExpiresAt).FirstAsync(TestContext.Current.CancellationToken);
        return await services.GetRequiredService<IOneTimeCodes>().RevealAsync(code.Id, TestContext.Current.CancellationToken);
    }

    /// <summary>Signs a browser in with a number and the code sent to it; the answer is what the browser gets for the right code.</summary>
    public static async Task<PageAnswer> SignInAsync(this BrowserSession browser, IServiceProvider services, string number, string at = "/sign-in")
    {
        var asked = await browser.SubmitAsync(await browser.GetAsync(at), "main form", ("Number", number));
        var page = await browser.FollowAsync(asked);
        return await browser.SubmitAsync(page, "main form", ("Code", (await LastCodeAsync(services, number)).ShouldNotBeNull().Code));
    }

    /// <summary>Stores a traveller as a saved first answer does.</summary>
    public static async Task<Traveller> NewTravellerAsync(IServiceProvider services, Guid? personId = null)
    {
        var traveller = new Traveller { Id = Guid.CreateVersion7(), PersonId = personId, CreatedAt = DateTimeOffset.UtcNow };
        await using var session = services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Insert(traveller);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        return traveller;
    }
}
