using JasperFx;
using JasperFx.CommandLine;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Pages;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;

try
{
    var builder = WebApplication.CreateBuilder(args);
    await using var database = await builder.AddDatabaseAsync(args);
    builder.AddHosting();
    builder.AddLanguage();
    builder.AddAccounts();
    builder.AddCatalog();
    builder.AddEncoding();
    builder.AddInterests();
    builder.AddRecommendations();
    builder.AddBookings();
    builder.AddQuestions();
    builder.AddAccommodation();
    builder.AddWhatsApp();
    builder.AddSimulator();
    builder.AddPages();

    var app = builder.Build();
    app.StartEncoding();

    app.UseHosting();
    app.MapHosting();
    app.MapLanguage();
    app.MapAccounts();
    app.MapCatalog();
    app.MapInterests();
    app.MapRecommendations();
    app.MapAccommodation();
    app.MapWhatsApp();
    app.MapSimulator();

    if (!DatabaseSetup.Serves(args))
    {
        // Until extensions have been applied (there are none), the framework prints every assembly it searches for commands.
        new CommandFactory().ApplyExtensions(builder.Services);
        return await app.RunJasperFxCommands(args);
    }

    // Before the host starts: its own validation of settings logs a stack trace.
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    StartupNotes.TellWhatComes(app.Configuration);
    await app.RunAsync();
    return 0;
}
catch (Exception problem) when (problem is StartupException or EmbeddedPostgresException or OptionsValidationException or InvalidDataException)
{
    Console.Error.WriteLine($"TravelBuddy cannot start. {problem.Message}");
    return 1;
}

public partial class Program;
