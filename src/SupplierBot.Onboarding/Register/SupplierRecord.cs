using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register.Providers;

namespace SupplierBot.Onboarding.Register;

/// <summary>One line of the register with the case behind it, and the policy that case was assessed under.</summary>
/// <param name="Case">Null where it can't be read: the line is still in every file, and says so.</param>
/// <param name="Policy">Null where it is not kept any more.</param>
public sealed record SupplierRecord(RegisterEntry Entry, Case? Case, Policy? Policy)
{
    /// <summary>The cases that were behind the line before, oldest first: past decisions that its reviews replaced.</summary>
    public IReadOnlyList<Case> Earlier { get; init; } = [];

    /// <summary>
    /// Who stands behind the supplier, as its request says: names of sub-suppliers and makers of models; empty where it says none.
    /// </summary>
    public string Behind => Case?.Answers.One(Dependencies.ProvidersQuestion) ?? "";
}
