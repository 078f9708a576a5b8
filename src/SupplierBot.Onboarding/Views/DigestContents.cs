using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;

namespace SupplierBot.Onboarding.Views;

/// <summary>What is known for one digest: the first rows of each section, and what happened since the one before.</summary>
/// <param name="Open">Open cases, the one due first at the top; at most <see cref="MostCounted"/> and one more.</param>
/// <param name="Asked">Those that wait for the requester.</param>
/// <param name="Conditions">Approved cases with a condition due soon.</param>
/// <param name="Decided">Cases that ended since the digest before, with when.</param>
public sealed record DigestContents(
    IReadOnlyList<CaseLine> Open,
    IReadOnlyList<CaseLine> Asked,
    IReadOnlyList<Case> Conditions,
    IReadOnlyList<(CaseLine Line, DateTimeOffset At)> Decided,
    DateTimeOffset Since
)
{
    /// <summary>Beyond this a number is "60+": a digest reads about what it shows.</summary>
    public const int MostCounted = 60;
    public const int MostDecided = 200;

    /// <summary>Conditions due within so many days.</summary>
    public const int DaysAhead = 30;

    /// <summary>Register lines whose review is due within <see cref="DaysAhead"/>, or was.</summary>
    public IReadOnlyList<RegisterEntry> Reviews { get; init; } = [];

    /// <summary>Those whose supplier's report or certificate is.</summary>
    public IReadOnlyList<RegisterEntry> Reports { get; init; } = [];

    /// <summary>Those that are approved and not ready to use yet, the one that was approved first at the top.</summary>
    public IReadOnlyList<RegisterEntry> NotReady { get; init; } = [];

    /// <summary>The newest fingerprint of the register; null before the first.</summary>
    public RegisterFingerprint? Fingerprint { get; init; }

    /// <summary>What waits beside decisions: changes, gaps, and what others filled in.</summary>
    public IReadOnlyList<CaseLine> Agreements { get; init; } = [];

    /// <summary>Of whom many critical services depend, the one with the most first.</summary>
    public IReadOnlyList<CriticalUse> Concentration { get; init; } = [];

    /// <summary>All critical services, where there is anybody on whom many depend.</summary>
    public int Critical { get; init; }

    /// <summary>Rows that could not be read.</summary>
    public int Unread { get; init; }

    public bool Empty => Open.Count + Agreements.Count + Conditions.Count + Reviews.Count + Reports.Count + NotReady.Count == 0;
}
