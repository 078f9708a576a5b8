using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SupplierBot.Chat;

/// <summary>
/// Accounts of one person on several platforms, joined by the e-mail address that each platform says is theirs. What was joined once stays so:
/// nobody becomes another person by changing an address. Addresses are kept by their hash alone.
/// </summary>
public sealed class AccountStore(ITable table, ChatSettings settings, Instruments instruments)
{
    private const int Tries = 10;
    /// <summary>Of one account, ever; the oldest are kept.</summary>
    private const int MostAddresses = 5;

    private readonly string partition = Keys.Conversations(settings.OrganisationId);

    /// <summary>All accounts of whoever sent the turn; none where it is one alone, or where accounts are not joined.</summary>
    public async Task<IReadOnlyList<PersonId>> OfAsync(Turn turn, CancellationToken cancellation)
    {
        if (!settings.JoinsAccounts || !turn.Actor.Member) return [];
        var joined = new List<PersonId>();
        foreach (var address in await AddressesAsync(turn, cancellation)) joined.AddRange(await JoinAsync(address, turn.Actor.Id, cancellation));
        return joined.Distinct().ToList() is { Count: > 1 } several ? several : [];
    }

    /// <summary>Those the account was ever seen with, and the one it has now.</summary>
    private async Task<IReadOnlyList<string>> AddressesAsync(Turn turn, CancellationToken cancellation)
    {
        var key = Keys.Account(turn.Actor.Id);
        for (var tries = 0; tries < Tries; tries++)
        {
            var row = await table.GetAsync(partition, key, cancellation);
            var known = row is null ? [] : Rows.Read(row, StoredJson.Default.StoredAccount).Addresses;
            if (turn.Email is not { Length: > 0 } email || known.Contains(HashOf(email)) || known.Count >= MostAddresses) return known;
            IReadOnlyList<string> now = [.. known, HashOf(email)];
            if (await table.WriteAsync(partition, Rows.Of(key, new(now), StoredJson.Default.StoredAccount), row?.ETag, instruments, cancellation) is not null) return now;
        }
        throw new IOException("An account was changed by others all the time.");
    }

    private async Task<IReadOnlyList<PersonId>> JoinAsync(string address, PersonId account, CancellationToken cancellation)
    {
        var key = Keys.Joined(address);
        for (var tries = 0; tries < Tries; tries++)
        {
            var row = await table.GetAsync(partition, key, cancellation);
            var known = row is null ? [] : Rows.Read(row, StoredJson.Default.JoinedAccounts).Ids;
            if (known.Contains(account)) return known;
            IReadOnlyList<PersonId> now = [.. known, account];
            if (await table.WriteAsync(partition, Rows.Of(key, new(now), StoredJson.Default.JoinedAccounts), row?.ETag, instruments, cancellation) is not null) return now;
        }
        throw new IOException("Accounts were joined by others all the time.");
    }

    private string HashOf(string email) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{settings.OrganisationId}\n{email.Trim().ToLowerInvariant()}")));
}
