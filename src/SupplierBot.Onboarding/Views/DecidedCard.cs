using System.Globalization;
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
    public static View.Decided Show(CaseRequest request, string problem, CaseLine? next) =>
        Of(request.Case, problem, Sections.All(request.Case, request.Policy, request.Context), request.Policy, request.Context) with
        {
            Stamp = CardStamp.OfCase(request.Case.Id, request.SlotId, request.Case.ContentVersion),
            Buttons = [.. Buttons(request, next).Concat(Tier(request)).Take(MostButtons)],
        };

    private static View.Decided Of(Case current, string problem, IReadOnlyList<Section> sections, Policy policy, Context context)
    {
        var wording = context.Wording;
        var outcome = CaseTexts.Outcome(current, context);
        return new(
            wording.Fill("decided.title", ("supplier", current.Supplier), ("outcome", outcome)),
            wording.Fill("decided.small", ("id", current.Id), ("tier", policy.DefinitionOf(current.Assessment.Tier).Title)),
            problem,
            [.. Decisions(current, context)],
            current.IsApproved || current.Status == CaseStatus.Revoked
                ? [.. current.Conditions.Select(condition => Condition(condition, context))]
                : [],
            [.. Details(current, context), .. ClauseTexts.Changed(current, policy, context)],
            sections,
            wording.Fill(
                "decided.foot",
                ("version", current.Assessment.PolicyVersion),
                ("approval", current.PolicyApproval),
                ("record", current.ChainHead[..12])
            )
        )
        {
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

    private static LabelledText Condition(ApprovalCondition condition, Context context) =>
        new(
            condition.Proof.Length > 0
                ? $"{CaseTexts.Condition(condition, context)} · {context.Wording.Fill("decided.proof", ("proof", condition.Proof))}"
                : CaseTexts.Condition(condition, context)
        );

    private static IEnumerable<LabelledText> Details(Case current, Context context)
    {
        var wording = context.Wording;
        if (current.IsApproved && CaseForms.AsksForTerms(current))
        {
            var entry = RegisterUpdate.Of(current, context.Now);
            var terms = wording[$"words.terms.{RegisterUpdate.TermsOf(current)}"];
            yield return new(entry.TermsReference.Length > 0 ? $"{terms} ({entry.TermsReference})" : terms, wording["decided.contract"]);
        }
        if (current.IsApproved && current.Assessment.Evidence.Count > 0)
        {
            yield return new(Evidence(current, seen: true, wording), wording["decided.seen"]);
            yield return new(Evidence(current, seen: false, wording), wording["decided.not_seen"]);
        }
        if (TierTexts.Why(current, context) is { Length: > 0 } why)
            yield return new(why, CaseTexts.Tier(current, context));
        var state = wording.Fill(
            "decided.register_line",
            ("entry", current.EntryId),
            ("state", CaseTexts.Entry(RegisterUpdate.StatusOf(current), context))
        );
        yield return new(
            RegisterUpdate.NextReview(current) is { } review
                ? $"{state} · {wording.Fill("decided.next_review", ("month", Dates.Month(review)))}"
                : state,
            wording["decided.register"]
        );
        if (current.Offboarding is { } offboarding)
        {
            foreach (var line in TimerCards.Proofs(offboarding, context))
                yield return line;
        }
        foreach (var deviation in current.Deviations)
            yield return new(deviation, wording["decided.deviation"]);
    }

    private static string Evidence(Case current, bool seen, Wording wording)
    {
        var titles = current
            .Assessment.Evidence.Where(document => current.Approvals.Any(approval => approval.Seen.Contains(document.Id)) == seen)
            .Select(document => document.Title)
            .ToList();
        return titles.Count == 0 ? wording["words.nothing"] : string.Join(", ", titles);
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
        if (request.Case.IsApproved)
            yield return new(request.Say("button.revoke"), Verbs.Revoke, Style: ButtonStyle.Danger);
        foreach (var button in LookedAfter(request.Case, request.Context.Wording))
            yield return button;
    }

    /// <summary>Also for people who may lower a tier and have no other part in this.</summary>
    private static IEnumerable<Button> Tier(CaseRequest request) =>
        TierRights.Offers(request) ? [new(request.Say("button.tier"), Verbs.Tier)] : [];

    /// <summary>What the people who look after it, or decide about it, can say of it.</summary>
    internal static IEnumerable<Button> LookedAfter(Case current, Wording wording)
    {
        if (current is { MayBeInUse: false } or { Replaced: true } or { Offboarding.EndedAt: not null })
            yield break;
        if (current is { IsApproved: true, Offboarding: null })
            yield return current.ReviewState == ReviewState.NotYet
                ? new(wording["button.changed"], Verbs.Changed)
                : new(wording["button.renew"], Verbs.Renew);
        yield return new(wording[current.Offboarding is null ? "button.exit" : "button.exit_more"], Verbs.Exit);
    }

    private static IEnumerable<Button> Confirms(Case current, Wording wording) =>
        current
            .Conditions.Where(condition => current.IsApproved && condition.State == ApprovalConditionState.Reported)
            .Take(MostConfirms)
            .Select(condition => new Button(
                wording.Fill("button.confirm", ("n", condition.Number.ToString(CultureInfo.InvariantCulture))),
                "confirm",
                CaseTexts.Number(condition.Number)
            ));
}
