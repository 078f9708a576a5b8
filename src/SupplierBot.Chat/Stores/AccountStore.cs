using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// Accounts of one person on several platforms, joined by the e-mail address that each platform says is theirs. What was joined once stays
/// so: nobody becomes another person by changing an address. Addresses are kept by their hash alone.
/// </summary>
public sealed class AccountStore(ITable table, ChatSettings settings, TurnMetrics instruments)
{
    private const int Tries = 10;

    /// <summary>Of one account, ever; the oldest are kept.</summary>
    private const int MostAddresses = 5;

    private readonly string partition = Keys.Conversations(settings.OrganisationId);

    /// <summary>All accounts of the person who sent the turn; none where it is one alone, or where accounts are not joined.</summary>
    public async Task<IReadOnlyList<PersonId>> OfAsync(Turn turn, CancellationToken cancellation)
    {
        if (!settings.JoinsAccounts || !turn.Actor.Member)
            return [];
        return
            await JoinAsync(turn.Actor.Id, await AddressesAsync(turn.Actor.Id, turn.Email, cancellation), cancellation)
                is { Count: > 1 } several
            ? several
            : [];
    }

    /// <summary>The platform says that this is their address.</summary>
    public async Task LearnAsync(PersonId account, string email, CancellationToken cancellation) =>
        await JoinAsync(account, await AddressesAsync(account, email, cancellation), cancellation);

    /// <summary>
    /// All accounts of the person who has this one; null where it was never seen with an address, so that nobody can say.
    /// </summary>
    public async Task<IReadOnlyList<PersonId>?> RecordedAsync(PersonId account, CancellationToken cancellation)
    {
        if (
            await table.GetAsync(partition, Keys.Account(account), cancellation) is not { } row
            || Rows.Read(row, StoredJson.Default.StoredAccount).Addresses is not { Count: > 0 } addresses
        )
            return null;
        var joined = new List<PersonId> { account };
        foreach (var address in addresses)
        {
            if (await table.GetAsync(partition, Keys.Joined(address), cancellation) is { } known)
                joined.AddRange(Rows.Read(known, StoredJson.Default.JoinedAccounts).Ids);
        }
        return [.. joined.Distinct()];
    }

    private async Task<IReadOnlyList<PersonId>> JoinAsync(PersonId account, IReadOnlyList<string> addresses, CancellationToken cancellation)
    {
        var joined = new List<PersonId>();
        foreach (var address in addresses)
            joined.AddRange(await JoinAsync(address, account, cancellation));
        return [.. joined.Distinct()];
    }

    /// <summary>Those the account was ever seen with, and the one it has now.</summary>
    private async Task<IReadOnlyList<string>> AddressesAsync(PersonId account, string? email, CancellationToken cancellation)
    {
        var key = Keys.Account(account);
        for (var tries = 0; tries < Tries; tries++)
        {
            var row = await table.GetAsync(partition, key, cancellation);
            var known = row is null ? [] : Rows.Read(row, StoredJson.Default.StoredAccount).Addresses;
            if (email is not { Length: > 0 } || known.Contains(HashOf(email)) || known.Count >= MostAddresses)
                return known;
            IReadOnlyList<string> now = [.. known, HashOf(email)];
            if (
                await table.WriteAsync(
                    partition,
                    Rows.Of(key, new(now), StoredJson.Default.StoredAccount),
                    row?.ETag,
                    instruments,
                    cancellation
                )
                is not null
            )
                return now;
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
            if (known.Contains(account))
                return known;
            IReadOnlyList<PersonId> now = [.. known, account];
            if (
                await table.WriteAsync(
                    partition,
                    Rows.Of(key, new(now), StoredJson.Default.JoinedAccounts),
                    row?.ETag,
                    instruments,
                    cancellation
                )
                is not null
            )
                return now;
        }
        throw new IOException("Accounts were joined by others all the time.");
    }

    private string HashOf(string email) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{settings.OrganisationId}\n{email.Trim().ToLowerInvariant()}")));
}
