using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;

namespace TravelBuddy.Web.Accounts;

/// <summary>A person and their travellers, or a traveller nobody is known behind: whom data is exported for or erased.</summary>
public sealed record DataSubject(Guid? PersonId, IReadOnlyList<Guid> PersonIds, IReadOnlyList<Traveller> Travellers)
{
    /// <summary>Everyone a key may have been made for.</summary>
    public IEnumerable<Guid> KeySubjects => PersonIds.Concat(Travellers.Select(traveller => traveller.Id));
}

/// <summary>A feature that keeps something personal outside the accounts. Register implementations as singletons; export and erasure call them all.</summary>
public interface IPersonalDataHolder
{
    /// <summary>Adds what is held, decrypted for the person, under names of the feature's own.</summary>
    Task ExportAsync(DataSubject subject, JsonObject export, CancellationToken ct);

    /// <summary>Deletes what is held, in the transaction that deletes the subject. Called before the subject's keys are deleted; may be called again after a failure.</summary>
    Task EraseAsync(DataSubject subject, IDocumentSession session, CancellationToken ct);

    /// <summary>Moves what is held by a person's id to the person they turned out to be, in the transaction that makes them one. What is held by traveller moves by itself.</summary>
    Task MergeAsync(Guid goneId, Guid keepId, IDocumentSession session, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>Shows people what is held about them, and deletes it.</summary>
public sealed class PersonalData(IDocumentStore store, IAccounts accounts, PersonalDataProtector protector, IEnumerable<IPersonalDataHolder> holders, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Whom an id (a person's or a traveller's) stands for, or null.</summary>
    public async Task<DataSubject?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var traveller = await session.LoadAsync<Traveller>(id, ct);
        if (traveller is { PersonId: null })
        {
            return new DataSubject(null, [], [traveller]);
        }

        if (await accounts.FindPersonAsync(traveller?.PersonId ?? id, ct) is not { } person)
        {
            return traveller is null ? null : new DataSubject(null, [], [traveller]);
        }

        var ids = new List<Guid> { person.Id };
        for (var known = 0; known < ids.Count; known++)
        {
            var into = ids[known];
            ids.AddRange(await session.Query<Person>().Where(other => other.MergedInto == into).Select(other => other.Id).ToListAsync(ct));
        }

        var personId = person.Id;
        return new DataSubject(personId, ids, [.. await session.Query<Traveller>().Where(item => item.PersonId == personId).ToListAsync(ct)]);
    }

    /// <summary>Everything held, as indented JSON.</summary>
    public async Task<string> ExportAsync(DataSubject subject, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var export = new JsonObject { ["exportedAt"] = time.GetUtcNow() };
        if (subject.PersonId is { } id && await session.LoadAsync<Person>(id, ct) is { } person)
        {
            export["person"] = new JsonObject
            {
                ["id"] = person.Id,
                ["name"] = await TextAsync(person.Name),
                ["phone"] = await TextAsync(person.Phone),
                ["whatsAppId"] = await TextAsync(person.WaId),
                ["whatsAppUserId"] = await TextAsync(person.UserId),
                ["email"] = await TextAsync(person.Email),
                ["outsideLogins"] = person.Logins.Count,
                ["language"] = person.Language,
                ["createdAt"] = person.CreatedAt,
                ["stopped"] = person.Stopped,
                ["whatsAppOptIn"] = JsonSerializer.SerializeToNode(person.WhatsAppOptIn, Json),
                ["whatsAppOptOutAt"] = person.OptOutAt,
            };

            async Task<string?> TextAsync(byte[]? data) => data is null ? null : await protector.UnprotectAsync(person.Id, data, ct);
        }

        var travellers = new JsonArray();
        foreach (var traveller in subject.Travellers)
        {
            var trips = new JsonArray();
            foreach (var tripId in traveller.TripIds)
            {
                var events = await session.Events.FetchStreamAsync(tripId, token: ct);
                trips.Add(new JsonObject
                {
                    ["id"] = tripId,
                    ["events"] = new JsonArray([.. events.Select(e => (JsonNode)new JsonObject { ["at"] = e.Timestamp, ["what"] = e.EventType.Name, ["data"] = JsonSerializer.SerializeToNode(e.Data, e.EventType, Json) })]),
                });
            }

            travellers.Add(new JsonObject { ["id"] = traveller.Id, ["language"] = traveller.Language, ["currency"] = traveller.Currency, ["createdAt"] = traveller.CreatedAt, ["trips"] = trips });
        }

        export["travellers"] = travellers;
        foreach (var holder in holders)
        {
            await holder.ExportAsync(subject, export, ct);
        }

        return export.ToJsonString(Json);
    }

    /// <summary>
    /// Deletes persons, identifiers, travellers, codes and what other features hold, then the keys: what is left encrypted anywhere (backups included) cannot
    /// be read any more. Trips' events stay: they hold no personal data, and nothing leads from them to anyone.
    /// </summary>
    public async Task EraseAsync(DataSubject subject, CancellationToken ct)
    {
        var (persons, travellers) = (subject.PersonIds.ToArray(), subject.Travellers.Select(traveller => traveller.Id).ToArray());
        await using (var session = store.LightweightSession())
        {
            foreach (var holder in holders)
            {
                await holder.EraseAsync(subject, session, ct);
            }

            var numbers = await NumbersAsync(session, persons, ct);
            session.DeleteWhere<OneTimeCode>(code => code.NumberHash.IsOneOf(numbers));
            session.DeleteWhere<PersonIdentifier>(identifier => identifier.PersonId.IsOneOf(persons));
            session.DeleteWhere<Person>(person => person.Id.IsOneOf(persons));
            session.DeleteWhere<Traveller>(traveller => traveller.Id.IsOneOf(travellers));
            await session.SaveChangesAsync(ct);
        }

        foreach (var keySubject in subject.KeySubjects)
        {
            await protector.EraseAsync(keySubject, ct);
        }
    }

    /// <summary>Keyed hashes of the numbers of persons.</summary>
    public static async Task<string[]> NumbersAsync(IQuerySession session, Guid[] persons, CancellationToken ct) =>
        [.. (await session.LoadManyAsync<Person>(ct, persons)).SelectMany(person => new[] { person.PhoneHash, person.WaIdHash }).OfType<string>().Distinct()];
}
