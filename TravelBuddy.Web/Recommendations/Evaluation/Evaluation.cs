using System.Diagnostics;
using Marten;
using TravelBuddy.Ranking;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations.Api;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>Ranks every query of a file, in its own spelling and in others, by us and by the baselines, and measures the lists.</summary>
public sealed class Evaluation(
    IRecommender recommender, PreferencesReader reader, IWishReader texts, Gazetteer gazetteer, Lexicon lexicon, ICatalog catalog, BuiltInEncoder encoder, IDocumentStore store, TimeProvider time)
{
    private const int ListLength = 50;
    private const int Judged = 10;

    private readonly Baselines _baselines = new(catalog.Rates);
    private readonly WishWords _words = new(texts, lexicon, catalog.Rates);
    private readonly Dictionary<string, TourFile> _packages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _languages = new(StringComparer.Ordinal);
    private readonly DateOnly _today = time.TodayInVietNam();

    /// <summary>The report; what could not be read is among its problems. Without judgements only lists, their diversity and times are measured.</summary>
    public async Task<EvaluationReport> RunAsync(string path, Judgements? judgements, ProgressLine progress, CancellationToken ct)
    {
        var problems = new List<string>();
        var queries = await QueryFile.ReadAsync(path, problems, ct);
        await LoadAsync(ct);
        if (queries.Count > 0)
        {
            await recommender.RankAsync(reader.Read(queries[0].Preferences, _today, new MemberErrors()), ListLength, ct);
        }

        var ranked = 0;
        var answered = new List<AnsweredQuery>(queries.Count);
        foreach (var query in queries)
        {
            var errors = new MemberErrors();
            answered.Add(await AnswerAsync(query, judgements, errors, ct));
            progress.At(++ranked);
            if (errors.Any)
            {
                problems.Add($"{path}, line {query.Line} ({query.Id}): {errors}");
            }
        }

        problems.AddRange(judgements is null ? [] : Strangers(queries, judgements));
        var counted = Slices.Counted(answered);
        var sections = new List<ReportSection> { new("queries", [.. Slices.Of(answered, judgements).Select(part => ReportRow.Of(part.Name, part.Queries))]) };
        if (judgements is not null)
        {
            var folded = new List<AnsweredQuery>();
            foreach (var query in answered.Where(query => query.Language == "vi"))
            {
                folded.Add(await AnswerAsync(FoldedSpelling.Of(query.Query), judgements, new MemberErrors(), ct));
                progress.At(++ranked);
            }

            sections.Add(ReportSections.OfPairs(answered, folded));
            var found = new List<LanguageAnswer>();
            foreach (var query in answered)
            {
                found.AddRange(await AcrossLanguagesAsync(query, judgements, ct));
                progress.At(++ranked);
            }

            sections.Add(ReportSections.OfLanguages(found));
            var without = new List<(Criterion, AnsweredQuery, MeasuredList)>();
            foreach (var criterion in Enum.GetValues<Criterion>())
            {
                foreach (var query in counted)
                {
                    if (Without(criterion, query.Wishes) is { } wishes)
                    {
                        without.Add((criterion, query, await MeasureAsync(query.Query.Id, await RankAsync(wishes, ListLength, ct), judgements, null, ct)));
                    }

                    progress.At(++ranked);
                }
            }

            sections.Add(ReportSections.OfCriteria(without));
        }

        sections.Add(ReportSections.OfBaselines(counted));
        var forms = Pairs.OfForms(answered);
        return new EvaluationReport(sections, [.. answered.Select(query => query.Ours.List)], problems, _packages.Count)
        {
            Slots = forms.All.Count == 0 ? [] : new SlotAgreement(gazetteer).Of([.. forms.All.Select(pair => (pair.Second.Wishes, pair.First.Wishes))]),
        };
    }

    /// <summary>Judgements that cannot count, or only against every ranking alike.</summary>
    private IEnumerable<string> Strangers(IReadOnlyList<EvaluatedQuery> queries, Judgements judgements)
    {
        if (queries.Count > 0 && queries.All(query => judgements.Of(query.Id) is null))
        {
            yield return "None of the judgements is about one of these queries; their ids differ.";
        }

        else if (judgements.Keys.Except(queries.SelectMany(query => new[] { query.Id, query.Need })).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } unasked)
        {
            yield return $"{unasked.Count} judged queries are not among the wishes, such as {unasked[0]}.";
        }

        var strangers = judgements.Values.SelectMany(grades => grades.Keys).Where(id => !_languages.ContainsKey(id)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (strangers.Count > 0)
        {
            yield return $"{strangers.Count} judged packages are not in the catalogue and count as not found, such as {strangers[0]}.";
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        await foreach (var package in session.Query<TourPackage>().ToAsyncEnumerable(ct))
        {
            _packages[package.Id] = new TourFile(package.SourceId, package.Language);
            _languages.TryAdd(package.SourceId, package.Language);
            if (package.Bookable)
            {
                _baselines.Add(package);
            }
        }
    }

    private async Task<AnsweredQuery> AnswerAsync(EvaluatedQuery query, Judgements? judgements, MemberErrors errors, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var wishes = reader.Read(query.Preferences, _today, errors);
        var ranked = await RankAsync(wishes, ListLength, ct);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return new AnsweredQuery(
            query,
            wishes,
            await MeasureAsync(query.Id, ranked, judgements, milliseconds, ct),
            await MeasureAsync(query.Id, _baselines.ByText(WishWords.OfAll(query.Preferences), ListLength), judgements, null, ct),
            await MeasureAsync(query.Id, _baselines.ByCriteria(_words.ByCriterion(query.Preferences, wishes, _today), wishes, ListLength), judgements, null, ct));
    }

    private async Task<IReadOnlyList<LanguageAnswer>> AcrossLanguagesAsync(AnsweredQuery query, Judgements judgements, CancellationToken ct)
    {
        var grades = judgements.Of(query.Query.Id);
        if (query.Language is not ("en" or "vi") || AcrossLanguages.Grades(grades, "en", _languages.GetValueOrDefault) is null)
        {
            return [];
        }

        var ranked = await RankAsync(query.Wishes, AcrossLanguages.Depth, ct);
        var answers = new List<LanguageAnswer>();
        foreach (var language in new[] { "en", "vi" })
        {
            Scored[] some = [.. ranked.Where(scored => _packages.GetValueOrDefault(scored.PackageId)?.Language == language)];
            var list = await MeasureAsync(query.Query.Id, some, AcrossLanguages.Grades(grades, language, _languages.GetValueOrDefault), null, ct);
            answers.Add(new LanguageAnswer(query.Query.Need, query.Query.IsFreeText, query.Language, language, list));
        }

        return answers;
    }

    /// <summary>The same wishes with no weight on a criterion; null if they have none on another.</summary>
    /// <summary>As if nothing had been said of a criterion and it counted for nothing; null where nothing else counts.</summary>
    private static Wishes? Without(Criterion criterion, Wishes wishes)
    {
        double[] weights = [.. wishes.Weights ?? VectorLayout.DefaultWeights];
        weights[(int)criterion] = 0;
        return weights.All(weight => weight == 0) ? null : Unsaid(criterion, wishes) with { Weights = weights };
    }

    private static Wishes Unsaid(Criterion criterion, Wishes wishes) => criterion switch
    {
        Criterion.Locations => wishes with { Places = [] },
        Criterion.Duration => wishes with { Durations = [] },
        Criterion.Budget => wishes with { Budget = null },
        Criterion.Transportation => wishes with { Transportation = ConceptWishes.None },
        Criterion.Food => wishes with { Food = ConceptWishes.None },
        Criterion.Activities => wishes with { Activities = ConceptWishes.None },
        _ => wishes with { Accommodation = ConceptWishes.None },
    };

    private async Task<IReadOnlyList<Scored>> RankAsync(Wishes wishes, int count, CancellationToken ct) =>
        [.. (await recommender.RankAsync(wishes, count, ct)).Packages.Select(package => new Scored(package.PackageId, package.Score))];

    private Task<MeasuredList> MeasureAsync(string id, IReadOnlyList<Scored> ranked, Judgements? judgements, double? milliseconds, CancellationToken ct) =>
        MeasureAsync(id, ranked, judgements?.Of(id), milliseconds, ct);

    private async Task<MeasuredList> MeasureAsync(string id, IReadOnlyList<Scored> ranked, IReadOnlyDictionary<string, int>? grades, double? milliseconds, CancellationToken ct)
    {
        var known = ranked.Where(scored => _packages.ContainsKey(scored.PackageId)).DistinctBy(scored => _packages[scored.PackageId].SourceId).ToList();
        string[] documents = [.. known.Select(scored => _packages[scored.PackageId].SourceId)];
        string[] shown = [.. known.Take(Judged).Select(scored => scored.PackageId)];
        return new MeasuredList(
            new RunList(id, documents, [.. known.Select(scored => scored.Score)]), shown, await DiversityAsync(shown, ct), Quality.Of(documents, grades), milliseconds);
    }

    private async Task<double> DiversityAsync(IReadOnlyList<string> shown, CancellationToken ct)
    {
        var packages = await catalog.PackagesAsync(shown, ct);
        float[] rows = [.. shown.Where(packages.ContainsKey).SelectMany(id => encoder.Encode(packages[id]))];
        return RankingMetrics.IntraListDiversity(rows, VectorLayout.Dimensions);
    }

    private sealed record TourFile(string SourceId, string Language);
}
