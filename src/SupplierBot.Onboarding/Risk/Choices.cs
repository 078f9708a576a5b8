namespace SupplierBot.Onboarding.Risk;

/// <summary>Choice ids with a meaning of their own.</summary>
internal static class Choices
{
    public const string NotSure = "not_sure";
}
