namespace SupplierBot.Onboarding;

/// <summary>The intake room: everything that is about a request before it is sent.</summary>
public static class Drafting
{
    /// <summary>Begins the target of the button that deletes a draft and starts another; the new supplier's name follows.</summary>
    internal const string StartsNew = "new ";

    public static Outcome Handle(Desk desk, Input input, Actor actor, Policy policy, Context context) => input switch
    {
        Input.Installed => Outcome.Say(Notices.Welcome(actor, context.Wording)),
        Input.Said said => DraftTalk.Handle(DraftTalk.Read(said, desk, actor, policy, context), desk, actor, policy, context),
        Input.Pressed press => DraftPresses.Handle(press, desk, actor, policy, context),
        Input.PointedAt pointed => Requesting.Open(pointed, desk, actor, policy, context),
        Input.Requested requested => Requesting.Start(requested, desk, actor, policy, context),
        _ => new Outcome { Answer = null },
    };

    /// <summary>The actor's own draft, unless it is forgotten.</summary>
    internal static Sitting? SittingOf(Desk desk, Actor actor, Policy policy, Context context) =>
        desk.Draft is { } draft && draft.Owner.Id == actor.Id && IsKept(draft, context.DraftsKept, context.Now) ? new(draft, desk, actor, policy, context) : null;

    public static bool IsKept(Draft draft, TimeSpan kept, DateTimeOffset now) => draft.ChangedAt + kept > now;

    /// <summary>A text is asked for next, so that what is typed may be that text and no command.</summary>
    public static bool AwaitsText(Draft draft, Policy policy, DateOnly today) =>
        Interview.Replay(policy, draft, today) is Replayed.Asking(var page, _) && DraftTalk.Open(page, draft, policy) is not null;

    /// <summary>A new draft in place of any other; a name typed with the command is filled in.</summary>
    internal static Outcome Start(string name, Desk desk, Actor actor, Policy policy, Context context, string problem = "") =>
        Start(Named(name, policy, Answers.Empty), desk, actor, policy, context, problem);

    internal static Outcome Start(Answers answers, Desk desk, Actor actor, Policy policy, Context context, string problem = "")
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
        return new Sitting(draft, desk, actor, policy, context).AnswerAfterNaming(problem);
    }

    internal static Answers Named(string name, Policy policy, Answers answers) =>
        name.Length == 0 ? answers : PageReading.WithText(policy.Question("name"), name, answers);
}
