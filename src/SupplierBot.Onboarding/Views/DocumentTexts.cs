using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Views;

/// <summary>Documents in words.</summary>
internal static class DocumentTexts
{
    /// <summary>As the assessment names it, or the policy where it is required no more.</summary>
    public static string Title(string kind, Case current, Policy policy) =>
        current.Assessment.Evidence.FirstOrDefault(evidence => evidence.Id == kind)?.Title
        ?? policy.Evidence.FirstOrDefault(evidence => evidence.Id == kind)?.Title
        ?? kind;
}
