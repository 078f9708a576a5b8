using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Register;

/// <summary>Some lines of the register, in the order in which they are read, and how many there are in all.</summary>
/// <param name="From">The first of the rows, counted from 0.</param>
public sealed record RegisterPage(IReadOnlyList<RegisterEntry> Rows, int From, RegisterCounts Counts);

/// <summary>How many lines there are, by tier and by state.</summary>
public sealed class RegisterCounts
{
    private readonly int[] tiers = new int[Enum.GetValues<Tier>().Length];
    private readonly int[] parts = new int[Enum.GetValues<RegisterPart>().Length];

    public int All { get; private set; }

    public void Add(RegisterEntry entry, DateOnly today)
    {
        All++;
        if (entry.KnownTier is { } tier)
            tiers[(int)tier]++;
        parts[(int)RegisterFilter.PartOf(entry, today)]++;
    }

    public int Of(Tier tier) => tiers[(int)tier];

    public int Of(RegisterPart part) => parts[(int)part];
}
