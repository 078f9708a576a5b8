using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>
/// "Something changed", begun at a message of anybody's that names a supplier on the register: the same form as on its card, with the words
/// of the message in it. Which supplier is meant is asked where the name is a guess, or several have it.
/// </summary>
public static class MessageChangeHandler
{
    /// <summary>The inputs of the form, which both channels read.</summary>
    public const string Supplier = "supplier";
    public const string Triggers = "triggers";
    public const string Words = "change_text";

    /// <summary>Entries to choose from.</summary>
    public const int MostOffered = 8;
    private const int LongestQuote = 600;
    private const int LongestName = 80;

    /// <param name="chosen">Among several; empty if there was nothing to choose.</param>
    /// <param name="offered">The target of the form's button: one entry, or several with commas between them.</param>
    public static Request.ChangeElsewhere Reported(string? chosen, string offered, string? triggers, string? words) =>
        new(
            !string.IsNullOrEmpty(chosen) ? chosen
                : offered.Contains(',', StringComparison.Ordinal) ? ""
                : offered,
            offered,
            triggers ?? "",
            words ?? ""
        );

    internal static Outcome Open(Request.ChangeFromMessage pointed, TurnState state, Actor actor, Policy policy, Context context)
    {
        var quote = Texts.Clip(TypedText.Lines(pointed.Message), LongestQuote);
        return state switch
        {
            { SameName: [var only], Case: { } current } => Refused(On(current, "", "", actor, state, policy, context))
                ?? Outcome.Say(Form([only], only.Id, "", quote, "", policy, context)),
            { SameName.Count: > 0 } or { Found.Count: > 0 } => Outcome.Say(
                Form([.. (state.SameName.Count > 0 ? state.SameName : state.Found).Take(MostOffered)], "", "", quote, "", policy, context)
            ),
            _ => Outcome.Say(Notice(context.Wording["change.nobody"])),
        };
    }

    internal static Outcome Begin(Request.ChangeElsewhere reported, TurnState state, Actor actor, Policy policy, Context context)
    {
        var wording = context.Wording;
        var triggers = reported.Triggers.Split(',').Where(id => policy.Triggers.Any(trigger => trigger.Id == id)).ToList();
        var problem =
            reported.Entry.Length == 0 ? wording["change.which"]
            : triggers.Count == 0 ? wording["changed.none"]
            : reported.Words.Length > CommentLength.Most
                ? wording.Fill(
                    "field.too_long",
                    ("n", CaseTexts.Number(reported.Words.Length)),
                    ("max", CaseTexts.Number(CommentLength.Most))
                )
            : "";
        if (problem.Length > 0 && state.Found.Count > 0)
            return Outcome.Say(Form(state.Found, reported.Entry, reported.Triggers, reported.Words, problem, policy, context));
        if (problem.Length > 0 || state is not { Case: { } current, Entry: not null })
            return Outcome.Say(Notice(problem.Length > 0 ? problem : wording["change.nobody"]));
        var request = On(current, reported.Triggers, reported.Words, actor, state, policy, context);
        if (Refused(request) is { } refused)
            return refused;
        var begun = StartReviewHandler.Changed(request);
        // One that was begun before goes on where it is.
        return begun.Draft is null && state.Draft is { } open && open.ReviewOrigin?.Of == current.Id && begun.Refused is null
            ? Outcome.Say(MessageRequestHandler.Started(open, wording))
            : begun;
    }

    private static CaseRequest On(Case current, string triggers, string words, Actor actor, TurnState state, Policy policy, Context context)
    {
        var values = new Dictionary<string, string> { [Triggers] = triggers, [Words] = words };
        var stamp = CardStamp.OfCase(current.Id, Slot.Receipt, current.ContentVersion);
        var press = new CardPress(Verbs.Changed, CaseForms.Sent, stamp, values, false);
        return CaseRequest.Of(new Request.ReportChange { Press = press }, current, actor, state, policy, context);
    }

    /// <summary>In words alone: nothing else of the case is for the place where the message stands.</summary>
    private static Outcome? Refused(CaseRequest request) =>
        StartReviewHandler.Unfit(request) is { Refused: { } reason, Answer: { } view } refused
            ? Outcome.Say(Notice(view.ErrorNotices is [var box, ..] ? $"{box.Lead} {box.Text}".Trim() : view.Plain)) with
            {
                Refused = reason,
            }
            : null;

    private static View.Form Form(
        IReadOnlyList<RegisterEntry> entries,
        string chosen,
        string triggers,
        string words,
        string problem,
        Policy policy,
        Context context
    )
    {
        var wording = context.Wording;
        var only = entries is [var one] && one.Id == chosen ? one : null;
        var title = only is null ? wording["change.title"] : wording.Fill("form.changed_title", ("supplier", Short(only)));
        IEnumerable<Field> which = only is not null
            ? []
            :
            [
                FormFields.One(
                    Supplier,
                    wording["change.which"],
                    chosen,
                    [.. entries.Select(entry => new FieldChoice(entry.Id, Short(entry)))]
                ),
            ];
        return new(
            title,
            words.Length > 0 && problem.Length == 0 ? [new LabelledText(wording["request.lead"])] : [],
            problem,
            [.. which, .. StartReviewHandler.ChangeFields(triggers, words, policy, context)],
            wording["change.foot"]
        )
        {
            Plain = Texts.Clip(title, 120),
            Buttons =
            [
                new(
                    wording["form.changed_send"],
                    Verbs.ChangeSupplier,
                    only?.Id ?? string.Join(',', entries.Select(entry => entry.Id)),
                    Style: ButtonStyle.Main,
                    Checks: true
                ),
            ],
        };
    }

    private static string Short(RegisterEntry entry) => Texts.Clip(TypedText.OneLine(EntryNames.Shown(entry)), LongestName);

    private static View.Notice Notice(string words) => new("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120) };
}
