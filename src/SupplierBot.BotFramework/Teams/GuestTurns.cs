using Microsoft.Extensions.Caching.Memory;
using SupplierBot.BotFramework.Connector;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.BotFramework.Teams;

/// <summary>
/// Guests have a directory id of our tenant like everybody else; only the list of members says what they are (PROTOCOL.md "People and
/// tenants"). Asked once an hour for each person. Where the platform does not say, a person counts as a member: asking for a supplier gives
/// no authority, and roles are held by people an admin named.
/// </summary>
/// <param name="connector">Null where nobody is asked.</param>
internal sealed class GuestTurns(ConnectorClient? connector, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Known = TimeSpan.FromHours(1);
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(1);

    /// <summary>Of the time a turn has: an unreachable platform must not be felt in every press.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);
    private const int MostKnown = 20_000;

    private readonly MemoryCache verdicts = new(new MemoryCacheOptions { SizeLimit = MostKnown, Clock = new Clock(time) });

    /// <summary>The turn as it is, with the sender's address as the directory has it, or with an actor who is no member.</summary>
    public async Task<Turn> JudgeAsync(Turn turn, CancellationToken cancellation)
    {
        if (connector is null || !turn.Actor.Member || turn.Request is Request.Removed)
            return turn;
        var verdict =
            verdicts.TryGetValue(turn.Actor.Id, out Verdict? said) || verdicts.TryGetValue(UnknownOf(turn), out said)
                ? said!
                : await JudgedAsync(turn, cancellation);
        return verdict.Guest ? turn with { Actor = turn.Actor with { Member = false } } : turn with { Email = verdict.Email };
    }

    private async Task<Verdict> JudgedAsync(Turn turn, CancellationToken cancellation)
    {
        var found = await AskAsync(turn, cancellation);
        var verdict = new Verdict(found is { Guest: true }, found?.Email);
        return verdicts.Set(
            found is null ? UnknownOf(turn) : turn.Actor.Id,
            verdict,
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = found is null ? Unknown : Known }
        );
    }

    /// <summary>Where the bot is in no conversation with them nobody says what they are; that must not count where it is.</summary>
    private static (PersonId, bool) UnknownOf(Turn turn) => (turn.Actor.Id, turn.Elsewhere);

    public void Dispose() => verdicts.Dispose();

    private async Task<Member?> AskAsync(Turn turn, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await Roster.FindAsync(connector!, turn.Conversation, TeamsIds.ObjectIdOf(turn.Actor.Id), either.Token)
                ?? await ByOwnIdAsync(turn, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>
    /// Channels beside Teams know people by the channel's own id alone (PROTOCOL.md "People and tenants"). What is said there counts for
    /// the person it is said of.
    /// </summary>
    private async Task<Member?> ByOwnIdAsync(Turn turn, CancellationToken cancellation) =>
        turn.Conversation.UserId is { } id
        && await Roster.FindAsync(connector!, turn.Conversation, id, cancellation) is { } member
        && member.Person == turn.Actor.Id
            ? member
            : null;

    private sealed record Verdict(bool Guest, string? Email);

    private sealed class Clock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        private readonly MonotonicTime steady = new(time);

        public DateTimeOffset UtcNow => steady.GetUtcNow();
    }
}
