using TravelBuddy.Web.WhatsApp;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_settings_are_checked
{
    private static readonly WhatsAppOptionsValidator Validator = new();

    [Fact]
    public void the_simulator_needs_none() => Validator.Validate(null, new WhatsAppOptions()).Succeeded.ShouldBeTrue();

    [Fact]
    public void the_cloud_needs_the_accounts_data_by_name()
    {
        var failures = Validator.Validate(null, new WhatsAppOptions { Mode = "Cloud" }).Failures!.ToList();
        foreach (var setting in new[] { "PhoneNumberId", "BusinessNumber", "WabaId", "AccessToken", "AppSecret", "VerifyToken" })
        {
            failures.ShouldContain(failure => failure.StartsWith($"WhatsApp__{setting} "));
        }

        Validator.Validate(null, Cloud()).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void a_wrong_one_is_named()
    {
        Fails(o => o.Mode = "Carrier pigeon", "WhatsApp__Mode");
        Fails(o => o.ApiVersion = "25", "WhatsApp__ApiVersion");
        Fails(o => o.GraphBaseUrl = "http://graph.example.com", "WhatsApp__GraphBaseUrl");
        Fails(o => o.PhoneNumberId = "+84 901", "WhatsApp__PhoneNumberId");
        Fails(o => o.WabaId = "x", "WhatsApp__WabaId");
        Fails(o => o.BusinessNumber = "call me", "WhatsApp__BusinessNumber");
        Fails(o => o.Templates.OneTimeCode = "Sign-In", "WhatsApp__Templates__OneTimeCode");
        Fails(o => o.MessagesPerSecond = 0, "WhatsApp__MessagesPerSecond");
        Fails(o => o.Prices = new() { ["Viet Nam"] = [] }, "WhatsApp__Prices__Viet Nam");
        Fails(o => o.Prices = new() { ["VN"] = new() { ["gift"] = 1 } }, "WhatsApp__Prices__VN");
        Fails(o => o.Templates.Vietnamese = "Vietnamese", "WhatsApp__Templates__Vietnamese");
    }

    private static void Fails(Action<WhatsAppOptions> change, string setting)
    {
        var options = Cloud();
        change(options);
        Validator.Validate(null, options).Failures!.ShouldContain(failure => failure.StartsWith(setting + " "));
    }

    private static WhatsAppOptions Cloud() => new()
    {
        Mode = "Cloud",
        PhoneNumberId = "106540352242922",
        BusinessNumber = "+84 28 7300 0000",
        WabaId = "102290129340398",
        AccessToken = "t",
        AppSecret = "s",
        VerifyToken = "v",
    };
}
