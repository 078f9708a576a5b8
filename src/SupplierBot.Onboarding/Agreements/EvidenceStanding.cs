using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>How far the documents of a case are: what is there of each kind, and which kinds are missing.</summary>
internal sealed class EvidenceStanding(Case current, DateOnly today)
{
    public IReadOnlyList<EvidenceRecord> ToCheck => [.. current.Evidence.Where(WaitsForCheck)];

    /// <summary>In the order of the assessment; what it doesn't ask for comes last.</summary>
    public IReadOnlyList<EvidenceRecord> Good => [.. current.Evidence.Where(IsGood).OrderBy(Place).ThenBy(record => record.Number)];

    /// <summary>Not enough, or over: newest first.</summary>
    public IReadOnlyList<EvidenceRecord> Past =>
        [.. current.Evidence.Where(record => !WaitsForCheck(record) && !IsGood(record)).OrderByDescending(record => record.Number)];

    public IReadOnlyList<RequiredEvidence> Missing =>
        [.. current.Assessment.Evidence.Where(kind => !HasOf(kind.Id, WaitsForCheck) && !HasOf(kind.Id, IsGood))];
    public int Required => current.Assessment.Evidence.Count;
    public int Checked => current.Assessment.Evidence.Count(kind => HasOf(kind.Id, IsGood));

    /// <summary>The newest of a kind, whatever was made of it.</summary>
    public EvidenceRecord? Newest(string kind) => current.Evidence.LastOrDefault(record => record.Kind == kind);

    public bool IsOver(EvidenceRecord record) => record.Expired || record.LastDay < today;

    private bool WaitsForCheck(EvidenceRecord record) => record.Verdict is null && !IsOver(record);

    private bool IsGood(EvidenceRecord record) => record.IsGood && !IsOver(record);

    private bool HasOf(string kind, Func<EvidenceRecord, bool> such) => current.Evidence.Any(record => record.Kind == kind && such(record));

    private int Place(EvidenceRecord record)
    {
        for (var at = 0; at < current.Assessment.Evidence.Count; at++)
        {
            if (current.Assessment.Evidence[at].Id == record.Kind)
                return at;
        }
        return int.MaxValue;
    }
}
