using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>
/// Every slot was delivered, and what is on the screens is the final card: on every copy the bot knows of, and on every other that somebody
/// looked at.
/// </summary>
internal sealed class MessageCopiesAudit(SimulationRun simulation, IReadOnlyList<Case> cases)
{
    public IEnumerable<string> Broken()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var final = new HashSet<(string Conversation, string Text)>();
        using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(simulation.Table)
            .AddSingleton<TimeProvider>(new ReplicaClock(simulation.World, TimeSpan.Zero, () => TimeSpan.Zero))
            .AddChat(simulation.Settings, SimulatedCompany.Policy, SimulatedCompany.Wording)
            .AddSingleton<IChannel>(new RecordingChannel())
            .BuildServiceProvider();
        var renderer = services.GetRequiredService<SlotRenderer>();
        foreach (var current in cases.Where(current => !Slips.NeverSent(current)))
        {
            foreach (var slot in Slots.Of(current, simulation.Settings.Roles))
            {
                var item = new OutboxItem(current.Id, slot.Id, "", current.Version, default, "", default, 0, "");
                var shown = renderer
                    .RenderAsync(item, posted: true, SimulatedCompany.Place, CancellationToken.None)
                    .GetAwaiter()
                    .GetResult()
                    .Now!;
                var text = ShippedCards.TextOnTeams(shown.View);
                foreach (
                    var target in SlotTargets.Of(
                        slot.Audience,
                        RoleDirectory.Of(simulation.Settings.Roles, simulation.Settings.Places, RoleAssignments.Empty)
                    )
                )
                {
                    foreach (var broken in Slot(current, slot, target, text, known, final))
                        yield return broken;
                }
            }
        }
        foreach (var broken in Orphans(known, final))
            yield return broken;
    }

    private IEnumerable<string> Slot(
        Case current,
        Slot slot,
        string target,
        string text,
        HashSet<string> known,
        HashSet<(string Conversation, string Text)> final
    )
    {
        var name = $"{current.Id} {slot.Id}@{target}";
        if (simulation.Records.Slot(current.Id, slot.Id, target) is not { MessageIds.Count: > 0 } state)
        {
            yield return $"delivered: {name} was never posted";
            yield break;
        }
        if (state.ShownVersion != current.Version)
            yield return $"delivered: {name} shows version {state.ShownVersion}, the case has {current.Version}";
        known.UnionWith(state.MessageIds);
        foreach (var message in state.MessageIds.Select(simulation.Platform.Find))
        {
            if (message is null)
                continue;
            final.Add((message.Conversation.ConversationId, text));
            if (message.Text != text)
                yield return $"final: copy {message.Id} of {name} shows something older";
        }
    }

    /// <summary>Copies of a case that no slot knows.</summary>
    private IEnumerable<string> Orphans(HashSet<string> known, HashSet<(string Conversation, string Text)> final)
    {
        foreach (
            var message in simulation.Platform.Messages.Where(message =>
                !message.Deleted && !known.Contains(message.Id) && message.Button() is not null
            )
        )
        {
            simulation.Faults.Tally.Orphans++;
            if (message.Viewed && !final.Contains((message.Conversation.ConversationId, message.Text)))
                yield return $"final: copy {message.Id} in {message.Conversation.ConversationId} was looked at and still shows something older (slot {message.Button()!.Value.Stamp.Case} {message.Button()!.Value.Stamp.Slot}, {StateOf(message)})";
        }
    }

    private string StateOf(SimulatedMessage message)
    {
        var stamp = message.Button()!.Value.Stamp;
        var target = Keys.Person(new(message.Conversation.UserId ?? ""));
        return simulation.Records.Slot(stamp.Case!, stamp.Slot!, target) is { } state
            ? $"known {string.Join(' ', state.MessageIds)}, duplicates {state.Duplicates}, gone {string.Join(' ', state.Gone ?? [])}"
            : "no such slot";
    }
}
