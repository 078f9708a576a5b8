using SupplierBot.Onboarding.Register;

namespace SupplierBot.Documents.Registers;

/// <summary>How much of everything a file has, counted while it is written.</summary>
internal sealed class RegisterCounts
{
    private readonly SortedDictionary<EntryStatus, int> statuses = [];

    public int Suppliers { get; private set; }
    public int ContractPoints { get; private set; }
    public int Documents { get; private set; }
    public int Conditions { get; private set; }
    public int Reviews { get; private set; }
    public int Unreadable { get; private set; }
    public IReadOnlyDictionary<EntryStatus, int> Statuses => statuses;

    /// <summary>A line that another one answers for is in its state, and is no supplier of its own.</summary>
    public void Add(SupplierLine line)
    {
        Suppliers += line.Entry.MergedInto is null ? 1 : 0;
        Unreadable += line is { Case: null, Entry.CaseId.Length: > 0 } ? 1 : 0;
        statuses[line.Status] = statuses.GetValueOrDefault(line.Status) + 1;
    }

    public void AddParts(int contractPoints, int documents, int conditions, int reviews)
    {
        ContractPoints += contractPoints;
        Documents += documents;
        Conditions += conditions;
        Reviews += reviews;
    }
}
