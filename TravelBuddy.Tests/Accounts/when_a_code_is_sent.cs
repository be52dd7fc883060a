using JasperFx.Core;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TravelBuddy.Web.Accounts;
using Wolverine.Tracking;

namespace TravelBuddy.Tests.Accounts;

public sealed class when_a_code_is_sent(AppFixture app)
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly string _number = People.NewNumber();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_right_code_proves_the_number_once()
    {
        var (codeId, code) = await SendAsync();

        var right = (await CheckAsync(codeId, code)).ShouldBeOfType<CodeCheck.Right>();
        (await CheckAsync(codeId, code)).ShouldBeOfType<CodeCheck.Gone>();
        (await app.Services.GetRequiredService<IAccounts>().FindPersonAsync(right.PersonId, Ct))!.PhoneHash.ShouldNotBeNull();
    }

    [Fact]
    public async Task it_has_six_digits_and_goes_to_the_number()
    {
        var sent = (await RequestAsync()).ShouldBeOfType<CodeRequest.Sent>();

        var revealed = (await Reader.RevealAsync(sent.CodeId, Ct)).ShouldNotBeNull();
        revealed.Code.ShouldMatch("^[0-9]{6}$");
        revealed.To.ShouldBe(new WhatsAppIdentity(_number.TrimStart('+'), null));
        revealed.MinutesValid.ShouldBe(10);
    }

    [Fact]
    public async Task asking_for_its_delivery_leaves_with_the_code_itself()
    {
        var asked = new Asked();
        await app.Host.TrackActivity().DoNotAssertOnExceptionsDetected().Timeout(30.Seconds()).WaitForCondition(asked).ExecuteAndWaitAsync((Func<Wolverine.IMessageContext, Task>)(_ => SendAsync()));

        asked.IsCompleted().ShouldBeTrue();
    }

    [Fact]
    public async Task spaces_in_what_is_typed_do_not_matter()
    {
        var (codeId, code) = await SendAsync();

        (await CheckAsync(codeId, $" {code[..3]} {code[3..]} ")).ShouldBeOfType<CodeCheck.Right>();
    }

    [Fact]
    public async Task after_ten_minutes_it_is_gone_for_typing_and_for_delivery()
    {
        var (codeId, code) = await SendAsync();
        _time.Advance(OneTimeCodeService.Valid);

        (await CheckAsync(codeId, code)).ShouldBeOfType<CodeCheck.Gone>();
        (await Reader.RevealAsync(codeId, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task five_wrong_tries_end_it_even_for_the_right_code()
    {
        var (codeId, code) = await SendAsync();
        var left = new List<int>();
        for (var i = 0; i < OneTimeCodeService.Tries; i++)
        {
            left.Add((await CheckAsync(codeId, WrongFor(code))).ShouldBeOfType<CodeCheck.Wrong>().TriesLeft);
        }

        left.ShouldBe([4, 3, 2, 1, 0]);
        (await CheckAsync(codeId, code)).ShouldBe(new CodeCheck.Wrong(0));
        (await Reader.RevealAsync(codeId, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task tries_at_the_same_moment_are_all_counted()
    {
        var (codeId, code) = await SendAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => CheckAsync(codeId, WrongFor(code)))));

        answers.Count(answer => answer is CodeCheck.Wrong { TriesLeft: > 0 }).ShouldBe(OneTimeCodeService.Tries - 1);
        (await CheckAsync(codeId, code)).ShouldBe(new CodeCheck.Wrong(0));
    }

    [Fact]
    public async Task a_code_answers_only_its_own_request()
    {
        var (first, _) = await SendAsync();
        var (_, second) = await SendAsync();
        var firstCode = (await Reader.RevealAsync(first, Ct))!.Code;

        // One time in a million the two codes are the same.
        (await CheckAsync(first, second) is CodeCheck.Right).ShouldBe(firstCode == second);
    }

    [Fact]
    public async Task neither_code_nor_number_is_stored_in_the_clear()
    {
        var (codeId, code) = await SendAsync();

        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var stored = (await session.LoadAsync<OneTimeCode>(codeId, Ct)).ShouldNotBeNull();
        var number = (await session.LoadAsync<TypedNumber>(stored.NumberId, Ct)).ShouldNotBeNull();
        foreach (var bytes in new[] { stored.Code!, number.Number })
        {
            var text = System.Text.Encoding.Latin1.GetString(bytes);
            text.ShouldNotContain(code);
            text.ShouldNotContain(_number[3..]);
        }

        stored.CodeHash.Length.ShouldBe(64);
    }

    [Fact]
    public async Task nobody_becomes_a_person_before_the_number_is_proved()
    {
        var accounts = app.Services.GetRequiredService<IAccounts>();
        var (codeId, code) = await SendAsync();
        await CheckAsync(codeId, WrongFor(code));
        (await accounts.FindByNumberAsync(_number, Ct)).ShouldBeNull();

        var right = (await CheckAsync(codeId, code)).ShouldBeOfType<CodeCheck.Right>();

        (await accounts.FindByNumberAsync(_number, Ct)).ShouldNotBeNull().Id.ShouldBe(right.PersonId);
        await NothingIsKeptOfAsync(codeId);
    }

    [Fact]
    public async Task a_number_that_was_never_proved_is_forgotten_with_its_key()
    {
        var (codeId, _) = await SendAsync();
        await using var session = Store.QuerySession();
        var numberId = (await session.LoadAsync<OneTimeCode>(codeId, Ct)).ShouldNotBeNull().NumberId;

        await app.Host.InvokeMessageAndWaitAsync(new ForgetTypedNumber(numberId));
        await app.Host.InvokeMessageAndWaitAsync(new ForgetTypedNumber(numberId));

        await NothingIsKeptOfAsync(codeId);
        (await Reader.RevealAsync(codeId, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task a_number_gets_at_most_five_an_hour()
    {
        for (var i = 0; i < 5; i++)
        {
            (await RequestAsync()).ShouldBeOfType<CodeRequest.Sent>();
        }

        (await RequestAsync()).ShouldBeOfType<CodeRequest.TooMany>();
        _time.Advance(TimeSpan.FromHours(1));
        (await RequestAsync()).ShouldBeOfType<CodeRequest.Sent>();
    }

    [Fact]
    public async Task a_traveller_and_an_address_are_limited_over_all_numbers()
    {
        var traveller = Guid.NewGuid();
        var address = $"203.0.113.{Random.Shared.Next(256)}-{Guid.NewGuid():N}";
        for (var i = 0; i < 10; i++)
        {
            (await RequestAsync(People.NewNumber(), traveller)).ShouldBeOfType<CodeRequest.Sent>();
        }

        (await RequestAsync(People.NewNumber(), traveller)).ShouldBeOfType<CodeRequest.TooMany>();
        for (var i = 0; i < 30; i++)
        {
            (await RequestAsync(People.NewNumber(), address: address)).ShouldBeOfType<CodeRequest.Sent>();
        }

        (await RequestAsync(People.NewNumber(), address: address)).ShouldBeOfType<CodeRequest.TooMany>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("hello")]
    [InlineData("+84 1900 1234 5678 9012")]
    [InlineData("<script>alert(1)</script>")]
    public async Task what_is_no_number_is_refused(string typed) => (await RequestAsync(typed)).ShouldBeOfType<CodeRequest.NotANumber>();

    private IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    private PersonalDataProtector Protector => app.Services.GetRequiredService<PersonalDataProtector>();

    private IOneTimeCodes Reader => new OneTimeCodeReader(Store, Protector, new TypedNumbers(Store, Protector, _time), _time);

    private async Task<(Guid CodeId, string Code)> SendAsync()
    {
        var sent = (await RequestAsync()).ShouldBeOfType<CodeRequest.Sent>();
        return (sent.CodeId, (await Reader.RevealAsync(sent.CodeId, Ct)).ShouldNotBeNull().Code);
    }

    private async Task NothingIsKeptOfAsync(Guid codeId)
    {
        await using var session = Store.QuerySession();
        var numberId = (await session.LoadAsync<OneTimeCode>(codeId, Ct)).ShouldNotBeNull().NumberId;
        (await session.LoadAsync<TypedNumber>(numberId, Ct)).ShouldBeNull();
        (await session.LoadAsync<SubjectKey>(numberId, Ct)).ShouldBeNull();
    }

    private Task<CodeRequest> RequestAsync(string? number = null, Guid? traveller = null, string? address = null) =>
        InServiceAsync(codes => codes.RequestAsync(number ?? _number, "VN", traveller, address, "en", Ct));

    private Task<CodeCheck> CheckAsync(Guid codeId, string typed) => InServiceAsync(codes => codes.CheckAsync(codeId, typed, Ct));

    private Task<T> InServiceAsync<T>(Func<OneTimeCodeService, Task<T>> use) => app.InScopeAsync(scope =>
        use(ActivatorUtilities.CreateInstance<OneTimeCodeService>(scope, _time, new Allowances(scope.GetRequiredService<Npgsql.NpgsqlDataSource>(), _time))));

    private static string WrongFor(string code) => code == "000000" ? "000001" : "000000";

    /// <summary>Seen once the request for delivery left the outbox.</summary>
    private sealed class Asked : ITrackedCondition
    {
        private volatile bool _seen;

        public void Record(EnvelopeRecord record) => _seen |= record.Message is DeliverOneTimeCode;

        public bool IsCompleted() => _seen;
    }
}
