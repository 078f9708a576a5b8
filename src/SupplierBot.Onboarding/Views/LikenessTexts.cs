using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Views;

/// <summary>Why two suppliers may be one, in words: to the requester about their own name, to a reviewer about the case they read.</summary>
internal static class LikenessTexts
{
    public static string ForRequester(Likeness likeness, string name, string other, Context context) => likeness switch
    {
        Likeness.SameSite => context.Wording["similar.site"],
        _ => context.Wording["similar.name"] + Disguised(name, other, "similar.yours", "similar.theirs", context),
    };

    /// <summary>Empty where the name is the same: the line itself says it.</summary>
    public static string ForReviewer(Likeness likeness, Case current, Case other, Context context)
    {
        var holes = (("other", Texts.Clip(other.Supplier, 100)), ("entry", other.EntryId));
        return likeness switch
        {
            Likeness.SameName => "",
            Likeness.SameSite => context.Wording.Fill("earlier.same_site", holes.Item1, holes.Item2),
            _ => context.Wording.Fill("earlier.similar", holes.Item1, holes.Item2) + Disguised(current.Supplier, other.Supplier, "earlier.disguised", "earlier.other_disguised", context),
        };
    }

    private static string Disguised(string name, string other, string ours, string theirs, Context context) =>
        LetterScripts.Disguise(name, other) is { } script ? Said(ours, script, context)
        : LetterScripts.Disguise(other, name) is { } foreign ? Said(theirs, foreign, context)
        : LetterScripts.HasDigitsForLetters(name, other) ? Said(ours, "digits", context)
        : LetterScripts.HasDigitsForLetters(other, name) ? Said(theirs, "digits", context)
        : "";

    private static string Said(string key, string script, Context context) => " " + context.Wording.Fill(key, ("letters", context.Wording[$"letters.{script}"]));
}
