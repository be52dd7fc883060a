using JasperFx.CommandLine;

namespace TravelBuddy.Web.Accounts;

/// <summary>Whom <c>export-user</c> and <c>erase-user</c> are about.</summary>
public sealed class UserInput : NetCoreInput
{
    [Description("Id of the person or of the traveller")]
    public string Id { get; set; } = "";
}

/// <summary><c>export-user ID</c>: prints everything held about a person or traveller, decrypted, as JSON. Exit code 1 if nobody has that id.</summary>
[Description("Print everything held about a person or traveller as JSON", Name = "export-user")]
public sealed class ExportUserCommand : JasperFxAsyncCommand<UserInput>
{
    public override Task<bool> Execute(UserInput input) => UserCommand.RunAsync(input, async (data, subject) => Console.WriteLine(await data.ExportAsync(subject, CancellationToken.None)));
}

/// <summary><c>erase-user ID</c>: deletes what is held about a person or traveller, keys included. Exit code 1 if nobody has that id.</summary>
[Description("Delete everything held about a person or traveller", Name = "erase-user")]
public sealed class EraseUserCommand : JasperFxAsyncCommand<UserInput>
{
    public override Task<bool> Execute(UserInput input) => UserCommand.RunAsync(input, async (data, subject) =>
    {
        await data.EraseAsync(subject, CancellationToken.None);
        Console.WriteLine($"Erased: {subject.PersonIds.Count} person(s), {subject.Travellers.Count} traveller(s), and their keys. A running server forgets keys within {PersonalDataProtector.KeyLife.TotalSeconds:0} seconds.");
    });
}

internal static class UserCommand
{
    public static async Task<bool> RunAsync(UserInput input, Func<PersonalData, DataSubject, Task> use)
    {
        if (!Guid.TryParse(input.Id, out var id))
        {
            Console.Error.WriteLine($"{input.Id} is not an id: ids look like {Guid.Empty}.");
            return false;
        }

        using var host = input.BuildHost();
        var data = host.Services.GetRequiredService<PersonalData>();
        if (await data.FindAsync(id, CancellationToken.None) is not { } subject)
        {
            Console.Error.WriteLine($"Nobody has the id {id}.");
            return false;
        }

        await use(data, subject);
        return true;
    }
}
