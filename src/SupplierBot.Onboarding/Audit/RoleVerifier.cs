using System.Globalization;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Audit;

/// <summary>Whether the role assignments are what their events make of them.</summary>
public static class RoleVerifier
{
    /// <summary>What differs, a sentence each. Facts name people by id; names are compared where the newest event seals them.</summary>
    /// <param name="events">Oldest first, of a chain that is whole.</param>
    public static IReadOnlyList<string> Contradictions(RoleAssignments kept, IReadOnlyList<ChainedEvent> events)
    {
        var replay = new Replay();
        foreach (var auditEvent in events)
            replay.Next(auditEvent);
        var found = new List<string>(replay.Strange);
        if (!replay.Given.SetEquals(kept.Given.Select(holding => (holding.Role, holding.Person.Id.Value))))
            found.Add("who was given a role is not who their facts say");
        if (!replay.Taken.SetEquals(kept.Taken.Select(holding => (holding.Role, holding.Person.Id.Value))))
            found.Add("who lost a role is not who their facts say");
        if (
            !replay
                .Places.ToHashSet()
                .SetEquals(kept.Places.Select(place => KeyValuePair.Create((place.Role, place.Conversation), place.State)))
        )
            found.Add("where reviews are posted is not what their facts say");
        // Absences of the past go with the next change.
        if (
            kept.Away.Any(absence =>
                !replay.Away.TryGetValue(absence.Person.Id.Value, out var said) || said != (absence.Delegate?.Id.Value, Day(absence.Until))
            )
        )
            found.Add("who is away, or who stands in, is not what their facts say");
        var sealing = events.Count > 0 ? CaseSeal.In(events[^1].Event) : null;
        if (sealing is null && events.Any(auditEvent => CaseSeal.In(auditEvent.Event) is not null))
            found.Add("the newest fact seals nothing, and an older one does");
        else if (sealing is not null && sealing != CaseSeal.Of(kept))
            found.Add("what is kept is not what the newest fact sealed");
        return found;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Replay
    {
        public HashSet<(string Role, string Person)> Given { get; } = [];
        public HashSet<(string Role, string Person)> Taken { get; } = [];
        public Dictionary<(string Role, string Conversation), PlaceState> Places { get; } = [];
        public Dictionary<string, (string? Delegate, string Until)> Away { get; } = [];
        public List<string> Strange { get; } = [];

        public void Next(ChainedEvent chained)
        {
            var auditEvent = chained.Event;
            var held = (Said(auditEvent, "role"), Said(auditEvent, "person"));
            var place = (Said(auditEvent, "role"), Said(auditEvent, "place"));
            switch (auditEvent.Kind)
            {
                case AuditEventKind.RoleGiven:
                    Given.Add(held);
                    Taken.Remove(held);
                    break;
                case AuditEventKind.RoleTaken:
                    Given.Remove(held);
                    Taken.Add(held);
                    break;
                case AuditEventKind.PlaceChosen or AuditEventKind.PlaceBack:
                    Places[place] = PlaceState.Open;
                    break;
                case AuditEventKind.PlaceGivenUp:
                    Places[place] = PlaceState.GivenUp;
                    break;
                case AuditEventKind.PlaceLost:
                    Places[place] = PlaceState.Lost;
                    break;
                case AuditEventKind.Delegated or AuditEventKind.WentAway:
                    Away[auditEvent.Actor.Value] = (CaseSeal.Event(auditEvent, "person"), Said(auditEvent, "until"));
                    break;
                case AuditEventKind.CameBack:
                    Away.Remove(auditEvent.Actor.Value);
                    break;
                default:
                    Strange.Add($"fact {chained.Sequence} is {auditEvent.Kind}, which is no change of roles");
                    break;
            }
        }

        private static string Said(AuditEvent auditEvent, string detail) => CaseSeal.Event(auditEvent, detail) ?? "";
    }
}
