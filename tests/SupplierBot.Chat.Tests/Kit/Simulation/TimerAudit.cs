using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>What time did, looked at from outside: each thing once, none of it a decision, and a digest for every week.</summary>
internal sealed class TimerAudit(SimulationRun simulation, IReadOnlyList<Case> cases)
{
    private static readonly AuditEventKind[] TimesOwn =
    [
        AuditEventKind.Reminded,
        AuditEventKind.Escalated,
        AuditEventKind.Expired,
        AuditEventKind.Suspended,
        AuditEventKind.ProofLapsed,
        AuditEventKind.PutRight,
    ];

    /// <summary>Looked at hourly, by replicas that die, on clocks that differ.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromHours(8);

    private readonly StoredRecords records = simulation.Records;

    public IEnumerable<string> Broken() => [.. cases.SelectMany(Once), .. cases.SelectMany(InTime), .. Digests(), .. Copies()];

    private IEnumerable<string> Once(Case head)
    {
        var events = records
            .Prefixed($"a-{head.Id}-")
            .Select(row => Rows.Read(row, StoredJson.Default.AuditEvent))
            .Where(auditEvent => auditEvent.Actor == CaseTimers.Nobody)
            .ToList();
        simulation.Faults.Tally.Moments += events.Count;
        simulation.Faults.Tally.Notified += head.Notifications.Count;
        var timers = Moments(events);
        if (timers.Distinct().Count() != timers.Count)
            yield return $"clock: {head.Id} has a moment twice: {string.Join(' ', timers)}";
        if (head.Passed.Distinct().Count() != head.Passed.Count || timers.Except(head.Passed).Any())
            yield return $"clock: {head.Id} passed {string.Join(' ', head.Passed)}, its facts {string.Join(' ', timers)}";
        if (head.Notifications.Distinct().Count() != head.Notifications.Count)
            yield return $"clock: {head.Id} tells something twice";
        foreach (var decided in events.Where(auditEvent => !TimesOwn.Contains(auditEvent.Kind)))
            yield return $"clock: {head.Id} was {decided.Kind} by a timer";
        if (
            head.Status == CaseStatus.Expired
            && !head.InformationRequests.Any(informationRequest =>
                informationRequest.Waiting && head.Decision!.At - informationRequest.At > TimeSpan.FromDays(20)
            )
        )
            yield return $"clock: {head.Id} was closed without a silent requester";
    }

    /// <summary>What a clock that was ahead did too soon, and was put right, comes again at its time.</summary>
    private static List<string> Moments(IEnumerable<AuditEvent> events)
    {
        var timers = new List<string>();
        foreach (var auditEvent in events)
        {
            if (auditEvent.Kind == AuditEventKind.PutRight)
                timers.RemoveAll(auditEvent.Details.Single(detail => detail.Key == "undone").Value.Split(',').Contains);
            else
                timers.Add(auditEvent.Details.Single(detail => detail.Key == "moment").Value);
        }
        return timers;
    }

    /// <summary>Where nothing was asked the date stands.</summary>
    private static IEnumerable<string> InTime(Case head)
    {
        if (head.InformationRequests.Count > 0 || head.Decision is not { At: var decided })
            yield break;
        var overdue = head.Notifications.Any(one => one.Kind == NotificationKind.Overdue);
        if (decided > head.DueAt + Latest && !overdue)
            yield return $"clock: {head.Id} was late and nobody was told";
        if (decided < head.DueAt - Latest && overdue)
            yield return $"clock: {head.Id} was told late before it was";
    }

    private IEnumerable<string> Digests()
    {
        if (records.Get(Keys.Digests) is not { } row)
            yield break;
        var assignments = Rows.Read(row, StoredJson.Default.DigestRecord);
        var weeks = simulation
            .Settings.Digest!.Schedule.Between(SimulatedCompany.Start.AddHours(1), assignments.Last)
            .Select(simulation.Settings.Digest.Schedule.WeekOf)
            .ToList();
        var now = simulation.Settings.Digest.Schedule.WeekOf(simulation.World.Now);
        // A clock that stayed ahead for longer than an hour was believed, and sent the digest of its week.
        var sent = records
            .KeysOf("n-DIGEST-")
            .Select(key => key["n-DIGEST-".Length..])
            .Where(week => string.CompareOrdinal(week, now) <= 0)
            .ToList();
        simulation.Faults.Tally.Digests += sent.Count;
        if (!sent.Concat(assignments.Missed).Order(StringComparer.Ordinal).SequenceEqual(weeks.Order(StringComparer.Ordinal)))
            yield return $"digest: weeks {string.Join(' ', weeks)}, sent {string.Join(' ', sent)}, missed {string.Join(' ', assignments.Missed)}";
        var place = Keys.Conversation(SimulatedCompany.SecurityPlace);
        foreach (var week in sent)
        {
            if (records.Slot(DigestIssue.Prefix + week, DigestIssue.Slot, place) is not { MessageIds.Count: > 0 })
                yield return $"digest: {week} was never posted";
        }
    }

    /// <summary>One message of each digest, and one more only for each post that nobody knows the outcome of: those are counted.</summary>
    private IEnumerable<string> Copies()
    {
        foreach (var slot in records.Prefixed("nm-").Select(row => Rows.Read(row, StoredJson.Default.SlotState)))
        {
            simulation.Faults.Tally.DigestCopies += slot.Duplicates;
            if (slot.Posting || slot.MessageIds.Count > 1 + slot.Duplicates)
                yield return $"digest: {slot}";
        }
    }
}
