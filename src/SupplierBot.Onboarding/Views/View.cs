namespace SupplierBot.Onboarding.Views;

/// <summary>
/// What is shown, not how: finished sentences without mark-up, for the template of the same name (<c>View.Deciding</c> is filled into
/// <c>cards/teams/deciding.json</c>). Closed: only the records below. Empty strings and empty lists mean "leave it out".
/// </summary>
public abstract partial record View
{
    private View() { }

    /// <summary>
    /// The whole in one sentence: Teams <c>summary</c>, Slack <c>text</c>, screen readers. At most 120 characters; never purpose, data or
    /// reasons.
    /// </summary>
    public required string Plain { get; init; }
    public CardStamp Stamp { get; init; } = CardStamp.None;
    public IReadOnlyList<Button> Buttons { get; init; } = [];
    public bool HasButtons => Buttons.Count > 0;

    /// <summary>Of a view that is about something with a tier.</summary>
    public TierBadge? Badge { get; init; }

    /// <summary>For a template, which repeats an element for each of a list and leaves it out where there is none.</summary>
    public IReadOnlyList<TierBadge> Badges => Badge is null ? [] : [Badge];

    /// <summary>What the view's <c>Problem</c> is; by default it says what was not done.</summary>
    public NoticeKind ProblemKind { get; init; } = NoticeKind.Error;

    /// <summary>Below the title.</summary>
    public IReadOnlyList<NoticeBox> TopNotices => ProblemKind == NoticeKind.Error ? [] : NoticeBox.Of(ProblemKind, Said);

    /// <summary>Directly above the buttons.</summary>
    public IReadOnlyList<NoticeBox> ErrorNotices => ProblemKind == NoticeKind.Error ? NoticeBox.Of(ProblemKind, Said) : [];

    /// <summary>What the notice says; may be empty.</summary>
    private protected virtual string Said => "";

    /// <summary>A short text with buttons: welcome, help, unfinished, refusals, messages to the requester.</summary>
    /// <param name="Title">May be empty.</param>
    public sealed record Notice(string Title, IReadOnlyList<LabelledText> Lines, string Small = "") : View
    {
        /// <summary>What can be said or opened, a line each.</summary>
        public IReadOnlyList<CardRow> Rows { get; init; } = [];
        public bool HasTitle => Title.Length > 0;
        public bool HasSmall => Small.Length > 0;
        public bool HasRows => Rows.Count > 0;
    }

    /// <summary>One page of the intake.</summary>
    /// <param name="Small">"Acme Notes · saved".</param>
    /// <param name="Problem">What the press before came to; may be empty.</param>
    public sealed record Page(string Title, string Small, string Problem, IReadOnlyList<Field> Fields, string Foot) : View
    {
        /// <summary>"Step 2 of 5"; empty where one answer is being changed.</summary>
        public string Step { get; init; } = "";

        public IReadOnlyList<Field> Asked => [.. Fields.Where(one => !one.Extra)];
        public IReadOnlyList<Field> Extras => [.. Fields.Where(one => one.Extra)];

        /// <summary>What those that nobody has to answer are about, in short.</summary>
        public string ExtrasSmall { get; init; } = "";
        public bool ExtrasOpen { get; init; }
        public bool ExtrasShut => !ExtrasOpen;
        public bool HasExtras => Extras.Count > 0;
        private protected override string Said => Problem;
        public bool HasStep => Step.Length > 0;
        public bool HasSmall => Small.Length > 0;
        public bool HasFoot => Foot.Length > 0;
    }

    /// <summary>
    /// A form over a case: conditions, reject, ask, settle, revoke, reply to a question, done with proof, withdraw with a reason.
    /// </summary>
    /// <param name="Title">May be empty: a dialog has one of its own.</param>
    public sealed record Form(string Title, IReadOnlyList<LabelledText> Lines, string Problem, IReadOnlyList<Field> Fields, string Foot)
        : View
    {
        /// <summary>What was filled in and can be opened again: the conditions so far.</summary>
        public IReadOnlyList<FormBlock> Blocks { get; init; } = [];

        /// <summary>What can be added with one press.</summary>
        public IReadOnlyList<CardRow> Rows { get; init; } = [];
        public string RowsTitle { get; init; } = "";
        public bool HasRows => Rows.Count > 0;
        public bool HasTitle => Title.Length > 0;
        private protected override string Said => Problem;
        public bool HasFoot => Foot.Length > 0;
    }

    /// <summary>Before sending: the result, why, what is open, what happens next.</summary>
    /// <param name="Why">In one sentence.</param>
    /// <param name="OpenPoints">The first few; all of them are among the answers.</param>
    /// <param name="Changes">What is different from what was sent before; empty where nothing was.</param>
    public sealed record Summary(
        string Title,
        string Small,
        string Problem,
        string Changes,
        string Tier,
        string TierWords,
        string Why,
        IReadOnlyList<LabelledText> Checks,
        string OpenTitle,
        IReadOnlyList<LabelledText> OpenPoints,
        IReadOnlyList<string> Quicker,
        IReadOnlyList<string> Next,
        IReadOnlyList<Section> Sections,
        IReadOnlyList<Field> Fields,
        string Foot
    ) : View
    {
        private protected override string Said => Problem;
        public bool HasChanges => Changes.Length > 0;
        public bool HasChecks => Checks.Count > 0;
        public bool HasOpenPoints => OpenPoints.Count > 0;
        public bool HasQuicker => Quicker.Count > 0;
        public bool HasSmall => Small.Length > 0;
        public bool HasWarnings => HasChecks || HasOpenPoints;
        public bool HasNext => Next.Count > 0;
        public bool HasWhy => Why.Length > 0;
        public bool HasFoot => Foot.Length > 0;
    }

    /// <summary>The requester's own card after sending; stays current until and after the decision.</summary>
    public sealed record Receipt(
        string Title,
        string Small,
        string Problem,
        IReadOnlyList<LabelledText> Details,
        IReadOnlyList<string> Lines,
        IReadOnlyList<Section> Sections
    ) : View
    {
        /// <summary>From sending to using, with where it is now and who has it.</summary>
        public IReadOnlyList<TimelineStep> Steps { get; init; } = [];
        public bool HasSteps => Steps.Count > 0;
        private protected override string Said => Problem;
        public bool HasSmall => Small.Length > 0;
        public bool HasDetails => Details.Count > 0;
    }

    /// <summary>The review card in a place of the role: the same for everybody.</summary>
    /// <param name="Tier">Who set the tier and why; empty where the answers give it.</param>
    public sealed record Review(
        string Title,
        string Small,
        string Tier,
        string Due,
        string Purpose,
        string From,
        IReadOnlyList<LabelledText> Details
    ) : View
    {
        /// <summary>
        /// Who sees the deciding view in its place without pressing anything: the channel's own ids, as many as it takes.
        /// </summary>
        public IReadOnlyList<string> RefreshFor { get; init; } = [];
        public bool Refreshes => RefreshFor.Count > 0;
        public bool HasSmall => Small.Length > 0;
        public bool HasTier => Tier.Length > 0;
        public bool HasDue => Due.Length > 0;
        public bool HasPurpose => Purpose.Length > 0;
        public bool HasFrom => From.Length > 0;
    }

    /// <summary>
    /// The deciding view: only for those who may decide. What is decided about first, then the buttons, then what can be opened.
    /// </summary>
    /// <param name="Tier">Who set the tier and why; empty where the answers give it.</param>
    /// <param name="News">"Changed since …", "Sam approved …", "Carla is on it …".</param>
    /// <param name="Fields">What a yes cannot do without: shown above the buttons.</param>
    public sealed record Deciding(
        string Title,
        string Small,
        string Problem,
        string Tier,
        string Due,
        string Purpose,
        string From,
        IReadOnlyList<string> News,
        IReadOnlyList<LabelledText> Details,
        IReadOnlyList<CardRow> OpenPoints,
        IReadOnlyList<LabelledText> Checks,
        IReadOnlyList<Section> Sections,
        IReadOnlyList<Field> Fields,
        string IfApproved,
        string Foot
    ) : View
    {
        /// <summary>Earlier requests for what may be the same supplier that were refused: they stand out.</summary>
        public IReadOnlyList<LabelledText> Refused { get; init; } = [];

        /// <summary>The way to what is agreed and seen, below the buttons; there is none where nothing is asked for.</summary>
        public IReadOnlyList<CardRow> Agreements { get; init; } = [];

        /// <summary>What can be said beside the yes: on Teams among what can be opened.</summary>
        public IReadOnlyList<Field> More { get; init; } = [];
        public bool HasMore => More.Count > 0;
        public bool HasRefused => Refused.Count > 0;
        private protected override string Said => Problem;
        public bool HasOpenPoints => OpenPoints.Count > 0;
        public bool HasChecks => Checks.Count > 0;
        public bool HasNews => News.Count > 0;
        public bool HasSmall => Small.Length > 0;
        public bool HasTier => Tier.Length > 0;
        public bool HasDue => Due.Length > 0;
        public bool HasPurpose => Purpose.Length > 0;
        public bool HasFrom => From.Length > 0;
        public bool HasIfApproved => IfApproved.Length > 0;
        public bool HasFoot => Foot.Length > 0;
    }

    /// <summary>What the deciding view has to open, where it cannot unfold: a modal on top of it.</summary>
    public sealed record Background(string Title, IReadOnlyList<Section> Sections) : View;

    /// <summary>The outcome, on every copy.</summary>
    /// <param name="Decisions">One line for each approval or the refusal: who, when, words.</param>
    /// <param name="Conditions">What must be done, how far it is, and the button for what waits to be confirmed.</param>
    public sealed record Decided(
        string Title,
        string Small,
        string Problem,
        IReadOnlyList<LabelledText> Decisions,
        IReadOnlyList<CardRow> Conditions,
        IReadOnlyList<LabelledText> Details,
        IReadOnlyList<Section> Sections,
        string Foot
    ) : View
    {
        private protected override string Said => Problem;

        /// <summary>Whether it may be used, before all else.</summary>
        public required NoticeBox Status { get; init; }
        public bool HasConditions => Conditions.Count > 0;
        public bool HasSmall => Small.Length > 0;
        public bool HasDetails => Details.Count > 0;
        public bool HasFoot => Foot.Length > 0;
    }
}
