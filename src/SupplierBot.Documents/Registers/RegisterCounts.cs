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

    public void Add(SupplierLine line)
    {
        Suppliers++;
        Unreadable += line is { Case: null, Entry.Status: not EntryStatus.Legacy } ? 1 : 0;
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
