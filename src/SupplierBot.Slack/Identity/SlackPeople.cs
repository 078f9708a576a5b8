using Microsoft.Extensions.Caching.Memory;
using SupplierBot.Slack.Api;

namespace SupplierBot.Slack.Identity;

/// <summary>
/// What the workspace says about its people: asked once an hour for each, and again when it says that somebody changed. Thread-safe.
/// </summary>
public sealed class SlackPeople(SlackApi api, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Known = TimeSpan.FromHours(1);
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(1);

    /// <summary>Of the time a turn has: an unreachable platform must not be felt in every press.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);
    private const int MostKnown = 20_000;

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = MostKnown, Clock = new CacheClock(time) });

    /// <param name="team">The workspace they wrote from; null where it does not matter.</param>
    public async ValueTask<PersonAnswer> FindAsync(string user, string? team, CancellationToken cancellation) =>
        answers.TryGetValue((user, team), out PersonAnswer? kept) ? kept! : Keep((user, team), await AskAsync(user, team, cancellation));

    /// <summary>Asked again also where what was said lacks an address; where nothing is said now, what was said before stands.</summary>
    public async Task<PersonAnswer> FindWithAddressAsync(string user, string? team, CancellationToken cancellation)
    {
        if (answers.TryGetValue((user, team), out PersonAnswer? kept) && kept is PersonAnswer.Known { Person.Email: not null })
            return kept;
        var answer = await AskAsync(user, team, cancellation);
        return answer is PersonAnswer.NotSaid && kept is not null ? kept : Keep((user, team), answer);
    }

    /// <summary>After <c>user_change</c>, for everybody who asked about them from anywhere.</summary>
    /// <param name="team">The workspace of the event.</param>
    public void Forget(string user, string? team)
    {
        answers.Remove((user, team));
        answers.Remove((user, (string?)null));
    }

    public void Dispose() => answers.Dispose();

    private PersonAnswer Keep((string, string?) key, PersonAnswer answer) =>
        answers.Set(
            key,
            answer,
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = answer is PersonAnswer.NotSaid ? Unknown : Known }
        );

    private async Task<PersonAnswer> AskAsync(string user, string? team, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return Read(await api.CallAsync("users.info", new Dictionary<string, string> { ["user"] = user }, either.Token), team);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new PersonAnswer.NotSaid();
        }
    }

    private static PersonAnswer Read(ApiReply reply, string? team) =>
        reply switch
        {
            { Ok: true } when reply.Find("user") is { } user && SlackPerson.Read(user, team) is { } person => new PersonAnswer.Known(
                person
            ),
            { Error: "user_not_found" or "users_not_found" or "user_not_visible" } => new PersonAnswer.Nobody(),
            _ => new PersonAnswer.NotSaid(),
        };
}

public abstract record PersonAnswer
{
    private PersonAnswer() { }

    public sealed record Known(SlackPerson Person) : PersonAnswer;

    /// <summary>The workspace knows nobody by this id.</summary>
    public sealed record Nobody : PersonAnswer;

    /// <summary>It did not answer, or not in time.</summary>
    public sealed record NotSaid : PersonAnswer;
}
