using System.Security.Cryptography;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>
/// The promises of src/SupplierBot.Chat/DELIVERY.md "Crashes and faults", looked at from outside after the faults have stopped.
/// </summary>
internal sealed class SimulationAudit(SimulationRun simulation)
{
    private static readonly AuditEventKind[] Deciding =
    [
        AuditEventKind.Approved,
        AuditEventKind.ApprovedWithConditions,
        AuditEventKind.Rejected,
        AuditEventKind.Withdrawn,
    ];

    private readonly StoredRecords records = simulation.Records;
    private readonly IReadOnlyList<Case> cases = simulation.Records.Cases();

    public IEnumerable<string> Broken() =>
        [
            .. simulation.Unexpected.Seen.Select(fault => $"unexpected fault: {fault}"),
            .. Requests(),
            .. cases.SelectMany(Facts),
            .. cases.SelectMany(OwnRequests),
            .. simulation.Promises.Where(sla => !Kept(sla)).Select(sla => $"confirmed and not kept: {sla}"),
            .. Twice(),
            .. simulation.Counted.Select(key => $"counted twice: {key} came of a second delivery"),
            .. simulation.Denied.Select(denied => $"told otherwise: {denied}"),
            .. Rows(),
            .. records.KeysOf("o-").Select(key => $"outbox: {key} was never delivered"),
            .. records.KeysOf("x-").Select(key => $"outbox: {key} is still put aside"),
            .. simulation.Slots.Fallen.Select(fallen => $"ShownVersion fell: {fallen}"),
            .. simulation.Slips.Told(),
            .. new MessageCopiesAudit(simulation, cases).Broken(),
            .. simulation.Slow ? new TimerAudit(simulation, cases).Broken() : [],
        ];

    private IEnumerable<string> Requests()
    {
        foreach (var requester in Enumerable.Range(1, simulation.Requests).Select(SimulatedCompany.Rita))
        {
            var count = cases.Count(found => found.Requester.Id == requester.Id && !Slips.NeverSent(found));
            if (count != 1)
                yield return $"sent once: {requester.Name} has {count} cases";
        }
        foreach (var open in cases.Where(found => found.Decision is null))
            yield return $"one decision: {open.Id} has none";
        if (
            !cases
                .Select(found => found.Id)
                .SequenceEqual(Enumerable.Range(1, cases.Count).Select(number => CaseStore.CaseId(2026, number)))
        )
            yield return $"numbers: {string.Join(' ', cases.Select(found => found.Id))}";
        if (records.Get(Keys.CaseCounter(2026))?.Values["Last"] is not long last || last != cases.Count)
            yield return "numbers: the counter of cases is off";
        var marked = records
            .Prefixed(Keys.MarkerPrefix)
            .Where(row => row.Values.ContainsKey("Case"))
            .Select(row => (row.Values["Case"], row.Values["Version"]))
            .Distinct()
            .Count();
        var commits = cases.Sum(found => found.Version);
        if (marked != commits)
            yield return $"markers: of {marked} for {commits} versions";
    }

    /// <summary>Nobody here says the same words twice: what is there twice was delivered, or clicked, twice.</summary>
    private IEnumerable<string> Twice() =>
        records
            .Facts()
            .Where(auditEvent => auditEvent.Comment.Length > 0 && !Deciding.Contains(auditEvent.Kind))
            .GroupBy(auditEvent => (auditEvent.Kind, auditEvent.Actor, auditEvent.Comment))
            .Where(same => same.Count() > 1)
            .Select(same => $"counted twice: {same.Key}");

    private IEnumerable<string> Facts(Case head)
    {
        var events = records.Prefixed($"a-{head.Id}-");
        var previous = HashChain.Start;
        for (var index = 0; index < events.Count; index++)
        {
            var values = events[index].Values;
            var whole =
                (int)values["Sequence"] == index + 1
                && (string)values["PreviousHash"] == previous
                && (string)values["Hash"] == Convert.ToHexStringLower(SHA256.HashData((byte[])values["Canonical"]));
            if (!whole)
                yield return $"chain: fact {events[index].Key} does not follow the one before";
            previous = (string)values["Hash"];
        }
        if (previous != head.ChainHead || events.Count != head.EventCount)
            yield return $"chain: {head.Id} ends elsewhere than its head says";
        IReadOnlyList<AuditEvent> said = [.. events.Select(row => SupplierBot.Chat.Stores.Rows.Read(row, StoredJson.Default.AuditEvent))];
        var undone = Slips.Undone(said);
        var decisions = said.Where((auditEvent, at) => !undone.Contains(at) && Deciding.Contains(auditEvent.Kind)).ToList();
        if (Slips.NeverSent(head))
            yield break;
        simulation.Faults.Tally.Decisions += head.Decision is null ? 0 : 1;
        if (head.Status == CaseStatus.Expired)
            yield break;
        if (
            head.Decision is { } decision
            && (decisions.Count == 0 || decisions[^1].Actor != decision.By.Id || KindOf(head.Status) != decisions[^1].Kind)
        )
            yield return $"one decision: {head.Id} says {decision.Outcome}, its facts {string.Join(' ', decisions.Select(auditEvent => auditEvent.Kind))}";
        if (
            decisions.SkipLast(1).Any(auditEvent => auditEvent.Kind is AuditEventKind.Rejected or AuditEventKind.Withdrawn)
            || decisions.Count(auditEvent => auditEvent.Kind == AuditEventKind.Approved) != head.Approvals.Count
            || head.Approvals.Select(approval => approval.By.Id).Distinct().Count() != head.Approvals.Count
        )
            yield return $"one decision: {head.Id} was decided again: {string.Join(' ', decisions.Select(auditEvent => $"{auditEvent.Kind} by {auditEvent.Actor}"))}";
    }

    /// <summary>Nobody decides on what they asked for, nor does a person who got their part from them.</summary>
    private IEnumerable<string> OwnRequests(Case head)
    {
        var number = Enumerable.Range(1, simulation.Requests).Single(one => SimulatedCompany.Rita(one).Id == head.Requester.Id);
        PersonId[] kept = [head.Requester.Id, SimulatedCompany.Friend(number).Id];
        foreach (
            var auditEvent in records
                .Prefixed($"a-{head.Id}-")
                .Select(row => SupplierBot.Chat.Stores.Rows.Read(row, StoredJson.Default.AuditEvent))
                .Where(auditEvent =>
                    auditEvent.Kind != AuditEventKind.Withdrawn && Deciding.Contains(auditEvent.Kind) && kept.Contains(auditEvent.Actor)
                )
        )
        {
            yield return $"own request: {head.Id} of {head.Requester.Name} has {auditEvent.Kind} by {auditEvent.Actor}";
        }
    }

    private static AuditEventKind KindOf(CaseStatus status) =>
        status switch
        {
            CaseStatus.Approved => AuditEventKind.Approved,
            CaseStatus.Rejected => AuditEventKind.Rejected,
            CaseStatus.Withdrawn => AuditEventKind.Withdrawn,
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Nobody does that here."),
        };

    private bool Kept(Confirmation sla)
    {
        simulation.Faults.Tally.Confirmed++;
        return sla switch
        {
            Confirmation.Sent(var by, var supplier, var id) => cases.Any(found =>
                found.Id == id && found.Requester.Id == by && found.Supplier == supplier
            ),
            Confirmation.Decided(var id, var by, var outcome) => WasUndone(id, by)
                || cases.Any(found => found.Id == id && found.Status == outcome && found.Decision!.By.Id == by),
            Confirmation.SaidYes(var id, var by) => WasUndone(id, by)
                || cases.Any(found => found.Id == id && found.Approvals.Any(approval => approval.By.Id == by)),
            Confirmation.Asked(var id, var words) => cases.Any(found =>
                found.Id == id && found.InformationRequests.Any(informationRequest => informationRequest.Text == words)
            ),
            Confirmation.Noted(var id, var words) => records.Facts().Any(auditEvent => auditEvent.Comment == words),
            Confirmation.Replied(var id, var words) => cases.Any(found =>
                found.Id == id && found.InformationRequests.Any(informationRequest => informationRequest.Answer == words)
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private bool WasUndone(string caseId, PersonId by) =>
        simulation.Undo
        && records
            .Prefixed(Keys.EventsOf(caseId))
            .Select(row => SupplierBot.Chat.Stores.Rows.Read(row, StoredJson.Default.AuditEvent))
            .Any(auditEvent => auditEvent.Kind == AuditEventKind.Undone && auditEvent.Actor == by);

    /// <summary>Every index row follows from the heads and the register, says what they say, and nothing else is there.</summary>
    private IEnumerable<string> Rows()
    {
        var entries = records.Entries();
        var expected = cases
            .SelectMany(found => IndexRows.Of(found, simulation.Settings.Roles))
            .Concat(entries.SelectMany(IndexRows.Of))
            .Select(Line)
            .ToList();
        var there = records
            .Prefixed("i")
            .Concat(records.Prefixed(Keys.TimerPrefix))
            .Concat(records.Prefixed(Keys.ApprovedTimerPrefix))
            .Select(Line)
            .ToList();
        foreach (var line in expected.Except(there))
            yield return $"index: missing {line}";
        foreach (var line in there.Except(expected))
            yield return $"index: follows from nothing {line}";
        foreach (var found in cases)
        {
            var entry = entries.FirstOrDefault(candidate => candidate.Id == found.EntryId);
            if (
                entry is null
                || entry.CaseId != found.Id
                || entry.Status != RegisterUpdate.StatusOf(found)
                || entry.DecidedAt != found.Decision?.At
            )
                yield return $"register: {found.EntryId} does not say what {found.Id} says";
            if (
                entry is { Status: EntryStatus.Active or EntryStatus.ActiveConditional or EntryStatus.ReviewDue or EntryStatus.UnderReview }
            )
                foreach (var gap in UseGate.Gaps(found))
                    yield return $"use: {found.EntryId} is {entry.Status} without {gap.Id}";
        }
        if (entries.Count != cases.Count)
            yield return $"register: {entries.Count} entries for {cases.Count} cases";
    }

    private static string Line(Row row) => $"{row.Key} {string.Join(' ', row.Values.Values)}";
}
