using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>Short texts around the intake: welcome, help, the unfinished request, the way out of a channel.</summary>
public static class Notices
{
    private const int LongestSupplier = 60;
    private const int LongestButton = 40;
    private const int LongestSaying = 120;

    /// <summary>
    /// "new" in a channel: the intake is between the bot and one person. Nothing about a supplier is shown there but the name that was
    /// typed there.
    /// </summary>
    public static View InChannel(string name, Wording wording)
    {
        var says = name.Length == 0 ? "new" : $"new {Texts.Clip(name, LongestSupplier)}";
        return InPrivate(says, wording);
    }

    /// <summary>What is between the person and the bot: what was said, to be said again in their own chat.</summary>
    public static View InPrivate(string says, Wording wording) =>
        new View.Notice("", [new LabelledText(wording.Fill("channel.text", ("says", Texts.Clip(says, LongestSaying))))])
        {
            Plain = wording["channel.plain"],
            Buttons = [OwnChat(wording)],
        };

    internal static Button OwnChat(Wording wording) =>
        new(wording["talk.direct_chat_button"], Verbs.Say, Says: "open direct chat", Style: ButtonStyle.Main);

    /// <summary>A list in a channel has "Open", too; the case it opens is not for everybody there.</summary>
    public static View CaseInChannel(string caseId, Wording wording)
    {
        var words = wording.Fill("channel.case", ("id", caseId));
        return Plainly(words, words);
    }

    /// <summary>The answer is for who asked, and not for who reads along.</summary>
    public static View InOwnChat(bool said, Wording wording)
    {
        var words = wording[said ? "channel.own_chat" : "channel.ask_there"];
        return Plainly(words, words);
    }

    /// <summary>In a channel: what everybody may say, no matter who asks, and nothing of anybody's draft.</summary>
    public static View HelpForAll(Wording wording) =>
        new View.Notice(wording["help.title"], HelpLines.ForAll(wording))
        {
            Plain = wording["help.plain"],
            Buttons = [OwnChat(wording), Starts(wording), Mine(wording)],
        };

    /// <summary>The first words in the own chat of somebody who came from elsewhere.</summary>
    public static View Hello(Actor actor, Wording wording)
    {
        var words = wording.Fill("talk.hello", ("name", Texts.Clip(actor.Person.FirstName, LongestSupplier)));
        return new View.Notice("", [new LabelledText(words)])
        {
            Plain = Texts.Clip(words, 120),
            Buttons = [Starts(wording), Mine(wording)],
        };
    }

    internal static View Welcome(Actor actor, Wording wording) =>
        new View.Notice(
            WelcomeCard.Greeting(actor.Person, wording),
            [
                new LabelledText(wording["welcome.what"]),
                new LabelledText(wording["welcome.how"]),
                new LabelledText(wording["welcome.already"]),
            ]
        )
        {
            Plain = wording["welcome.plain"],
            Buttons = [Starts(wording), Mine(wording), new Button(wording["welcome.help"], Verbs.Say, Says: "help")],
        };

    /// <summary>What one can say, in groups: of those who ask, of those who decide, of admins. During a draft it begins there.</summary>
    internal static View Help(Draft? draft, Actor actor, Policy policy, Context context)
    {
        var wording = context.Wording;
        LabelledText[] where = draft is null ? [] : [new(Where(draft, policy, context))];
        Button[] first = draft is null ? [] : [Continue(wording)];
        var (decides, isAdmin) = (context.Roles.Decides(actor.Id), HelpLines.IsAdmin(actor.Id, context.Roles));
        return new View.Notice(wording["help.title"], [.. where, .. HelpLines.Of(actor.Id, context)])
        {
            Plain = wording["help.plain"],
            Stamp = draft is null ? CardStamp.None : CardStamp.OfDraft(draft.Id, "", draft.Revision),
            Buttons =
            [
                .. first,
                .. decides ? [new(wording["talk.pending_button"], Verbs.Say, Says: "pending"), Starts(wording)]
                : isAdmin
                    ?
                    [
                        new(wording["help.roles_button"], Verbs.Say, Says: "roles"),
                        new(wording["help.deliveries_button"], Verbs.Say, Says: "deliveries"),
                    ]
                : new[] { Starts(wording), Mine(wording) },
            ],
        };
    }

    internal static View Unfinished(Draft draft, string wantedName, Context context)
    {
        var wording = context.Wording;
        var supplier = DraftCards.SupplierOf(draft, LongestSupplier);
        return new View.Notice(
            "",
            [
                new LabelledText(
                    wording.Fill(
                        supplier.Length == 0 ? "unfinished.text_unnamed" : "unfinished.text",
                        ("supplier", supplier),
                        ("day", Dates.Day(draft.ChangedAt, context))
                    )
                ),
            ]
        )
        {
            Plain = wording["unfinished.plain"],
            Stamp = CardStamp.OfDraft(draft.Id, "", draft.Revision),
            Buttons =
            [
                DraftCards.Continue(draft, context) with
                {
                    Style = ButtonStyle.Main,
                },
                new(
                    wantedName.Length == 0
                        ? wording["unfinished.start_unnamed"]
                        : Texts.Clip(wording.Fill("unfinished.start", ("supplier", wantedName)), LongestButton),
                    Verbs.StartDraft,
                    wantedName
                ),
                new(wording["cancel.discard"], Verbs.Discard, Style: ButtonStyle.Danger),
            ],
        };
    }

    /// <summary>Of what was done before, where there is nothing else to show.</summary>
    public static View Done(Wording wording) => Nothing(wording["once.done"], wording);

    /// <summary>Whole days a draft is kept.</summary>
    internal static string Days(Context context) => CaseTexts.Number((int)context.DraftsKept.TotalDays);

    internal static View Stopped(Draft draft, Context context) =>
        new View.Notice("", [new LabelledText(context.Wording.Fill("cancel.text", ("days", Days(context))))])
        {
            Plain = context.Wording["cancel.plain"],
            Stamp = CardStamp.OfDraft(draft.Id, "", draft.Revision),
            Buttons = [Continue(context.Wording), new(context.Wording["cancel.discard"], Verbs.Discard, Style: ButtonStyle.Danger)],
        };

    /// <summary>A sentence, and the two ways on from where nothing is open.</summary>
    internal static View Nothing(string words, Wording wording) =>
        new View.Notice("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120), Buttons = [Starts(wording), Mine(wording)] };

    private static View Plainly(string words, string plain) => new View.Notice("", [new LabelledText(words)]) { Plain = plain };

    private static string Where(Draft draft, Policy policy, Context context)
    {
        var pages = Interview.Pages(policy, draft.Answers);
        var replayed = Interview.Replay(policy, draft, context.Calendar.Today(context.Now));
        var supplier = DraftCards.SupplierOf(draft, LongestSupplier);
        var named = supplier.Length == 0 ? context.Wording["help.unnamed"] : supplier;
        return replayed is InterviewState.Asking(var page, _)
            ? context.Wording.Fill(
                "help.draft",
                ("step", AssessedDraft.Number(pages.ToList().FindIndex(one => one.Id == page.Id) + 1)),
                ("supplier", named)
            )
            : context.Wording.Fill("help.draft_ready", ("supplier", named));
    }

    internal static Button Continue(Wording wording) => new(wording["unfinished.continue"], Verbs.Open, Style: ButtonStyle.Main);

    private static Button Starts(Wording wording) => new(wording["welcome.new"], Verbs.Say, Says: "new", Style: ButtonStyle.Main);

    private static Button Mine(Wording wording) => new(wording["welcome.mine"], Verbs.Say, Says: "mine");
}

/// <summary>A list says that lines are missing in it, instead of looking whole.</summary>
public static class UnreadableRowsNotice
{
    /// <param name="unread">Rows that could not be read for it.</param>
    public static View? On(View? view, int unread, Wording wording) =>
        (unread, view) switch
        {
            (0, _) => view,
            (_, View.Entries list) => list with
            {
                More = list.More.Length == 0 ? Words(unread, wording) : $"{list.More}. {Words(unread, wording)}",
            },
            (_, View.Notice notice) => notice with { Lines = [.. notice.Lines, new LabelledText(Words(unread, wording))] },
            _ => view,
        };

    private static string Words(int unread, Wording wording) => wording.Fill("list.unread", ("n", CaseTexts.Number(unread)));
}
