using System.Text.Json;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>A whole assessment as text, so that two can be compared in every member.</summary>
internal static class AssessmentText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(Policy policy, Answers answers) => JsonSerializer.Serialize(Assessor.Assess(policy, answers), Indented);
}
