using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Imports;

/// <summary>
/// A supplier that was in use before the register: its entry follows from the imported line alone, until somebody assesses it.
/// </summary>
public static class LegacyEntry
{
    private static readonly Dictionary<Tier, int> Days = new()
    {
        [Tier.Critical] = 30,
        [Tier.High] = 60,
        [Tier.Medium] = 120,
        [Tier.Low] = 180,
    };

    /// <summary>What nobody knows is never the safer: it waits as long as a High one.</summary>
    public const Tier Unknown = Tier.High;

    /// <summary>The last day of the time that a tier leaves for the first assessment.</summary>
    public static DateOnly AssessBy(Tier? tier, DateOnly imported) => imported.AddDays(Days[tier ?? Unknown]);

    /// <param name="owner">Who looks after it since somebody handed it over; null while the file says who.</param>
    public static RegisterEntry Of(string id, ImportedLine line, DateTimeOffset changedAt, Person? owner = null) =>
        new()
        {
            Id = id,
            Supplier = line.Supplier,
            Service = line.Service,
            Website = line.Website,
            Purpose = line.Purpose,
            Status = EntryStatus.Legacy,
            Owner = owner ?? line.Owner ?? Owners.Nobody,
            Type = "",
            Types = [],
            Tier = line.Tier ?? Unknown,
            Score = 0,
            Data = [],
            CaseId = "",
            PolicyVersion = "",
            NextReview = line.AssessBy,
            Imported = line,
            ImportedOwner = owner,
            ChangedAt = changedAt,
        };

    /// <summary>The entry while another one answers for it; as it is if none does.</summary>
    public static RegisterEntry Merged(RegisterEntry entry, string? into) =>
        into is null ? entry : entry with { Status = EntryStatus.Merged, MergedInto = into };
}
