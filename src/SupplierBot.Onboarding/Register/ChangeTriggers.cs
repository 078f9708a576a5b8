using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>
/// What a change puts in question (Policies/README.md "Reviews and triggers", T1–T12): those answers are asked again, the others stay.
/// </summary>
internal static class ChangeTriggers
{
    private static readonly Dictionary<string, string[]> Touched = new(StringComparer.Ordinal)
    {
        ["T1"] = ["purpose", "role", "data", "volume", "access", "stop", "effects", "others", "training"],
        ["T2"] = ["where", "where_text", "others", "others_text"],
        ["T3"] = ["data", "access", "stop", "proof"],
        ["T4"] = ["data", "effects", "where"],
        ["T5"] = ["data", "access", "stop"],
        ["T6"] = ["deal", "proof"],
        ["T7"] = ["role", "effects", "training", "replace"],
        ["T8"] = ["stop", "replace"],
        ["T9"] = ["where", "where_text", "others", "proof", "replace"],
        ["T10"] = ["data", "volume", "access", "deal", "replace"],
        ["T11"] = ["stop", "replace"],
    };

    /// <summary>Questions that are asked again; all of them where the policy knows a trigger of its own, or its rules changed.</summary>
    public static IReadOnlyList<string> Asks(IReadOnlyList<string> triggers, Policy policy)
    {
        var all = policy.Questions.Select(question => question.Id).ToList();
        if (triggers.Count == 0 || triggers.Any(trigger => !Touched.ContainsKey(trigger))) return all;
        var asked = all.Where(id => triggers.Any(trigger => Touched[trigger].Contains(id))).ToList();
        return asked.Count > 0 ? asked : all;
    }

    /// <summary>For a list to tick: the policy's own words where nobody wrote shorter ones.</summary>
    public static string Words(Trigger trigger, Context context) => Texts.Clip(context.Wording.Has($"trigger.{trigger.Id}") ? context.Wording[$"trigger.{trigger.Id}"] : trigger.Words, 75);
}
