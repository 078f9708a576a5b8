using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Views;

/// <summary>
/// What was decided before about what may be the same supplier, on the card of the person who decides now. Only for those who may read
/// every case.
/// </summary>
public static class EarlierCases
{
    private const int LongestReason = 200;
    private const int LongestName = 100;

    /// <summary>What somebody said no to, or took their yes back from.</summary>
    internal static IEnumerable<LabelledText> Refused(CaseRequest request) =>
        request.State.Earlier.Where(IsRefused).Select(earlier => Description(request, earlier));

    internal static IEnumerable<LabelledText> Others(CaseRequest request)
    {
        foreach (var earlier in request.State.Earlier.Where(earlier => !IsRefused(earlier)))
            yield return Description(request, earlier);
        if (request.State.EarlierMore > 0)
            yield return new(request.Say("earlier.more", ("n", CaseTexts.Counted(request.State.EarlierMore))));
    }

    public static bool IsRefused(Case earlier) => earlier.Status is CaseStatus.Rejected or CaseStatus.Revoked;

    private static LabelledText Description(CaseRequest request, Case earlier)
    {
        var (current, context) = (request.Case, request.Context);
        var likeness =
            SupplierLikeness.Of((current.Supplier, Website(current)), (earlier.Supplier, Website(earlier))) ?? Likeness.SimilarName;
        var words = string.Join(
            ' ',
            new[] { Outcome(earlier, context), LikenessTexts.ForReviewer(likeness, current, earlier, context) }.Where(text =>
                text.Length > 0
            )
        );
        return new(words, $"{earlier.Id} · {Texts.Clip(earlier.Supplier, LongestName)}");
    }

    /// <summary>"Rita asked for it. Not approved by Sam on 12 Nov: “…”".</summary>
    private static string Outcome(Case earlier, Context context)
    {
        var asked = context.Wording.Fill(
            "earlier.asked",
            ("name", earlier.Requester.Name),
            ("day", Dates.Day(earlier.SubmittedAt, context))
        );
        var reason = earlier.Decision?.Reason is { Length: > 0 } words
            ? " " + context.Wording.Fill("words.quoted", ("text", Texts.Clip(TypedText.OneLine(words), LongestReason)))
            : "";
        return earlier switch
        {
            { Offboarding.EndedAt: { } ended } => $"{asked} {context.Wording.Fill("earlier.Ended", ("day", Dates.Day(ended, context)))}",
            { Decision: { } decision } =>
                $"{asked} {context.Wording.Fill($"earlier.{earlier.Status}", ("name", decision.By.Name), ("day", Dates.Day(decision.At, context)))}{reason}",
            _ => $"{asked} {context.Wording.Fill("earlier.Open", ("due", Dates.Day(earlier.DueAt, context)))}",
        };
    }

    private static string Website(Case one) => one.Answers.One("website") ?? "";
}

/// <summary>
/// Why two suppliers may be one, in words: to the requester about their own name, to a reviewer about the case they read.
/// </summary>
internal static class LikenessTexts
{
    public static string ForRequester(Likeness likeness, string name, string other, Context context) =>
        likeness switch
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
            _ => context.Wording.Fill("earlier.similar", holes.Item1, holes.Item2)
                + Disguised(current.Supplier, other.Supplier, "earlier.disguised", "earlier.other_disguised", context),
        };
    }

    private static string Disguised(string name, string other, string ours, string theirs, Context context) =>
        LetterScripts.Disguise(name, other) is { } script ? Said(ours, script, context)
        : LetterScripts.Disguise(other, name) is { } foreign ? Said(theirs, foreign, context)
        : LetterScripts.HasDigitsForLetters(name, other) ? Said(ours, "digits", context)
        : LetterScripts.HasDigitsForLetters(other, name) ? Said(theirs, "digits", context)
        : "";

    private static string Said(string key, string script, Context context) =>
        " " + context.Wording.Fill(key, ("letters", context.Wording[$"letters.{script}"]));
}
