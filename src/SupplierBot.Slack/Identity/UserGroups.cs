using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Timers;
using SupplierBot.Slack.Api;

namespace SupplierBot.Slack.Identity;

/// <summary>
/// Who is in a user group: asked every quarter of an hour, and again when Slack says that it changed. Where Slack does not answer, its last
/// answer counts; a plan without groups, or a group that is not there, is no answer for an hour (PROTOCOL.md "Web API"). Thread-safe.
/// </summary>
public sealed class UserGroups(SlackApi api, TimeProvider machine, ILogger<UserGroups> log)
{
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Lacking = TimeSpan.FromHours(1);
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(1);

    /// <summary>Of the time a turn has.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly MonotonicTime time = new(machine);

    /// <summary>By the groups that are configured.</summary>
    private readonly ConcurrentDictionary<string, Answer> answers = new(StringComparer.Ordinal);

    /// <returns>User ids; null where the group cannot be read.</returns>
    public async ValueTask<IReadOnlyList<string>?> MembersAsync(string group, CancellationToken cancellation)
    {
        var kept = answers.GetValueOrDefault(group);
        if (kept is not null && kept.Until > time.GetUtcNow())
            return kept.Members;
        return (answers[group] = Next(group, kept, await AskAsync(group, cancellation))).Members;
    }

    /// <summary>After <c>subteam_members_changed</c> or <c>subteam_updated</c>.</summary>
    public void Forget(string group)
    {
        if (answers.TryGetValue(group, out var kept))
            answers[group] = kept with { Until = DateTimeOffset.MinValue };
    }

    private Answer Next(string group, Answer? kept, ApiReply? reply)
    {
        var now = time.GetUtcNow();
        if (reply is { Ok: true } && reply.Find("users") is { ValueKind: JsonValueKind.Array } users)
            return new([.. users.EnumerateArray().Select(user => user.ToString())], now + Known);
        if (reply is null or { Outcome: ApiOutcome.Throttled or ApiOutcome.NotDone or ApiOutcome.Unclear })
            return new(kept?.Members, now + Unknown);
        log.NoGroup(group, reply.Error ?? "");
        return new(null, now + Lacking);
    }

    private async Task<ApiReply?> AskAsync(string group, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await api.CallAsync("usergroups.users.list", new Dictionary<string, string> { ["usergroup"] = group }, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private sealed record Answer(IReadOnlyList<string>? Members, DateTimeOffset Until);
}
