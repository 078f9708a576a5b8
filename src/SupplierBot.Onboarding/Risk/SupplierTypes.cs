using SupplierBot.Onboarding.Intake;

namespace SupplierBot.Onboarding.Risk;

/// <summary>From the roles somebody ticked to supplier types and the main one (Policies/README.md "Derived facts").</summary>
internal static class SupplierTypes
{
    /// <summary>The first of these that was picked is the main type, unless <c>main</c> says otherwise.</summary>
    public static readonly IReadOnlyList<string> Order = ["COMPUTE", "DATA", "MODEL", "SUBCON", "AISAAS", "GENERAL"];

    /// <summary>"I don't know whether it uses AI" is treated as an AI app.</summary>
    public static string OfRole(string role) => role == Choices.NotSure ? "AISAAS" : role;

    public static IReadOnlyList<string> Of(QuestionIndex words, ulong roles)
    {
        var picked = words.Choices(words.Role, roles).Select(choice => OfRole(choice.Id)).ToHashSet(StringComparer.Ordinal);
        return [.. Order.Where(picked.Contains), .. picked.Where(type => !Order.Contains(type)).Order(StringComparer.Ordinal)];
    }

    public static string Main(IReadOnlyList<string> types, Answers answers) =>
        answers.One("main") is { } chosen && types.Contains(chosen) ? chosen
        : types.Count > 0 ? types[0]
        : "GENERAL";
}
