using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>The short texts around the intake: welcome, help, unfinished, stopped (wording.md §2).</summary>
public static class Notices
{
    public static View InChannel(string name, Wording wording) => new View.Notice("", [new(wording.Fill("channel.line", ("command", name.Length > 0 ? $"new {name}" : "new")))]) { Plain = wording["channel.plain"] };

    internal static View Welcome(Actor actor, Wording wording) => new View.Notice(
        wording.Fill("welcome.title", ("firstName", actor.Person.FirstName)),
        [new(wording["welcome.what"]), new(wording["welcome.how"]), new(wording["welcome.already"])])
    {
        Plain = wording["welcome.plain"],
        Buttons =
        [
            new(wording["welcome.new"], "say", Says: "new", Style: ButtonStyle.Main),
            new(wording["welcome.mine"], "say", Says: "mine"),
            new(wording["welcome.help"], "say", Says: "help"),
        ],
    };

    internal static View Help(Actor actor, Draft? draft, Policy policy, Context context, string first = "")
    {
        var wording = context.Wording;
        var lines = new List<Line>();
        if (first.Length > 0) lines.Add(new(first));
        foreach (var command in new[] { "new", "can", "status", "mine", "find", "withdraw", "cancel" }) lines.Add(Said(command, wording));
        if (context.Roles.ReadsEverything(actor.Id)) lines.Add(Said("pending", wording));
        if (draft is not null) lines.Add(new(InDraft(draft, policy, wording)));
        return new View.Notice(wording["help.title"], lines)
        {
            Plain = wording["help.plain"],
            Buttons = draft is null
                ? [new(wording["welcome.new"], "say", Says: "new", Style: ButtonStyle.Main), new(wording["welcome.mine"], "say", Says: "mine")]
                : [new(wording["unfinished.continue"], "open", Style: ButtonStyle.Main), new(wording["welcome.mine"], "say", Says: "mine")],
            Stamp = draft is null ? Stamp.None : Stamp.OfDraft(draft.Id, "help", draft.Revision),
        };
    }

    internal static View Unfinished(Draft draft, string newName, Context context) => new View.Notice(
        context.Wording.Fill("unfinished.title", ("supplier", NameOf(draft, context.Wording))),
        [new(context.Wording.Fill("unfinished.line", ("day", Dates.Day(draft.ChangedAt, context))))])
    {
        Plain = context.Wording["unfinished.plain"],
        Stamp = Stamp.OfDraft(draft.Id, "unfinished", draft.Revision),
        Buttons =
        [
            new(context.Wording["unfinished.continue"], "open", Style: ButtonStyle.Main),
            new(context.Wording["unfinished.discard"], "discard", newName, Style: ButtonStyle.Danger),
        ],
    };

    internal static View Stopped(Draft draft, Wording wording) => new View.Notice("", [new(wording["cancel.line"])])
    {
        Plain = wording["cancel.plain"],
        Stamp = Stamp.OfDraft(draft.Id, "stopped", draft.Revision),
        Buttons = [new(wording["unfinished.continue"], "open"), new(wording["cancel.discard"], "discard", Discarding.Only, Style: ButtonStyle.Danger)],
    };

    internal static View Plainly(string text) => new View.Notice("", [new(text)]) { Plain = text.Length <= 120 ? text : text[..119] + "…" };

    internal static string NameOf(Draft draft, Wording wording) => draft.Answers.One("name") ?? wording["unfinished.nameless"];

    private static Line Said(string command, Wording wording) => new(wording[$"help.{command}.does"], wording[$"help.{command}.say"]);

    private static string InDraft(Draft draft, Policy policy, Wording wording)
    {
        var pages = Interview.Pages(policy, draft.Answers);
        var step = Interview.Replay(policy, draft.Answers) is Standing.Asking asking ? pages.TakeWhile(page => page.Id != asking.Page.Id).Count() + 1 : pages.Count;
        return wording.Fill("help.draft", ("n", step.ToString(CultureInfo.InvariantCulture)), ("supplier", NameOf(draft, wording)));
    }
}
