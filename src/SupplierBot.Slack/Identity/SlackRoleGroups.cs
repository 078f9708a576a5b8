using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Api;

namespace SupplierBot.Slack.Identity;

/// <summary>
/// Approvers by user group. Guests, bots and people who left hold no role though they are in the group; a group with nobody else in it
/// leaves the configured people, so that a request is never without anybody who may decide it.
/// </summary>
public sealed class SlackRoleGroups(SlackApiOptions options, UserGroups groups, SlackPeople people) : IRoleGroups
{
    public async ValueTask<RoleHolders> FillAsync(RoleHolders configured, CancellationToken cancellation)
    {
        if (options.RoleGroups.Count == 0)
            return configured;
        var holders = configured.Holders.ToDictionary(role => role.Key, role => role.Value, StringComparer.Ordinal);
        foreach (var (role, group) in options.RoleGroups)
        {
            if (await groups.MembersAsync(group, cancellation) is not { } members)
                continue;
            var found = await Task.WhenAll(members.Select(member => PersonAsync(member, configured, cancellation)));
            if (found.OfType<Person>().ToList() is { Count: > 0 } acting)
                holders[role] = [.. configured.Of(role).Where(holder => SlackIds.UserOf(holder.Id) is null), .. acting];
        }
        return configured with { Holders = holders };
    }

    /// <summary>Null for one who never acts. One of whom nothing is said holds the role: the group says so.</summary>
    private async Task<Person?> PersonAsync(string user, RoleHolders configured, CancellationToken cancellation)
    {
        var id = SlackIds.IdOf(options.TeamId, user);
        return await people.FindAsync(user, options.TeamId, cancellation) switch
        {
            PersonAnswer.Known { Person: { Acts: true, Name: var name } } => new(id, name),
            PersonAnswer.NotSaid => new(
                id,
                configured.Holders.Values.SelectMany(holders => holders).FirstOrDefault(holder => holder.Id == id)?.Name ?? user
            ),
            _ => null,
        };
    }
}
