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
    private const int LongestName = 60;
    private const int LongestButton = 40;

    /// <summary>The level of the question about data from which it is said what stays out: what is below is everyday.</summary>
    private const int Confidential = 2;

    public static View.Entry Of(IReadOnlyList<RegisterEntry> entries, Policy policy, Context context)
    {
        var title = context.Wording.Fill("entry.title", ("supplier", entries[0].Supplier));
        var shown = Shown(entries);
        var anew = shown.TrueForAll(entry => entry.Status.IsUndecided());
        return new(title, [.. shown.SelectMany(entry => MergeCard.Merged(entry, context).Prepend(Line(entry, policy, context)))])
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

    /// <summary>
    /// For who asks whether they may use it: with the limits of each, and what may be used instead where none may. It is their question,
    /// and no list.
    /// </summary>
    public static View.Entry Answer(
        IReadOnlyList<RegisterEntry> entries,
        IReadOnlyList<UsableEntry> instead,
        Policy policy,
        Context context
    )
    {
        var shown = Shown(entries);
        var card = Of(entries, policy, context);
        return card with
        {
            Answers = [.. shown.Select(entry => AnswerOf(entry, shown.Count == 1, policy, context))],
            Lines =
            [
                .. shown.SelectMany(entry => MergeCard.Merged(entry, context)),
                .. instead.Count == 0
                    ? []
                    : new[] { new LabelledText(string.Join(", ", instead.Select(Short)), context.Wording["entry.instead"]) },
            ],
            Buttons =
            [
                .. Buttons(instead),
                .. card.Buttons,
                .. shown is [var only] && StatusOf(only, context).MayBeUsed()
                    ? new[] { new Button(context.Wording["button.passport"], Verbs.Say, Says: $"passport {only.Id}") }
                    : [],
                .. entries.Count < CaseLists.MostServices
                    ? []
                    : new[]
                    {
                        new Button(
                            context.Wording["talk.show_all_button"],
                            Verbs.Say,
                            Says: RequestReader.Saying("find", entries[0].Supplier)
                        ),
                    },
            ],
        };
    }

    private static View.EntryAnswer AnswerOf(RegisterEntry entry, bool only, Policy policy, Context context)
    {
        var status = StatusOf(entry, context);
        var beside = Beside(entry, policy, context);
        if (!status.MayBeUsed())
        {
            var box = NoticeBox.Of(KindOf(status), $"{Standing(entry, policy, context)} {beside}".TrimEnd())[0];
            return new(entry.Service, box, [], only ? entry.Service : "") { Alone = only };
        }
        var verdict = context.Wording.Fill(
            status == EntryStatus.ActiveConditional ? "entry.verdict_conditions"
                : only ? "entry.verdict"
                : "entry.verdict_one",
            ("supplier", entry.Supplier)
        );
        var rest = status == EntryStatus.Active ? "" : context.Wording.Fill($"entry.rest_{status}", ("owner", entry.Owner.Name));
        return new(
            entry.Service,
            new(rest.Length == 0 ? NoticeKind.Success : NoticeKind.Warning, verdict, $"{rest} {beside}".Trim()),
            [.. Limits(entry, policy, context).Select(fact => fact.Capital())],
            Small(entry, only, policy, context)
        )
        {
            Alone = only,
        };
    }

    /// <summary>Red is only for what must not be used.</summary>
    private static NoticeKind KindOf(EntryStatus status) =>
        status switch
        {
            EntryStatus.NotApproved or EntryStatus.Suspended or EntryStatus.Terminated => NoticeKind.Error,
            EntryStatus.Proposed or EntryStatus.Withdrawn or EntryStatus.Expired => NoticeKind.Info,
            _ => NoticeKind.Warning,
        };

    /// <summary>"Notes, Business plan · SUP-0031 · AI application · Owner: Rita Moreno · Next review Nov 2028".</summary>
    private static string Small(RegisterEntry entry, bool only, Policy policy, Context context) =>
        string.Join(
            " · ",
            new[]
            {
                only ? entry.Service : "",
                entry.Id,
                CaseTexts.Types(entry.Types, policy),
                context.Wording.Fill("entry.owner", ("owner", LegacyTexts.Owner(entry.Owner, context))),
                entry.NextReview is { } review ? context.Wording.Fill("entry.next_review", ("month", Dates.Month(review))) : "",
            }.Where(text => text.Length > 0)
        );

    /// <summary>The way to each.</summary>
    public static IReadOnlyList<Button> Buttons(IReadOnlyList<UsableEntry> usable) =>
        [
            .. usable
                .DistinctBy(entry => entry.Supplier)
                .Select(entry => new Button(
                    Texts.Clip(TypedText.OneLine(entry.Supplier), LongestButton),
                    Verbs.Say,
                    Says: RequestReader.Saying("can I use", entry.Supplier)
                )),
        ];

    private static string Short(UsableEntry entry) => Texts.Clip(TypedText.OneLine(entry.Name), LongestName);

    /// <summary>For what it is approved, what stays out, and on which conditions.</summary>
    private static IEnumerable<LabelledText> Limits(RegisterEntry entry, Policy policy, Context context)
    {
        yield return new(Use(entry, context), context.Wording["entry.use"]);
        if (EntryNames.Plan(entry) is { Length: > 0 } plan)
            yield return new(plan, context.Wording["entry.plan"]);
        if (CaseTexts.Data(entry.Data, policy) is { Length: > 0 } allowed)
            yield return new(allowed, context.Wording["entry.data"]);
        if (StaysOut(entry, policy) is { Length: > 0 } data)
            yield return new(data, context.Wording["entry.not_for"]);
        if (entry.Restrictions.Count > 0)
            yield return new(CaseTexts.Several(entry.Restrictions), context.Wording["entry.rules"]);
        if (entry.OpenConditions.Count > 0)
            yield return new(CaseTexts.Several(entry.OpenConditions), context.Wording["card.conditions"]);
    }

    internal static string Use(RegisterEntry entry, Context context) =>
        context.Wording.Fill("words.quoted", ("text", Texts.Clip(TypedText.OneLine(entry.Purpose), LongestPurpose)));

    internal static string StaysOut(RegisterEntry entry, Policy policy)
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
        string.Join(' ', [Standing(entry, policy, context), .. Notes(entry, policy, context)]);

    private static string Beside(RegisterEntry entry, Policy policy, Context context) =>
        string.Join(' ', [.. Notes(entry, policy, context), ContractHandler.NoticeDay(entry.Term, context)]).TrimEnd();

    private static IEnumerable<string> Notes(RegisterEntry entry, Policy policy, Context context) =>
        [.. Missing(entry, policy, context), .. entry.ComputedTier is null ? Array.Empty<string>() : [Tier(entry, context)]];

    private static IEnumerable<string> Missing(RegisterEntry entry, Policy policy, Context context)
    {
        if (UseGapTexts.Of(entry.Gaps, entry.Owner, policy, context) is { Length: > 0 } gaps)
            yield return context.Wording.Fill("words.missing", ("gaps", gaps));
    }

    internal static EntryStatus StatusOf(RegisterEntry entry, Context context) => entry.StatusOn(context.Calendar.Today(context.Now));

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
            ("into", entry.MergedInto ?? ""),
            ("types", CaseTexts.Types(entry.Types, policy)),
            ("data", CaseTexts.Data(entry.Data, policy)),
            ("owner", LegacyTexts.Owner(entry.Owner, context)),
            ("due", entry.DueAt is { } due ? Dates.Day(due, context) : context.Wording["words.soon"]),
            ("day", entry.NextReview is { } assess ? Dates.Day(assess, context) : context.Wording["words.soon"]),
            ("month", entry.NextReview is { } review ? Dates.Month(review) : context.Wording["words.soon"]),
            ("ended", Dates.Month(context.Calendar.Today(entry.ChangedAt)))
        );
}
