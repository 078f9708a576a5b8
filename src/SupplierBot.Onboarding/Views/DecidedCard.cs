using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>The outcome on every copy: who decided what and when.</summary>
internal static class DecidedCard
{
    private const int MostConfirms = 3;

    /// <summary>What a card of every client shows (src/SupplierBot.BotFramework/PROTOCOL.md "Cards").</summary>
    private const int MostButtons = 6;

    /// <summary>In a place of the role, the same for everybody.</summary>
    public static View.Decided OnEveryCopy(Case current, string slot, Policy policy, Context context) =>
        Of(current, "", [], policy, context) with
        {
            Stamp = CardStamp.OfCase(current.Id, slot, current.ContentVersion),
            Buttons = [.. Confirms(current, context.Wording), new(context.Wording["button.open"], Verbs.Open)],
        };

    /// <summary>For one person: an overseer has the buttons, everybody who sees the whole case has the fold-outs.</summary>
    public static View.Decided Show(CaseRequest request, string problem, CaseLine? next)
    {
        var sections = Sections.All(request.Case, request.Policy, request.Context);
        var card = Of(request.Case, problem, sections, request.Policy, request.Context);
        return card with
        {
            Details = [.. card.Details, .. Merged(request)],
            Stamp = CardStamp.OfCase(request.Case.Id, request.SlotId, request.Case.ContentVersion),
            Buttons =
            [
                .. request.Case.Merge is null
                    ? Buttons(request, next).Concat(Clauses(request)).Concat(Tier(request)).Take(MostButtons)
                    : [],
            ],
        };
    }

    /// <summary>What was merged into its entry, and what it keeps open.</summary>
    private static IEnumerable<LabelledText> Merged(CaseRequest request) =>
        request.State.Entry is { MergedEntries: not null } entry && entry.CaseId == request.Case.Id
            ? MergeCard.Merged(entry, request.Context)
            : [];

    private static View.Decided Of(Case current, string problem, IReadOnlyList<Section> sections, Policy policy, Context context)
    {
        var wording = context.Wording;
        var outcome = CaseTexts.Outcome(current, context);
        return new(
            wording.Fill("decided.title", ("supplier", current.Supplier), ("outcome", outcome)),
            string.Join(" · ", new[] { current.Id, current.EntryId, current.Service }.Where(text => text.Length > 0)),
            problem,
            [.. Decisions(current, context)],
            current.IsApproved || current.Status == CaseStatus.Revoked
                ? [.. current.Conditions.Select(condition => Condition(condition, context))]
                : [],
            [.. Details(current, policy, context).Select(fact => fact.Capital()), .. ClauseTexts.Changed(current, policy, context)],
            sections,
            wording.Fill(
                "decided.foot",
                ("version", current.Assessment.PolicyVersion),
                ("approval", current.PolicyApproval),
                ("record", current.ChainHead[..12])
            )
        )
        {
            Badge = TierTexts.Badge(current.Assessment.Tier, context),
            Status = DecidedStatus.Of(current, policy, context),
            Plain = Texts.Clip(
                wording.Fill(
                    "decided.plain",
                    ("supplier", Texts.Clip(current.Supplier, 60)),
                    ("outcome", CaseTexts.Status(current.Status, context))
                ),
                120
            ),
        };
    }

    private static IEnumerable<LabelledText> Decisions(Case current, Context context)
    {
        foreach (var approval in current.Approvals)
            yield return new(
                approval.Comment.Length > 0
                    ? context.Wording.Fill("words.quoted", ("text", approval.Comment))
                    : context.Wording[approval.WithConditions ? "decided.yes_conditions" : "decided.yes"],
                CaseTexts.Signed(approval, context)
            );
        if (current.IsApproved || current.Decision is not { } decision)
            yield break;
        var by = context.Wording.Fill("decided.by", ("name", decision.By.Name), ("at", Dates.Time(decision.At, context)));
        yield return new(
            decision.Reason.Length > 0
                ? context.Wording.Fill("words.quoted", ("text", decision.Reason))
                : CaseTexts.Outcome(current, context),
            by
        );
    }

    private static CardRow Condition(ApprovalCondition condition, Context context)
    {
        string[] said =
        [
            Capital(context.Wording[$"words.condition_state.{condition.State}"]),
            condition.Due is { } due
                ? context.Wording.Fill("words.by", ("day", Dates.Day(due, context)))
                : context.Wording["words.before_use"],
            condition.Owner.Name,
            Proof(condition, context),
        ];
        return new($"{CaseTexts.Number(condition.Number)}. {condition.Text}", string.Join(" · ", said.Where(text => text.Length > 0)))
        {
            IsUrgent = condition.State == ApprovalConditionState.Open && condition.Due < context.Calendar.Today(context.Now),
        };
    }

    private static string Proof(ApprovalCondition condition, Context context) =>
        condition switch
        {
            { Proof.Length: > 0 } => context.Wording.Fill("decided.proof", ("proof", Links.In(condition.Proof))),
            { State: ApprovalConditionState.Open, SentBack: [.., var last] } => context.Wording.Fill(
                "decided.sent_back",
                ("name", last.By.Name),
                ("reason", last.Reason)
            ),
            _ => "",
        };

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static IEnumerable<LabelledText> Details(Case current, Policy policy, Context context)
    {
        var wording = context.Wording;
        if (current.IsApproved && CaseForms.AsksForTerms(current))
        {
            var entry = RegisterUpdate.Of(current, context.Now);
            var terms = wording[$"words.terms.{RegisterUpdate.TermsOf(current)}"];
            yield return new(entry.TermsReference.Length > 0 ? $"{terms} ({entry.TermsReference})" : terms, wording["decided.contract"]);
        }
        if (current.IsApproved && UseGate.IsUnrecorded(current))
            yield return new(wording["decided.unrecorded"], wording["decided.clauses"]);
        else if (current.IsApproved && UseGapTexts.Progress(current, context) is { Length: > 0 } progress)
            yield return new(progress, wording["decided.clauses"]);
        if (current.IsApproved && current.Restrictions.Count > 0)
            yield return new(CaseTexts.Several(current.Restrictions), wording["entry.rules"]);
        if (TierTexts.Why(current, context) is { Length: > 0 } why)
            yield return new(why, CaseTexts.Tier(current, context));
        yield return new(CaseTexts.Entry(RegisterUpdate.StatusOf(current), context), wording["decided.register"]);
        if (current.IsApproved)
            yield return new(CaseTexts.Data(current.Answers.Picked("data"), policy), wording["decided.allowed"]);
        yield return new(current.Owner.Name, policy.Question("owner").Label);
        if (RegisterUpdate.NextReview(current) is { } review)
            yield return new(Dates.Month(review), wording["decided.next_review"]);
        if (current.Offboarding is { } offboarding)
        {
            foreach (var line in TimerCards.Proofs(offboarding, context))
                yield return line;
        }
        foreach (var deviation in current.Deviations)
            yield return new(deviation, wording["decided.deviation"]);
    }

    private static IEnumerable<Button> Buttons(CaseRequest request, CaseLine? next)
    {
        if (next is not null)
            yield return new(
                Texts.Clip(
                    request.Say(
                        "button.next",
                        ("supplier", Texts.Clip(next.Supplier, 20)),
                        ("tier", CaseTexts.Tier(next.Tier, request.Context))
                    ),
                    40
                ),
                "open",
                next.Id,
                Style: ButtonStyle.Main
            );
        if (!request.Quorum.Reviews(request.Actor.Id) || request.Case.Offboarding is { EndedAt: not null })
            yield break;
        if (request.Case.Offboarding is { Complete: true })
            yield return new(request.Say("button.ended"), Verbs.Ended);
        foreach (var button in Confirms(request.Case, request.Context.Wording))
            yield return button;
        if (UseGate.Gaps(request.Case).Count > 0)
        {
            foreach (var button in ClauseRights.Buttons(request.Case, request.Context.Wording))
                yield return button;
        }
        if (NameOwnerHandler.Offers(request))
            yield return new(request.Say("button.name_owner"), Verbs.NameOwner, OpensForm: true);
        foreach (var button in LookedAfter(request.Case, request.Context.Wording))
            yield return button with
            {
                Rare = true,
            };
        // The last and out of sight: nobody presses it where a moment ago there was "Approve".
        if (request.Case.IsApproved)
            yield return new(request.Say("button.revoke"), Verbs.Revoke, Rare: true);
    }

    /// <summary>Of those that stand among what is missing already, none; also for people who only read it.</summary>
    private static IEnumerable<Button> Clauses(CaseRequest request) =>
        request.Quorum.Reviews(request.Actor.Id) && UseGate.Gaps(request.Case).Count > 0
            ? []
            : ClauseRights.Buttons(request.Case, request.Context.Wording);

    /// <summary>Also for people who may lower a tier and have no other part in this.</summary>
    private static IEnumerable<Button> Tier(CaseRequest request) =>
        TierRights.Offers(request) ? [new(request.Say("button.tier"), Verbs.Tier, Rare: true)] : [];

    /// <summary>What the people who look after it, or decide about it, can say of it.</summary>
    internal static IEnumerable<Button> LookedAfter(Case current, Wording wording)
    {
        if (current is { MayBeInUse: false } or { Replaced: true } or { Offboarding.EndedAt: not null })
            yield break;
        if (current is { IsApproved: true, Offboarding: null })
            yield return current.ReviewState == ReviewState.NotYet
                ? new(wording["button.changed"], Verbs.Changed)
                : new(wording["button.renew"], Verbs.Renew);
        foreach (var button in EvidenceCards.Offer(current, wording))
            yield return button;
        yield return new(wording[current.Offboarding is null ? "button.exit" : "button.exit_more"], Verbs.Exit);
    }

    private static IEnumerable<Button> Confirms(Case current, Wording wording) =>
        current
            .Conditions.Where(condition => current.IsApproved && condition.State == ApprovalConditionState.Reported)
            .Take(MostConfirms)
            .SelectMany(
                (condition, at) =>
                    at == 0
                        ? ConditionCards.Checks(condition, wording, ButtonStyle.Main)
                        : [ConditionCards.Confirm(condition, wording) with { Rare = true }]
            );
}
