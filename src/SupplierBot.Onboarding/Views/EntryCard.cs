using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Views;

/// <summary>
/// The answer from the register, for anyone: one line, and for those who ask whether they may use it, for what and for what not.
/// </summary>
internal static class EntryCard
{
    private const int Most = 10;
    private const int LongestPurpose = 300;

    /// <summary>The level of the question about data from which it is said what stays out: what is below is everyday.</summary>
    private const int Confidential = 2;

    public static View.Entry Of(IReadOnlyList<RegisterEntry> entries, Policy policy, Context context)
    {
        var title = context.Wording.Fill("entry.title", ("supplier", entries[0].Supplier));
        var shown = Shown(entries);
        var anew = shown.TrueForAll(entry => entry.Status.IsUndecided());
        return new(title, [.. shown.Select(entry => Line(entry, policy, context))])
        {
            Plain = Texts.Clip(title, 120),
            Buttons =
            [
                .. LegacyTexts.Starts(shown, context),
                new(
                    context.Wording[anew ? "button.new" : "button.another_use"],
                    Verbs.Say,
                    Says: anew ? RequestReader.Saying("new", entries[0].Supplier) : NewSupplier.Saying(entries[0].Supplier, anyway: true)
                ),
            ],
        };
    }

    /// <summary>A request that came to nothing says nothing beside what was decided.</summary>
    private static List<RegisterEntry> Shown(IReadOnlyList<RegisterEntry> entries)
    {
        var decided = entries.Where(entry => !entry.Status.IsUndecided()).ToList();
        return [.. (decided.Count == 0 ? entries : decided).Take(Most)];
    }

    /// <summary>With the limits of each, for who asks: it is their question, and no list.</summary>
    public static View.Entry WithLimits(IReadOnlyList<RegisterEntry> entries, Policy policy, Context context) =>
        Of(entries, policy, context) with
        {
            Lines = [.. Shown(entries).SelectMany(entry => Limits(entry, policy, context).Prepend(Line(entry, policy, context)))],
        };

    /// <summary>For what it is approved, what stays out, and on which conditions; nothing of what nobody may use.</summary>
    private static IEnumerable<LabelledText> Limits(RegisterEntry entry, Policy policy, Context context)
    {
        if (!StatusOf(entry, context).MayBeUsed())
            yield break;
        var purpose = Texts.Clip(TypedText.OneLine(entry.Purpose), LongestPurpose);
        yield return new(context.Wording.Fill("words.quoted", ("text", purpose)), context.Wording["entry.use"]);
        if (StaysOut(entry, policy) is { Length: > 0 } data)
            yield return new(data, context.Wording["entry.not_for"]);
        if (entry.Restrictions.Count > 0)
            yield return new(string.Join(" · ", entry.Restrictions), context.Wording["entry.rules"]);
        if (entry.OpenConditions.Count > 0)
            yield return new(string.Join(" · ", entry.OpenConditions), context.Wording["card.conditions"]);
    }

    private static string StaysOut(RegisterEntry entry, Policy policy)
    {
        var question = policy.Question(NeededQuestions.Data);
        var open = question.Choices.Where(choice =>
            choice.Rank >= Confidential && choice.Id != "not_sure" && !entry.Data.Contains(choice.Id)
        );
        return AnswerTexts.Picked(question, [.. open.Select(choice => choice.Id)]);
    }

    private static LabelledText Line(RegisterEntry entry, Policy policy, Context context) =>
        new($"{Words(entry, policy, context)} {ContractHandler.NoticeDay(entry.Term, context)}".TrimEnd(), entry.Service);

    public static string Words(RegisterEntry entry, Policy policy, Context context) =>
        string.Join(
            ' ',
            [
                Standing(entry, policy, context),
                .. Missing(entry, policy, context),
                .. entry.ComputedTier is null ? Array.Empty<string>() : [Tier(entry, context)],
            ]
        );

    private static IEnumerable<string> Missing(RegisterEntry entry, Policy policy, Context context)
    {
        if (UseGapTexts.Of(entry.Gaps, entry.Owner, policy, context) is { Length: > 0 } gaps)
            yield return context.Wording.Fill("words.missing", ("gaps", gaps));
    }

    private static EntryStatus StatusOf(RegisterEntry entry, Context context) => entry.StatusOn(context.Calendar.Today(context.Now));

    /// <summary>What the rules give and what somebody set. Why is for those who see the request.</summary>
    private static string Tier(RegisterEntry entry, Context context) =>
        context.Wording.Fill(
            entry.TierUntil is null ? "entry.tier_raised" : "entry.tier_lowered",
            ("tier", CaseTexts.Tier(entry.Tier, context)),
            ("computed", CaseTexts.Tier(entry.ComputedTier!.Value, context)),
            ("day", entry.TierUntil is { } until ? Dates.Day(until, context) : "")
        );

    private static string Standing(RegisterEntry entry, Policy policy, Context context) =>
        context.Wording.Fill(
            entry is { Status: EntryStatus.Proposed, Imported: not null } ? "entry.Proposed_legacy"
                : entry is { Status: EntryStatus.Proposed, DueAt: null } ? "entry.Proposed_paused"
                : $"entry.{StatusOf(entry, context)}",
            ("supplier", entry.Supplier),
            ("types", CaseTexts.Types(entry.Types, policy)),
            ("data", CaseTexts.Data(entry.Data, policy)),
            ("owner", LegacyTexts.Owner(entry.Owner, context)),
            ("due", entry.DueAt is { } due ? Dates.Day(due, context) : context.Wording["words.soon"]),
            ("day", entry.NextReview is { } assess ? Dates.Day(assess, context) : context.Wording["words.soon"]),
            ("month", entry.NextReview is { } review ? Dates.Month(review) : context.Wording["words.soon"]),
            ("ended", Dates.Month(context.Calendar.Today(entry.ChangedAt)))
        );
}
