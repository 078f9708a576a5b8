namespace SupplierBot.Chat.Tests;

/// <summary>What time did, looked at from outside: each thing once, none of it a decision, and a digest for every week.</summary>
internal sealed class ClockAudit(Simulation simulation, IReadOnlyList<Case> cases)
{
    private static readonly FactKind[] timesOwn = [FactKind.Reminded, FactKind.Escalated, FactKind.Expired, FactKind.Suspended];
    /// <summary>Looked at hourly, by replicas that die, on clocks that differ.</summary>
    private static readonly TimeSpan latest = TimeSpan.FromHours(8);

    private readonly Records records = simulation.Records;

    public IEnumerable<string> Broken() => [.. cases.SelectMany(Once), .. cases.SelectMany(InTime), .. Digests(), .. Copies()];

    private IEnumerable<string> Once(Case head)
    {
        var facts = records.Prefixed($"a-{head.Id}-").Select(row => Rows.Read(row, StoredJson.Default.Fact)).Where(fact => fact.Actor == Clockwork.Nobody).ToList();
        simulation.Faults.Tally.Moments += facts.Count;
        simulation.Faults.Tally.Told += head.Told.Count;
        var moments = facts.Select(fact => fact.Details.Single(detail => detail.Key == "moment").Value).ToList();
        if (moments.Distinct().Count() != moments.Count) yield return $"clock: {head.Id} has a moment twice: {string.Join(' ', moments)}";
        if (head.Passed.Distinct().Count() != head.Passed.Count || moments.Except(head.Passed).Any()) yield return $"clock: {head.Id} passed {string.Join(' ', head.Passed)}, its facts {string.Join(' ', moments)}";
        if (head.Told.Distinct().Count() != head.Told.Count) yield return $"clock: {head.Id} tells something twice";
        foreach (var decided in facts.Where(fact => !timesOwn.Contains(fact.Kind))) yield return $"clock: {head.Id} was {decided.Kind} by a timer";
        if (head.Status == CaseStatus.Expired && !head.Enquiries.Any(enquiry => enquiry.Waiting && head.Decision!.At - enquiry.At > TimeSpan.FromDays(20))) yield return $"clock: {head.Id} was closed without a silent requester";
    }

    /// <summary>Where nothing was asked the date stands.</summary>
    private static IEnumerable<string> InTime(Case head)
    {
        if (head.Enquiries.Count > 0 || head.Decision is not { At: var decided }) yield break;
        var told = head.Told.Any(one => one.Kind == ToldKind.Overdue);
        if (decided > head.DueAt + latest && !told) yield return $"clock: {head.Id} was late and nobody was told";
        if (decided < head.DueAt - latest && told) yield return $"clock: {head.Id} was told late before it was";
    }

    private IEnumerable<string> Digests()
    {
        if (records.Get(Keys.Digests) is not { } row) yield break;
        var book = Rows.Read(row, StoredJson.Default.DigestBook);
        var weeks = simulation.Settings.Digest!.Schedule.Between(Company.Start.AddHours(1), book.Last).Select(simulation.Settings.Digest.Schedule.WeekOf).ToList();
        var sent = records.KeysOf("n-DIGEST-").Select(key => key["n-DIGEST-".Length..]).ToList();
        simulation.Faults.Tally.Digests += sent.Count;
        if (!sent.Concat(book.Missed).Order(StringComparer.Ordinal).SequenceEqual(weeks.Order(StringComparer.Ordinal))) yield return $"digest: weeks {string.Join(' ', weeks)}, sent {string.Join(' ', sent)}, missed {string.Join(' ', book.Missed)}";
        var place = Keys.Conversation(Company.SecurityPlace);
        foreach (var week in sent)
        {
            if (records.Slot(DigestIssue.Prefix + week, DigestIssue.Slot, place) is not { MessageIds.Count: > 0 }) yield return $"digest: {week} was never posted";
        }
    }

    /// <summary>One message of each digest, and one more only for each post that nobody knows the outcome of: those are counted.</summary>
    private IEnumerable<string> Copies()
    {
        foreach (var slot in records.Prefixed("nm-").Select(row => Rows.Read(row, StoredJson.Default.SlotState)))
        {
            simulation.Faults.Tally.DigestCopies += slot.Duplicates;
            if (slot.Posting || slot.MessageIds.Count > 1 + slot.Duplicates) yield return $"digest: {slot}";
        }
    }
}
