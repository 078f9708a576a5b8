using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>
/// What is on the register is looked at again: by the calendar, or because something changed. The old answers become a draft; sending it
/// opens a case beside what is approved.
/// </summary>
internal static class StartReviewHandler
{
    private const string Many = ",";

    public static Outcome Review(CaseRequest request) =>
        Unfit(request)
        ?? Begun(
            request,
            [
                .. RulesChanges.Triggers(request.Case, request.Policy),
                .. ContractTimers.Triggers(request.Case, request.Policy),
                .. ProviderChanges.Triggers(request.Case, request.Policy),
            ],
            ""
        );

    public static Outcome Changed(CaseRequest request)
    {
        if (Unfit(request) is { } refused)
            return refused;
        var triggers = request
            .Press.Picked("triggers")
            .Where(id => request.Policy.Triggers.Any(trigger => trigger.Id == id))
            .Distinct()
            .ToList();
        if (!request.FromForm)
            return Outcome.Say(ChangeForm(request, ""));
        if (triggers.Count == 0)
            return Outcome.Say(ChangeForm(request, request.Say("changed.none")));
        var words = request.Typed("change_text");
        return words.Length > CommentLength.Most
            ? Outcome.Say(ChangeForm(request, CommentLength.TooLong(words, request)))
            : Begun(request, triggers, words);
    }

    /// <summary>A review that ended without an outcome, or badly, and is taken up again; null for a request.</summary>
    public static ReviewOrigin? Again(Case ended) =>
        ended switch
        {
            { ReviewOrigin: null } => null,
            // What was refused is approved by nobody.
            { Status: CaseStatus.Rejected, ReviewOrigin: { } origin } => origin with { Of = ended.Id, Approved = "" },
            { ReviewOrigin: { } origin } => origin,
        };

    /// <summary>Why the draft cannot be sent any more: somebody else was first. Null where it can.</summary>
    public static Outcome? Overtaken(Draft draft, TurnState state, Context context)
    {
        if (draft.ReviewOrigin is not { } renews)
            return null;
        if (state.Entry is not { } line || line.CaseId != renews.Of)
            return Say("renew.newer", draft, context, ("id", state.Entry?.CaseId ?? ""));
        if (line.Review is { } other)
            return Say("renew.under_way", draft, context, ("id", other.CaseId));
        return line.Status switch
        {
            EntryStatus.Exiting or EntryStatus.Terminated => Say("renew.leaving", draft, context),
            EntryStatus.Merged => Say("merge.overtaken", draft, context, ("entry", line.Id), ("into", line.MergedInto ?? "")),
            // Taken back while the review was filled in.
            var status when status.IsUnapproved() => Say("renew.not_in_use", draft, context),
            _ => null,
        };
    }

    public static IEnumerable<KeyValuePair<string, string>> Details(Case opened)
    {
        if (opened.ReviewOrigin is not { } origin)
            yield break;
        yield return new("reviews", origin.Of);
        yield return new("triggers", string.Join(Many, origin.Triggers));
    }

    internal static Outcome? Unfit(CaseRequest request) =>
        EntryRights.Refusal(request)
        ?? EntryRights.UnderReview(request)
        ?? request.State.Entry!.Status switch
        {
            EntryStatus.Exiting => request.Refuse("renew.leaving"),
            var status when status.IsUnapproved() => request.Refuse("renew.not_in_use"),
            _ => null,
        };

    private static Outcome Begun(CaseRequest request, IReadOnlyList<string> triggers, string words)
    {
        if (
            request.State.Draft is { } open
            && open.ChangedAt + request.Context.DraftsKept > request.Now
            && open.ReviewOrigin?.Of == request.Case.Id
        )
            return Outcome.Say(DraftCards.Show(open, request.State, request.Policy, request.Context));
        if (SeveralDrafts.Full(request.State, request.Context) is { } full)
            return full;
        var before = request.Case;
        var draft = new Draft
        {
            Id = request.Context.NewId,
            Owner = request.Actor.Person,
            Revision = 1,
            // Who looks after it does not change because somebody else reviews it.
            Answers =
                before.Answers.Answered("owner") || request.IsOwner ? before.Answers : before.Answers.With("owner", before.Owner.Name),
            StartedAt = request.Now,
            ChangedAt = request.Now,
            FollowsCase = before.Id,
            ReviewOrigin = new(
                before.Id,
                triggers,
                words,
                before.IsApproved && !TierChanges.SinceDecision(before) ? PeriodicReview.Basis(before.Assessment, before.Answers) : ""
            ),
            AskAgain = ChangeTriggers.Asks(triggers, request.Policy),
        };
        return Outcome.Say(
            DraftCards.Show(
                draft,
                request.State with
                {
                    Draft = draft,
                    Before = before,
                },
                request.Policy,
                request.Context,
                request.Say("renew.begun", ("entry", before.EntryId))
            )
        ) with
        {
            Draft = new DraftChange.Save(draft),
        };
    }

    private static Outcome Say(string key, Draft draft, Context context, params ReadOnlySpan<(string Name, string Value)> holes)
    {
        var words = context.Wording.Fill(key, holes);
        return Outcome.Say(
            new View.Notice("", [new LabelledText(words)])
            {
                Plain = Texts.Clip(words, 120),
                Stamp = CardStamp.OfDraft(draft.Id, "", draft.Revision),
                Buttons = [new(context.Wording["cancel.discard"], Verbs.Discard, Style: ButtonStyle.Danger)],
            }
        ) with
        {
            Refused = key,
        };
    }

    internal static View.Form ChangeForm(CaseRequest request, string problem) =>
        CaseForms.Of(
            request,
            Verbs.Changed,
            CaseForms.Sent,
            problem,
            [.. ChangeFields(request.Press.Value("triggers"), request.Press.Value("change_text"), request.Policy, request.Context)],
            [],
            "form.changed_foot"
        );

    /// <summary>What changed, and what there is to say of it.</summary>
    internal static IEnumerable<Field> ChangeFields(string triggers, string words, Policy policy, Context context) =>
        [
            FormFields.Several(
                "triggers",
                context.Wording["form.changed_what"],
                triggers,
                [.. policy.Triggers.Select(trigger => new FieldChoice(trigger.Id, ChangeTriggers.Words(trigger, context)))]
            ),
            FormFields.LongText("change_text", context.Wording["form.changed_words"], words, context.Wording["form.changed_words_help"]),
        ];
}

/// <summary>
/// What a change puts in question (Policies/README.md "Reviews and triggers"): those answers are asked again, the others stay.
/// </summary>
internal static class ChangeTriggers
{
    /// <summary>Questions that are asked again; all of them where nobody said what changed, or the policy leaves it open.</summary>
    public static IReadOnlyList<string> Asks(IReadOnlyList<string> triggers, Policy policy)
    {
        var all = policy.Questions.Select(question => question.Id).ToList();
        var asks = triggers.Select(id => policy.Triggers.FirstOrDefault(trigger => trigger.Id == id)?.AsksAgain ?? []).ToList();
        if (asks.Count == 0 || asks.Exists(questions => questions.Count == 0))
            return all;
        return [.. all.Where(id => asks.Exists(questions => questions.Contains(id)))];
    }

    /// <summary>For a list to tick: the policy's own words where nobody wrote shorter ones.</summary>
    public static string Words(Trigger trigger, Context context) =>
        Texts.Clip(context.Wording.Has($"trigger.{trigger.Id}") ? context.Wording[$"trigger.{trigger.Id}"] : trigger.Words, 75);
}
