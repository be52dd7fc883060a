using Microsoft.AspNetCore.Http;
using TravelBuddy.Web.Bookings;

namespace TravelBuddy.Tests.Bookings;

public sealed class when_a_program_looks_at_a_link
{
    [Theory]
    [InlineData("WhatsApp/2.23.20.0")]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 Chrome/125.0 Mobile Safari/537.36 (compatible; Googlebot/2.1)")]
    [InlineData("TelegramBot (like TwitterBot)")]
    [InlineData("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)")]
    [InlineData("Mozilla/5.0 (compatible; SkypeUriPreview)")]
    public void it_is_no_person(string agent) => Visitors.IsPerson(From(agent)).ShouldBeFalse();

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 10; CUBOT_X30) AppleWebKit/537.36 Chrome/125.0 Mobile Safari/537.36")]
    [InlineData("Mozilla/5.0 (Linux; Android 11; CUBOT) AppleWebKit/537.36 Chrome/125.0 Mobile Safari/537.36")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/125.0 Mobile Safari/537.36 Telegram-Android/11.3.3 (Samsung SM-A515F; Android 14)")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; Bottlerocket) AppleWebKit/537.36 Chrome/125.0 Safari/537.36")]
    [InlineData("")]
    public void a_person_s_phone_is_not_taken_for_one(string agent) => Visitors.IsPerson(From(agent)).ShouldBeTrue();

    private static HttpRequest From(string agent)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Headers.UserAgent) = (HttpMethods.Get, agent);
        return request;
    }
}
