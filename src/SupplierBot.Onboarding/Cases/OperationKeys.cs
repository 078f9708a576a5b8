using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Idempotency keys that are looked for before their operation is done again.</summary>
public static class OperationKeys
{
    /// <summary>A draft was sent.</summary>
    public static string Create(string draftId) => $"create-{draftId}";

    /// <summary>
    /// Ends the key of what one person decides once under a content version: undone and pressed again, it is another one.
    /// </summary>
    internal static string AfterUndo(Case current) => current.Undone == 0 ? "" : $"-u{CaseTexts.Number(current.Undone)}";

    /// <summary>What is done to a condition once, until it is sent back.</summary>
    internal static string OnCondition(string verb, Case current, ApprovalCondition condition) =>
        condition.SentBack.Count == 0
            ? $"{verb}-{current.Id}-{condition.Number}"
            : $"{verb}-{current.Id}-{condition.Number}-{condition.SentBack.Count}";
}
