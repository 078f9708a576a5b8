using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>The outcome on every copy (wording.md §9): who decided what and when.</summary>
internal static class DecidedCard
{
    private const int MostConfirms = 3;
    /// <summary>What a card of every client shows (facts/teams-and-tables.md §1.3).</summary>
    private const int MostButtons = 6;

    /// <summary>In a place of the role, the same for everybody.</summary>
    public static View.Decided OnEveryCopy(Case current, string slot, Policy policy, Context context) => Of(current, "", [], policy, context) with
    {
        Stamp = Stamp.OfCase(current.Id, slot, current.ContentVersion),
        Buttons = [.. Confirms(current, context.Wording), new(context.Wording["button.open"], "open")],
    };

    /// <summary>For one person: an overseer has the buttons, everybody who sees the whole case has the fold-outs.</summary>
    public static View.Decided Show(Hearing hearing, string problem, CaseLine? next) =>
        Of(hearing.Case, problem, Folds.All(hearing.Case, hearing.Policy, hearing.Context), hearing.Policy, hearing.Context) with
        {
            Stamp = Stamp.OfCase(hearing.Case.Id, hearing.SlotId, hearing.Case.ContentVersion),
            Buttons = [.. Buttons(hearing, next).Take(MostButtons)],
        };

    private static View.Decided Of(Case current, string problem, IReadOnlyList<Fold> folds, Policy policy, Context context)
    {
        var wording = context.Wording;
        var outcome = CaseWords.Outcome(current, context);
        return new(
            wording.Fill("decided.title", ("supplier", current.Supplier), ("outcome", outcome)),
            wording.Fill("decided.small", ("id", current.Id), ("tier", policy.TierLine(current.Assessment.Tier).Title)),
            problem,
            [.. Decisions(current, context)],
            current.IsApproved || current.Status == CaseStatus.Revoked ? [.. current.Conditions.Select(condition => Condition(condition, context))] : [],
            [.. Facts(current, context)],
            folds,
            wording.Fill("decided.foot", ("version", current.Assessment.PolicyVersion), ("approval", current.PolicyApproval), ("record", current.ChainHead[..12])))
        {
            Plain = Texts.Clip(wording.Fill("decided.plain", ("supplier", Texts.Clip(current.Supplier, 60)), ("outcome", CaseWords.Status(current.Status, context))), 120),
        };
    }

    private static IEnumerable<Line> Decisions(Case current, Context context)
    {
        foreach (var approval in current.Approvals) yield return new(approval.Comment.Length > 0 ? context.Wording.Fill("words.quoted", ("text", approval.Comment)) : context.Wording[approval.WithConditions ? "decided.yes_conditions" : "decided.yes"], CaseWords.Signed(approval, context));
        if (current.IsApproved || current.Decision is not { } decision) yield break;
        var by = context.Wording.Fill("decided.by", ("name", decision.By.Name), ("at", Dates.Time(decision.At, context)));
        yield return new(decision.Reason.Length > 0 ? context.Wording.Fill("words.quoted", ("text", decision.Reason)) : CaseWords.Outcome(current, context), by);
    }

    private static Line Condition(ApprovalCondition condition, Context context) => new(
        condition.Proof.Length > 0 ? $"{CaseWords.Condition(condition, context)} · {context.Wording.Fill("decided.proof", ("proof", condition.Proof))}" : CaseWords.Condition(condition, context));

    private static IEnumerable<Line> Facts(Case current, Context context)
    {
        var wording = context.Wording;
        if (current.IsApproved && Forms.AsksForTerms(current))
        {
            var entry = Register.Of(current, context.Now);
            var terms = wording[$"words.terms.{Register.TermsOf(current)}"];
            yield return new(entry.TermsReference.Length > 0 ? $"{terms} ({entry.TermsReference})" : terms, wording["decided.contract"]);
        }
        if (current.IsApproved && current.Assessment.Evidence.Count > 0)
        {
            yield return new(Evidence(current, seen: true, wording), wording["decided.seen"]);
            yield return new(Evidence(current, seen: false, wording), wording["decided.not_seen"]);
        }
        var state = wording.Fill("decided.register_line", ("entry", current.EntryId), ("state", CaseWords.Entry(Register.StatusOf(current), context)));
        yield return new(Register.NextReview(current) is { } review ? $"{state} · {wording.Fill("decided.next_review", ("month", Dates.Month(review)))}" : state, wording["decided.register"]);
        if (current.Leaving is { } leaving)
        {
            foreach (var line in ClockCards.Proofs(leaving, context)) yield return line;
        }
        foreach (var deviation in current.Deviations) yield return new(deviation, wording["decided.deviation"]);
    }

    private static string Evidence(Case current, bool seen, Wording wording)
    {
        var titles = current.Assessment.Evidence.Where(document => current.Approvals.Any(approval => approval.Seen.Contains(document.Id)) == seen).Select(document => document.Title).ToList();
        return titles.Count == 0 ? wording["words.nothing"] : string.Join(", ", titles);
    }

    private static IEnumerable<Button> Buttons(Hearing hearing, CaseLine? next)
    {
        if (next is not null) yield return new(Texts.Clip(hearing.Say("button.next", ("supplier", Texts.Clip(next.Supplier, 20)), ("tier", CaseWords.Tier(next.Tier, hearing.Context))), 40), "open", next.Id, Style: ButtonStyle.Main);
        if (!hearing.Quorum.Reviews(hearing.Actor.Id) || hearing.Case.Leaving is { EndedAt: not null }) yield break;
        if (hearing.Case.Leaving is { Complete: true }) yield return new(hearing.Say("button.ended"), "ended");
        foreach (var button in Confirms(hearing.Case, hearing.Context.Wording)) yield return button;
        if (hearing.Case.IsApproved) yield return new(hearing.Say("button.revoke"), "revoke", Style: ButtonStyle.Danger);
        foreach (var button in LookedAfter(hearing.Case, hearing.Context.Wording)) yield return button;
    }

    /// <summary>What whoever looks after it, or decides about it, can say of it.</summary>
    internal static IEnumerable<Button> LookedAfter(Case current, Wording wording)
    {
        if (current is { MayBeInUse: false } or { Replaced: true } or { Leaving.EndedAt: not null }) yield break;
        if (current is { IsApproved: true, Leaving: null }) yield return current.ReviewState == ReviewState.NotYet ? new(wording["button.changed"], "changed") : new(wording["button.renew"], "renew");
        yield return new(wording[current.Leaving is null ? "button.exit" : "button.exit_more"], "exit");
    }

    private static IEnumerable<Button> Confirms(Case current, Wording wording) => current.Conditions
        .Where(condition => current.IsApproved && condition.State == ConditionState.Reported)
        .Take(MostConfirms)
        .Select(condition => new Button(wording.Fill("button.confirm", ("n", condition.Number.ToString(CultureInfo.InvariantCulture))), "confirm", CaseWords.Number(condition.Number)));
}
