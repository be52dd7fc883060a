using Microsoft.Extensions.Configuration;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Feeds;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Interests.Reading.Roles;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Tests.Encoding;

/// <summary>The repository's own data as the application reads it, once for all tests, without a database.</summary>
public static class Repository
{
    private static readonly DataFiles Files = new(new ConfigurationBuilder().Build());

    public static readonly Gazetteer Gazetteer = Gazetteer.Load(Files.PathOf("places.jsonl"), Files.PathOf(Path.Combine("restored", "world-cities.jsonl")));
    public static readonly Lexicon Lexicon = Lexicon.Load(Files.PathOf("lexicon.jsonl"));
    public static readonly RoleModel Roles = RoleModel.Load(Files.PathOf("place-roles.tsv"), Files.PathOf("thing-roles.tsv"));
    public static readonly ExchangeRates Rates = ExchangeRates.Load(Files.PathOf("exchange-rates.json"));
    public static readonly BuiltInEncoder Encoder = new(Gazetteer, Lexicon, Rates, new EncodingOptions());
    public static readonly IReadOnlyList<TourPackage> Packages = ReadPackages();

    public static Place Place(string id) => Gazetteer.Find(id) ?? throw new InvalidOperationException($"No place {id}.");

    /// <summary>The folder that holds TravelBuddy.sln.</summary>
    public static string Root => Directory.GetParent(DataFile("places.jsonl"))!.Parent!.FullName;

    public static string DataFile(string name) => Files.PathOf(name);

    private static List<TourPackage> ReadPackages()
    {
        var factory = new PackageFactory(Gazetteer, Rates, new TourTexts());
        return [.. File.ReadLines(Files.PathOf("catalogue.jsonl")).Select(line => factory.Create(FeedPackage.Parse(line), line, null).Package!)];
    }
}
