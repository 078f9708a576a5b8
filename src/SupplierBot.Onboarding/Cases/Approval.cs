using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Cases;

public enum ContractTerms
{
    Agreed,
    Covered,
    Open,

    /// <summary>Agreed but for contract points that the supplier changed or refused.</summary>
    Changed,
}

/// <summary>A "yes" under one content version. An edit by the requester voids those before it (they stay in the chain).</summary>
public sealed record Approval(
    Person By,
    string Role,
    DateTimeOffset At,
    bool WithConditions,
    ContractTerms Terms,
    string TermsReference,
    IReadOnlyList<string> Seen,
    string Comment
)
{
    /// <summary>Everybody whose part in the decision this was, where they were away; null for a part of one's own.</summary>
    public IReadOnlyList<PersonId>? InPlaceOf { get; init; }

    /// <summary>Who said yes, and everybody in whose place they did.</summary>
    public IEnumerable<PersonId> Voices() => [By.Id, .. InPlaceOf ?? []];
}
