using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Turns;

/// <summary>What was read for one request, before people, roles and numbers.</summary>
/// <param name="EntryETag">Of the register entry in the state.</param>
/// <param name="OtherETag">Of another entry that changes with it.</param>
internal sealed record PartialState(TurnState State, Versioned<Case>? Case = null, string? EntryETag = null, string? OtherETag = null);

/// <summary>Everything that one decision is made from, and what its commit is conditional on.</summary>
/// <param name="Policy">The one the case was assessed under; today's where there is none.</param>
public sealed record LoadedState(
    TurnState State,
    Versioned<StoredDraft>? Draft,
    Versioned<Case>? Case,
    Policy Policy,
    Context Context,
    RoleDirectory Directory,
    Counter CaseCounter,
    Counter EntryCounter
)
{
    /// <summary>Of the register entry in the state: two cases can write it, the one that is approved and the one that reviews it.</summary>
    public string? EntryETag { get; init; }

    /// <summary>Of the entry that stays where two are one supplier.</summary>
    public string? OtherETag { get; init; }

    /// <summary>Read before the roles in the context; null where nothing is done by right of one.</summary>
    public RolesGuard? RolesGuard { get; init; }
}
