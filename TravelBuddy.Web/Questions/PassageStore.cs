using Marten;
using Npgsql;
using NpgsqlTypes;
using Pgvector;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace TravelBuddy.Web.Questions;

/// <summary>
/// The table of passages. Those of every bookable package are written when the catalogue has changed, those of a package whose rows are behind, or without the vectors of the model that is set, when it is asked about. Search is within one package, whose
/// few rows the primary key finds; so neither vectors nor words have an index of their own.
/// </summary>
public sealed class PassageStore(IDocumentStore store, NpgsqlDataSource database, PassageVectors vectors, TimeProvider time)
{
    private const int LoadedAtOnce = 200;
    private const int MostTerms = 60;
    private const int Found = 12;

    /// <summary>Whoever asks has five seconds in all, of which a language model may want four.</summary>
    private static readonly TimeSpan ForVectors = TimeSpan.FromSeconds(1);

    /// <summary>Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009) with their constant, of three rankings: by words, by vectors, and by the topics asked of that a passage tells.</summary>
    private const string Search = """
        with words as (
          select ordinal, row_number() over (order by ts_rank(words, query) desc, ordinal) as rank
          from tb.package_passages, websearch_to_tsquery('simple', unaccent($2)) query where package_id = $1 and words @@ query),
        near as (
          select ordinal, row_number() over (order by distance, ordinal) as rank
          from (select ordinal, embedding <#> $3 as distance from tb.package_passages where package_id = $1 and encoder = $4 and $3 is not null) nearest),
        told as (select ordinal, rank from unnest($6) with ordinality as topics (ordinal, rank))
        select ordinal, kind, language, text
        from tb.package_passages left join words using (ordinal) left join near using (ordinal) left join told using (ordinal)
        where package_id = $1 and (words.rank is not null or near.rank is not null or told.rank is not null)
        order by coalesce(1.0 / (60 + words.rank), 0) + coalesce(1.0 / (60 + near.rank), 0) + coalesce(1.0 / (60 + told.rank), 0) desc, ordinal
        limit $5
        """;

    public static Table Table()
    {
        var table = new Table(new PostgresqlObjectName("tb", "package_passages", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("package_id").AsPrimaryKey();
        table.AddColumn<int>("ordinal").AsPrimaryKey();
        table.AddColumn("kind", "text").NotNull();
        table.AddColumn("language", "text").NotNull();
        table.AddColumn("text", "text").NotNull();
        // Written with the row: a generated column takes no unaccent(), which depends on a dictionary.
        table.AddColumn("words", "tsvector").NotNull();
        // Of whatever length the encoder's are.
        table.AddColumn("embedding", "halfvec").NotNull();
        table.AddColumn("encoder", "text").NotNull();
        table.AddColumn("content_hash", "text").NotNull();
        return table;
    }

    /// <summary>Brings the passages of all packages in step with the catalogue; doing it again, or going on after a stop, writes nothing more.</summary>
    public async Task<int> BringInStepAsync(CancellationToken ct)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        await using (var command = database.CreateCommand("select package_id, content_hash from tb.package_passages where ordinal = 0"))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                known[reader.GetString(0)] = reader.GetString(1);
            }
        }

        await using var session = store.QuerySession();
        var ids = await session.Query<TourPackage>().Where(package => package.Bookable).Select(package => package.Id).ToListAsync(ct);
        var written = 0;
        foreach (var some in ids.Chunk(LoadedAtOnce))
        {
            foreach (var package in await session.LoadManyAsync<TourPackage>(ct, some))
            {
                if (known.GetValueOrDefault(package.Id) != HashOf(package))
                {
                    // A model embeds a tour when it is first asked about: most never are.
                    var passages = PackagePassages.Of(package);
                    await WriteAsync(package, passages, vectors.BuiltInOf(TextsOf(passages)), ct);
                    written++;
                }
            }
        }

        await using var remove = database.CreateCommand("delete from tb.package_passages where package_id = any($1)");
        remove.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. known.Keys.Except(ids, StringComparer.Ordinal)] });
        await remove.ExecuteNonQueryAsync(ct);
        return written;
    }

    /// <summary>The passages of a package that have most to do with a question, best first. Those written of an earlier version of the package are written anew first.</summary>
    /// <param name="package">The package.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="within">How long a server of embeddings may be waited for at most; a second where more is left.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IReadOnlyList<Passage>> FindAsync(TourPackage package, Question question, TimeSpan within, CancellationToken ct)
    {
        var patience = new Patience(within < ForVectors ? within : ForVectors, time);
        var rowsAre = await RefreshAsync(package, patience.Left, ct);
        // Without one of their kind, rows are found by words and topics.
        var asked = await vectors.OfQuestionAsync(question.Text, rowsAre, patience.Left, ct);
        await using var command = database.CreateCommand(Search);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = package.Id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = TermsOf(question) });
        command.Parameters.Add(new NpgsqlParameter { DataTypeName = "halfvec", Value = asked is null ? DBNull.Value : new HalfVector(Array.ConvertAll(asked, value => (Half)value)) });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = rowsAre });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Found });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = ToldIn(PackagePassages.Of(package), question) });
        return await ReadAsync(command, ct);
    }

    /// <summary>Passages of a package by their ordinals, in that order; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<Passage>> FindAsync(string packageId, IReadOnlyCollection<int> ordinals, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select ordinal, kind, language, text from tb.package_passages where package_id = $1 and ordinal = any($2) order by array_position($2, ordinal)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = packageId });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. ordinals] });
        return await ReadAsync(command, ct);
    }

    private static async Task<IReadOnlyList<Passage>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var found = new List<Passage>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found.Add(new Passage(reader.GetInt32(0), Enum.Parse<PassageKind>(reader.GetString(1)), reader.GetString(2), reader.GetString(3)));
        }

        return found;
    }

    /// <summary>Writes the rows of a package anew where they are behind, or can have the vectors of the model that is set; whose vectors they have then.</summary>
    private async Task<string> RefreshAsync(TourPackage package, TimeSpan within, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select encoder from tb.package_passages where package_id = $1 and ordinal = 0 and content_hash = $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = package.Id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = HashOf(package) });
        var encoder = await command.ExecuteScalarAsync(ct) as string;
        if (encoder == vectors.Name)
        {
            return encoder;
        }

        var passages = PackagePassages.Of(package);
        var made = await vectors.OfAsync(TextsOf(passages), within, ct);
        if (made.Name != encoder)
        {
            await WriteAsync(package, passages, made, ct);
        }

        return made.Name;
    }

    private static string[] TextsOf(IReadOnlyList<Passage> passages) => [.. passages.Select(passage => passage.Text)];

    private async Task WriteAsync(TourPackage package, IReadOnlyList<Passage> passages, (string Name, IReadOnlyList<float[]> Vectors) embedded, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        // One writer of a package at a time: two that insert the same rows would fail each other.
        Add("select pg_advisory_xact_lock(hashtextextended('passages ' || $1, 0))").Parameters.Add(new NpgsqlParameter<string> { TypedValue = package.Id });
        Add("delete from tb.package_passages where package_id = $1").Parameters.Add(new NpgsqlParameter<string> { TypedValue = package.Id });
        foreach (var (passage, i) in passages.Select((passage, i) => (passage, i)))
        {
            var insert = Add("insert into tb.package_passages (package_id, ordinal, kind, language, text, words, embedding, encoder, content_hash) values ($1, $2, $3, $4, $5, to_tsvector('simple', unaccent($5)), $6, $7, $8)");
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = package.Id });
            insert.Parameters.Add(new NpgsqlParameter<int> { TypedValue = passage.Ordinal });
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = passage.Kind.ToString() });
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = passage.Language });
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = passage.Text });
            insert.Parameters.Add(new NpgsqlParameter { Value = new HalfVector(Array.ConvertAll(embedded.Vectors[i], value => (Half)value)) });
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = embedded.Name });
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = HashOf(package) });
        }

        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);

        NpgsqlBatchCommand Add(string sql)
        {
            var command = new NpgsqlBatchCommand(sql);
            batch.BatchCommands.Add(command);
            return command;
        }
    }

    private static string HashOf(TourPackage package) => $"{package.ContentHash}.{PackagePassages.Version}";

    /// <summary>The passages that tell of a topic asked for, those of most topics first.</summary>
    private static int[] ToldIn(IReadOnlyList<Passage> passages, Question question) =>
    [
        .. passages.Select(passage => (passage.Ordinal, Told: question.Topics.Count(topic => topic.IsSaidIn(passage.Kind, QuestionTopic.WordsOf(passage)))))
            .Where(passage => passage.Told > 0).OrderByDescending(passage => passage.Told).ThenBy(passage => passage.Ordinal).Select(passage => passage.Ordinal),
    ];

    /// <summary>What is searched for, any of it: the question's words, and its things by all their names in both languages.</summary>
    private static string TermsOf(Question question)
    {
        var terms = question.Words.Concat(question.Concepts.SelectMany(concept => concept.En.Concat(concept.Vi))).Concat(Tokenizer.Tokens(question.Text).Select(token => token.Folded).Where(word => !Question.IsFiller(word)))
            .Select(term => string.Join(' ', Tokenizer.Tokens(term).Select(token => token.Normalized)))
            .Where(term => term.Length > 0).Distinct(StringComparer.Ordinal).Take(MostTerms);
        // As a person would type it in a search box: whatever unaccent() makes of a letter, it is no syntax error.
        return string.Join(" or ", terms.Select(term => $"\"{term}\""));
    }
}
