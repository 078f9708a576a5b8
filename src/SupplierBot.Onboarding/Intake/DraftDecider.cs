using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>The intake room: everything that is about a request before it is sent.</summary>
public static class DraftDecider
{
    /// <summary>Begins the target of the button that deletes a draft and starts another; the new supplier's name follows.</summary>
    internal const string StartsNew = "new ";

    public static Outcome Handle(TurnState state, Request request, Actor actor, Policy policy, Context context) =>
        request switch
        {
            Request.Installed => Outcome.Say(WelcomeCard.Show(actor, state, context)),
            Request.StartFromMessage pointed => MessageRequestHandler.Open(pointed, policy, context),
            Request.StartElsewhere asked => MessageRequestHandler.Start(asked, state, actor, policy, context),
            Request.ChangeFromMessage pointed => MessageChangeHandler.Open(pointed, state, actor, policy, context),
            Request.ChangeElsewhere reported => MessageChangeHandler.Begin(reported, state, actor, policy, context),
            Request.OnDraft { Press: { } press } pressed => DraftButtons.Handle(pressed, press, state, actor, policy, context),
            { Typed: not null } => DraftTypedText.Handle(request, state, actor, policy, context),
            _ => new Outcome { Answer = null },
        };

    /// <summary>The actor's own draft, unless it is forgotten.</summary>
    internal static DraftRequest? RequestOf(TurnState state, Actor actor, Policy policy, Context context) =>
        state.Draft is { } draft && draft.Owner.Id == actor.Id && IsKept(draft, context.DraftsKept, context.Now)
            ? new(draft, state, actor, policy, context)
            : null;

    public static bool IsKept(Draft draft, TimeSpan kept, DateTimeOffset now) => draft.ChangedAt + kept > now;

    /// <summary>A text is asked for next, so that what is typed may be that text and no command.</summary>
    public static bool AwaitsText(Draft draft, Policy policy, DateOnly today) =>
        Interview.Replay(policy, draft, today) is InterviewState.Asking(var page, _)
        && DraftTypedText.Open(page, draft, policy) is not null;

    /// <summary>A new draft in place of any other; a name typed with the command is filled in.</summary>
    internal static Outcome Start(string name, TurnState state, Actor actor, Policy policy, Context context, string problem = "") =>
        Start(Named(name, policy, Answers.Empty), state, actor, policy, context, problem);

    internal static Outcome Start(Answers answers, TurnState state, Actor actor, Policy policy, Context context, string problem = "") =>
        Begun(answers, state, actor, policy, context).AnswerAfterNaming(problem);

    internal static DraftRequest Begun(Answers answers, TurnState state, Actor actor, Policy policy, Context context)
    {
        var draft = new Draft
        {
            Id = context.NewId,
            Owner = actor.Person,
            Revision = 1,
            Answers = answers,
            StartedAt = context.Now,
            ChangedAt = context.Now,
        };
        return new(draft, state, actor, policy, context);
    }

    /// <summary>With what was said beside the name: what it is for, and a web address in the place of a name.</summary>
    internal static Answers Named(Request.StartDraft named, Policy policy, Answers answers)
    {
        var after = Named(named.Name, policy, answers);
        if (named.Purpose.Length > 0)
            after = PageReading.WithText(policy.Question("purpose"), named.Purpose, after);
        var isSite = named.Name.Contains('.', StringComparison.Ordinal) && !named.Name.Contains(' ', StringComparison.Ordinal);
        return isSite && WebAddress.LooksRight(named.Name) && policy.Questions.FirstOrDefault(one => one.Id == "website") is { } website
            ? PageReading.WithText(website, named.Name, after)
            : after;
    }

    internal static Answers Named(string name, Policy policy, Answers answers) =>
        name.Length == 0 ? answers : PageReading.WithText(policy.Question("name"), name, answers);
}
