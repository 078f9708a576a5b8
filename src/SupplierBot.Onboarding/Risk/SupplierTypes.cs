using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

/// <summary>From the roles somebody ticked to supplier types and the main one (Policies/README.md "Derived facts").</summary>
internal static class SupplierTypes
{
    public static string OfRole(Choice role) => role.Type ?? role.Id;

    /// <summary>The first in the order of the policy, unless somebody chose another; the last one where nothing was ticked.</summary>
    public static string Main(Policy policy, IReadOnlyList<string> types, Answers answers) =>
        answers.One(Interview.Main) is { } chosen && types.Contains(chosen) ? chosen
        : types.Count > 0 ? types[0]
        : policy.Types[^1].Id;
}
