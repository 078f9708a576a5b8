using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>Somebody said a sentence: what is needed to answer it, and the ways to answer. Nothing here changes anything.</summary>
internal sealed record SentenceRequest(TurnState State, Actor Actor, Policy Policy, Context Context)
{
    /// <summary>What a card of every client shows (src/SupplierBot.BotFramework/PROTOCOL.md "Cards").</summary>
    private const int MostButtons = 6;
    private const int LongestLabel = 40;
    private const int LongestName = 60;

    public DraftRequest? Draft => DraftDecider.RequestOf(State, Actor, Policy, Context);

    /// <summary>Those who decide have a queue; everybody else has their own requests.</summary>
    public bool Decides => Context.Roles.Decides(Actor.Id);

    /// <summary>Their work is to look: an auditor, or an admin who decides nothing.</summary>
    public bool OnlyReads => !Decides && Context.Roles.ReadsEverything(Actor.Id);

    /// <summary>The person's own requests that are not decided yet.</summary>
    public IReadOnlyList<CaseLine> Open => [.. State.Cases.Where(line => IsOpen(line) && Context.Roles.Same(line.Requester.Id, Actor.Id))];

    /// <summary>What waits for a decision, the most urgent first; nothing of their own.</summary>
    public IReadOnlyList<CaseLine> Waiting =>
        Decides ? [.. State.Pending.Where(line => line.Status == CaseStatus.InReview && line.Requester.Id != Actor.Id)] : [];

    public static bool IsOpen(CaseLine line) => line.Status is CaseStatus.InReview or CaseStatus.InfoRequested;

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> holes) => Context.Wording.Fill(key, holes);

    /// <summary>With the number as <c>n</c>.</summary>
    public string Count(string key, int number, params (string Name, string Value)[] holes) =>
        Say(key, [.. holes, ("n", CaseTexts.Number(number))]);

    /// <summary>The case that is meant, on behalf of this person; null where there is none that they may read.</summary>
    public CaseRequest? OnCase(Request.OnCase asked) =>
        State.Case is { } current && CaseRequest.Of(asked, current, Actor, State, Policy, Context) is { SeesWhole: true } request
            ? request
            : null;

    /// <summary>The first line is the answer, the second one what to do. A draft stays where it is, with the way back to it.</summary>
    public Outcome Reply(string words, params IReadOnlyList<Button> buttons) => Reply([words], CardStamp.None, buttons);

    public Outcome Reply(IReadOnlyList<string> lines, CardStamp stamp, params IReadOnlyList<Button> buttons) =>
        Outcome.Say(
            new View.Notice("", [.. lines.Where(line => line.Length > 0).Select(line => new LabelledText(line))])
            {
                Plain = Texts.Clip(TypedText.OneLine(lines[0]), 120),
                Stamp = stamp,
                Buttons = [.. WithWayBack(buttons).Take(MostButtons)],
            }
        );

    public Outcome Reply(CaseRequest on, IReadOnlyList<string> lines, params IReadOnlyList<Button> buttons) =>
        Reply(lines, CardStamp.OfCase(on.Case.Id, Slot.Receipt, on.Case.ContentVersion), buttons);

    /// <summary>The card itself, where nothing has to be said.</summary>
    public Outcome Show(View view) => Outcome.Say(view with { Buttons = [.. WithWayBack(view.Buttons).Take(MostButtons)] });

    public Button Says(string key, string says, ButtonStyle style = ButtonStyle.Plain) =>
        new(Context.Wording[key], Verbs.Say, Says: says, Style: style);

    /// <summary>Named after a supplier.</summary>
    public static Button Named(string name, string says) => new(Texts.Clip(name, LongestLabel), Verbs.Say, Says: says);

    public static string Short(string name) => Texts.Clip(TypedText.OneLine(name), LongestName);

    public Button New(ButtonStyle style = ButtonStyle.Main) => Says("button.new", "new", style);

    public Button Mine => Says("welcome.mine", "mine");
    public Button Help => Says("talk.help_button", "help");
    public Button CanIUse => Says("talk.can_i_use_button", "can I use");
    public Button Cancel => Says("talk.cancel_button", "never mind");
    public Button Pending => Says("talk.pending_button", "pending", ButtonStyle.Main);
    public Button Back => Says("talk.back_button", "continue", ButtonStyle.Main);

    public Button OpenCase(string id) => new(Context.Wording["button.open"], Verbs.Open, Target: id);

    public Button Review(CaseLine line) =>
        new(
            Texts.Clip(Say("talk.review_button", ("supplier", Short(line.Supplier))), LongestLabel),
            Verbs.Review,
            line.Id,
            Style: ButtonStyle.Main
        );

    public string Security => CaseTexts.Names(Context.Roles.Of(RoleNames.Security), Context);

    /// <summary>Suppliers on the register that may be meant, each once.</summary>
    public IReadOnlyList<string> Near => [.. State.Found.Select(entry => entry.Supplier).Distinct().Take(SupplierNames.MostGuesses)];

    /// <summary>The entries of the supplier that is meant for sure, or of the only one that may be.</summary>
    public IReadOnlyList<RegisterEntry> Entries =>
        State.SameName.Count > 0 ? State.SameName
        : Near.Count == 1 ? State.Found
        : [];

    private IEnumerable<Button> WithWayBack(IReadOnlyList<Button> buttons) =>
        Draft is null || buttons.Any(button => button.Says is "continue" || button.Verb is Verbs.Open && button.Target.Length == 0)
            ? buttons
            : [.. buttons.Take(MostButtons - 1), Back with { Style = buttons.Count == 0 ? ButtonStyle.Main : ButtonStyle.Plain }];
}
