namespace SupplierBot.Onboarding.Risk;

/// <summary>
/// How sensitive a class of information is: the rank of the choice of <c>data</c>, 0 nothing or public to 3 restricted
/// (Policies/README.md "Derived facts").
/// </summary>
internal static class SensitivityLevel
{
    public const int Most = 3;
}
