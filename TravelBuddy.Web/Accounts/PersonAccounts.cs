using Marten;
using Marten.Patching;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accounts;

/// <summary>Persons and whom their travellers belong to. Every change is optimistic: whoever loses a race reads again and decides anew.</summary>
public sealed class PersonAccounts(IDocumentStore store, KeyedHash hash, PersonalDataProtector protector, PersonMerge merge, TypedNumbers typed, TimeProvider time) : IAccounts
{
    public async Task<(Person Person, Traveller Traveller)> MeetAsync(WhatsAppIdentity identity, string language, CancellationToken ct)
    {
        if (identity is { WaId: null, UserId: null })
        {
            throw new ArgumentException("A WhatsApp identity has at least one of number and user id.", nameof(identity));
        }

        var number = identity.WaId is { } waId ? await hash.OfAsync(HashKinds.Phone, waId, ct) : null;
        var user = identity.UserId is { } userId ? await hash.OfAsync(HashKinds.UserId, userId, ct) : null;
        var newId = Guid.CreateVersion7();
        return await OptimisticConcurrency.RetriedAsync(async _ =>
        {
            await using var session = store.LightweightSession();
            var found = await session.LoadManyAsync<PersonIdentifier>(ct, new[] { number is null ? null : PersonIdentifier.Number(number), user is null ? null : PersonIdentifier.User(user) }.OfType<string>());
            var byNumber = number is null ? null : await PersonAsync(session, found, PersonIdentifier.Number(number), ct);
            var byUser = user is null ? null : await PersonAsync(session, found, PersonIdentifier.User(user), ct);
            var known = byUser ?? byNumber;
            if (byNumber is not null && user is not null && byNumber.Id != byUser?.Id)
            {
                if (byNumber.UserIdHash is null || byNumber.UserIdHash == user)
                {
                    known = byUser is null ? byNumber : await merge.QueueAsync(session, byUser, byNumber, ct);
                }
                else
                {
                    // The number has a new holder: WhatsApp gives a user id to an account, and this is another account than the one known by the number.
                    session.Update(byNumber with { WaId = null, WaIdHash = null, Phone = null, PhoneHash = null });
                    known = byUser;
                }
            }

            var person = known ?? new Person { Id = newId, Language = language, CreatedAt = time.GetUtcNow() };
            if (number is not null && person.WaIdHash != number)
            {
                person = person with { WaId = await protector.ProtectAsync(person.Id, identity.WaId!, ct), WaIdHash = number };
            }

            if (user is not null && person.UserIdHash != user)
            {
                person = person with { UserId = await protector.ProtectAsync(person.Id, identity.UserId!, ct), UserIdHash = user };
            }

            Identify(session, found, number is null ? null : PersonIdentifier.Number(number), person.Id);
            Identify(session, found, user is null ? null : PersonIdentifier.User(user), person.Id);
            var traveller = known is null ? null : await NewestAsync(session, known.Id, ct);
            if (traveller is null)
            {
                traveller = NewTraveller(person);
                session.Insert(traveller);
                // Stored even if unchanged: its version is what keeps two deliveries at once from making two travellers.
                Save(session, person, isNew: known is null);
            }
            else if (person != known || byNumber is not null && byUser is not null && byNumber.Id != byUser.Id)
            {
                Save(session, person, isNew: false);
            }

            await session.SaveChangesAsync(ct);
            return (person, traveller);
        }, ct);
    }

    public async Task<WhatsAppIdentity?> AddressAsync(Guid personId, CancellationToken ct)
    {
        if (await FindPersonAsync(personId, ct) is not { } person)
        {
            return await typed.FindAsync(personId, ct) is { } number ? new WhatsAppIdentity(number.TrimStart('+'), null) : null;
        }

        var waId = person.WaId is { } data ? await protector.UnprotectAsync(person.Id, data, ct)
            : person.Phone is { } phone ? (await protector.UnprotectAsync(person.Id, phone, ct))?.TrimStart('+') : null;
        var userId = person.UserId is { } id ? await protector.UnprotectAsync(person.Id, id, ct) : null;
        return waId is null && userId is null ? null : new WhatsAppIdentity(waId, userId);
    }

    public async Task<Person?> FindPersonAsync(Guid personId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await LoadAsync(session, personId, ct);
    }

    public async Task<Person?> FindByNumberAsync(string e164, CancellationToken ct) => await FindByNumberHashAsync(await hash.OfAsync(HashKinds.Phone, e164.TrimStart('+'), ct), ct);

    public async Task<Person?> FindByNumberHashAsync(string numberHash, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<PersonIdentifier>(PersonIdentifier.Number(numberHash), ct) is { } identifier ? await LoadAsync(session, identifier.PersonId, ct) : null;
    }

    public async Task<Traveller?> TravellerOfAsync(Guid personId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await LoadAsync(session, personId, ct) is { } person ? await NewestAsync(session, person.Id, ct) : null;
    }

    public Task<bool> JoinAsync(Guid travellerId, Guid personId, CancellationToken ct) => OptimisticConcurrency.RetriedAsync(async _ =>
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<Traveller>(travellerId, ct) is not { } traveller || await LoadAsync(session, personId, ct) is not { } person)
        {
            return false;
        }

        if (traveller.PersonId is null)
        {
            // A patch with a condition, because the interests change the same document.
            session.Patch<Traveller>(item => item.Id == travellerId && item.PersonId == null).Set(item => item.PersonId, (Guid?)person.Id);
        }
        else if (await LoadAsync(session, traveller.PersonId.Value, ct) is { } other && other.Id != person.Id)
        {
            if (other is not { WaIdHash: null, PhoneHash: null, UserIdHash: null })
            {
                return false;
            }

            session.Update(await merge.QueueAsync(session, person, other, ct));
        }

        await session.SaveChangesAsync(ct);
        return await IsOfAsync(travellerId, person.Id, ct);
    }, ct);

    public async Task<bool> IsOfAsync(Guid travellerId, Guid personId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Traveller>(travellerId, ct) is { PersonId: { } owner } && (await LoadAsync(session, owner, ct))?.Id == (await LoadAsync(session, personId, ct))?.Id;
    }

    public async Task<bool> MoveAsync(WhatsAppIdentity from, WhatsAppIdentity to, CancellationToken ct)
    {
        var (oldNumber, oldUser) = await KeysAsync(from, ct);
        var (newNumber, newUser) = await KeysAsync(to, ct);
        return await OptimisticConcurrency.RetriedAsync(async _ =>
        {
            await using var session = store.LightweightSession();
            var found = await session.LoadManyAsync<PersonIdentifier>(ct, new[] { oldNumber, oldUser, newNumber, newUser }.OfType<string>().Distinct());
            var byUser = oldUser is null ? null : await PersonAsync(session, found, oldUser, ct);
            if ((byUser ?? (oldNumber is null ? null : await PersonAsync(session, found, oldNumber, ct))) is not { } person || byUser is null && oldUser is not null && IsAnother(person, oldUser))
            {
                return false; // Nobody, or the number is by now another account's.
            }

            var known = person.Id;
            foreach (var key in new[] { newUser, newNumber }.OfType<string>())
            {
                if (await PersonAsync(session, found, key, ct) is not { } other || other.Id == known)
                {
                    continue;
                }

                if (key == newNumber && IsAnother(other, newUser))
                {
                    // The number had another holder, whose account this is not: they keep everything but the number.
                    session.Update(other with { WaId = null, WaIdHash = null, Phone = null, PhoneHash = null });
                }
                else
                {
                    person = await merge.QueueAsync(session, person, other, ct);
                }
            }

            if (newNumber is not null)
            {
                Forget(session, found, person.WaIdHash is { } before ? PersonIdentifier.Number(before) : null, newNumber);
                person = person with { WaId = await protector.ProtectAsync(known, to.WaId!, ct), WaIdHash = newNumber[PersonIdentifier.Number("").Length..], Phone = null, PhoneHash = null };
            }

            // A user id changes with the number; until the new one is told there is none.
            if (newUser is not null || newNumber is not null && newNumber != oldNumber)
            {
                Forget(session, found, person.UserIdHash is { } before ? PersonIdentifier.User(before) : null, newUser);
                person = person with { UserId = newUser is null ? null : await protector.ProtectAsync(known, to.UserId!, ct), UserIdHash = newUser?[PersonIdentifier.User("").Length..] };
            }

            Identify(session, found, newNumber, known);
            Identify(session, found, newUser, known);
            session.Update(person);
            await session.SaveChangesAsync(ct);
            return true;
        }, ct);
    }

    private async Task<(string? Number, string? User)> KeysAsync(WhatsAppIdentity identity, CancellationToken ct) =>
        (identity.WaId is { } waId ? PersonIdentifier.Number(await hash.OfAsync(HashKinds.Phone, waId, ct)) : null,
            identity.UserId is { } userId ? PersonIdentifier.User(await hash.OfAsync(HashKinds.UserId, userId, ct)) : null);

    /// <summary>Whether a person is known by another user id than that of a key: WhatsApp gives one to an account, so they are not the same.</summary>
    private static bool IsAnother(Person person, string? userKey) => person.UserIdHash is { } user && PersonIdentifier.User(user) != userKey;

    private static void Forget(IDocumentSession session, IReadOnlyList<PersonIdentifier> found, string? key, string? now)
    {
        if (key is not null && key != now && found.Any(item => item.Id == key))
        {
            session.Delete<PersonIdentifier>(key);
        }
    }

    public Task RecordOptInAsync(Guid personId, OptIn optIn, CancellationToken ct) => ChangeAsync(personId, person => person with { WhatsAppOptIn = optIn }, ct);

    public Task WithdrawOptInAsync(Guid personId, CancellationToken ct) => ChangeAsync(personId, person => person with { WhatsAppOptIn = null, OptOutAt = time.GetUtcNow() }, ct);

    public Task StopAsync(Guid personId, bool stopped, CancellationToken ct) =>
        ChangeAsync(personId, person => stopped ? person with { Stopped = true, WhatsAppOptIn = null, OptOutAt = time.GetUtcNow() } : person with { Stopped = false }, ct);

    /// <summary>Notes that a person proved this phone number (E.164) by a code sent to it.</summary>
    public async Task ProvePhoneAsync(Guid personId, string e164, CancellationToken ct)
    {
        var number = await hash.OfAsync(HashKinds.Phone, e164.TrimStart('+'), ct);
        // Encrypted for the person as they are found when it is stored: they may have become another just now, under another key.
        await ChangeAsync(
            personId, async person => person.PhoneHash == number ? person : person with { Phone = await protector.ProtectAsync(person.Id, e164, ct), PhoneHash = number }, ct);
    }

    /// <summary>The person behind a login at an outside provider; at first sight <paramref name="signedIn"/> gets the login, or a person is made.</summary>
    public async Task<Person> MeetLoginAsync(OutsideLogin login, Guid? signedIn, string language, CancellationToken ct)
    {
        var key = await hash.OfAsync(HashKinds.Login, $"{login.Provider}:{login.Subject}", ct);
        var email = login.Email is { } address ? await hash.OfAsync(HashKinds.Email, NormaliseEmail(address), ct) : null;
        var newId = Guid.CreateVersion7();
        return await OptimisticConcurrency.RetriedAsync(async _ =>
        {
            await using var session = store.LightweightSession();
            var identifier = await session.LoadAsync<PersonIdentifier>(PersonIdentifier.Login(key), ct);
            var known = identifier is not null ? await LoadAsync(session, identifier.PersonId, ct) : signedIn is { } id ? await LoadAsync(session, id, ct) : null;
            var person = known ?? new Person { Id = newId, Language = language, CreatedAt = time.GetUtcNow() };
            if (!person.Logins.Contains(key))
            {
                person = person with { Logins = [.. person.Logins, key] };
            }

            if (email is not null && person.EmailHash != email)
            {
                person = person with { Email = await protector.ProtectAsync(person.Id, login.Email!, ct), EmailHash = email };
            }

            if (login.Name is { Length: > 0 } name && person.Name is null)
            {
                person = person with { Name = await protector.ProtectAsync(person.Id, name, ct) };
            }

            Identify(session, identifier is null ? [] : [identifier], PersonIdentifier.Login(key), person.Id);
            if (person != known)
            {
                Save(session, person, isNew: known is null);
            }

            await session.SaveChangesAsync(ct);
            return person;
        }, ct);
    }

    /// <summary>Form in which an e-mail address is hashed and compared.</summary>
    public static string NormaliseEmail(string address) => address.Trim().ToLowerInvariant();

    /// <summary>The person with this id, or whom they turned out to be.</summary>
    private static async Task<Person?> LoadAsync(IQuerySession session, Guid id, CancellationToken ct)
    {
        var person = await session.LoadAsync<Person>(id, ct);
        while (person?.MergedInto is { } other)
        {
            person = await session.LoadAsync<Person>(other, ct);
        }

        return person;
    }

    private static async Task<Person?> PersonAsync(IQuerySession session, IReadOnlyList<PersonIdentifier> found, string key, CancellationToken ct) =>
        found.FirstOrDefault(item => item.Id == key) is { } identifier ? await LoadAsync(session, identifier.PersonId, ct) : null;

    private static void Identify(IDocumentSession session, IReadOnlyList<PersonIdentifier> found, string? key, Guid personId)
    {
        if (key is null)
        {
            return;
        }

        if (found.FirstOrDefault(item => item.Id == key) is not { } known)
        {
            session.Insert(new PersonIdentifier { Id = key, PersonId = personId });
        }
        else if (known.PersonId != personId)
        {
            session.Store(known with { PersonId = personId });
        }
    }

    private static void Save(IDocumentSession session, Person person, bool isNew)
    {
        if (isNew)
        {
            session.Insert(person);
        }
        else
        {
            session.Update(person);
        }
    }

    private static async Task<Traveller?> NewestAsync(IQuerySession session, Guid personId, CancellationToken ct)
    {
        var travellers = await session.Query<Traveller>().Where(traveller => traveller.PersonId == personId).ToListAsync(ct);
        if (travellers.Count < 2)
        {
            return travellers.SingleOrDefault();
        }

        var dated = new List<(Traveller Traveller, bool HasTrip, DateTimeOffset At)>();
        foreach (var traveller in travellers)
        {
            var trip = traveller.CurrentTripId is { } tripId ? await session.Events.FetchStreamStateAsync(tripId, ct) : null;
            dated.Add((traveller, trip is not null, trip?.Created ?? traveller.CreatedAt));
        }

        return dated.OrderByDescending(item => item.HasTrip).ThenByDescending(item => item.At).First().Traveller;
    }

    private Traveller NewTraveller(Person person) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = person.Id,
        Language = person.Language,
        Currency = Traveller.UsualCurrency(person.Language),
        CreatedAt = time.GetUtcNow(),
    };

    private Task ChangeAsync(Guid personId, Func<Person, Person> change, CancellationToken ct) => ChangeAsync(personId, person => Task.FromResult(change(person)), ct);

    private Task ChangeAsync(Guid personId, Func<Person, Task<Person>> change, CancellationToken ct) => OptimisticConcurrency.RetriedAsync(async _ =>
    {
        await using var session = store.LightweightSession();
        if (await LoadAsync(session, personId, ct) is { } person && await change(person) is var changed && changed != person)
        {
            session.Update(changed);
            await session.SaveChangesAsync(ct);
        }

        return true;
    }, ct);
}

/// <summary>Who an outside provider says signed in; e-mail and name may be absent.</summary>
public sealed record OutsideLogin(string Provider, string Subject, string? Email, string? Name);
