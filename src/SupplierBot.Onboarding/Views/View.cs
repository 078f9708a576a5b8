namespace SupplierBot.Onboarding.Views;

/// <summary>
/// What is shown, not how: finished sentences without mark-up, for the template of the same name (<c>View.Deciding</c> is filled into
/// <c>cards/teams/deciding.json</c>). Closed: only the records below. Empty strings and empty lists mean "leave it out".
/// </summary>
public abstract record View
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

    /// <summary>What <c>Problem</c> says was done: it is no problem.</summary>
    public bool Thanks { get; init; }

    /// <summary>A short text with buttons: welcome, help, unfinished, refusals, messages to the requester.</summary>
    /// <param name="Title">May be empty.</param>
    public sealed record Notice(string Title, IReadOnlyList<LabelledText> Lines, string Small = "") : View
    {
        public bool HasTitle => Title.Length > 0;
        public bool HasSmall => Small.Length > 0;
    }

    /// <summary>One page of the intake.</summary>
    /// <param name="Small">"Acme Notes · step 2 of at most 6 · saved".</param>
    /// <param name="Problem">"Some things need a look.", a notice about an old card, or empty.</param>
    public sealed record Page(string Title, string Small, string Problem, IReadOnlyList<Field> Fields, string Foot) : View
    {
        public bool HasProblem => Problem.Length > 0;
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
        public bool HasTitle => Title.Length > 0;
        public bool HasProblem => Problem.Length > 0 && !Thanks;
        public bool HasThanks => Problem.Length > 0 && Thanks;
        public bool HasFoot => Foot.Length > 0;
    }

    /// <summary>Before sending: the result, why, what is open, what happens next.</summary>
    public sealed record Summary(
        string Title,
        string Small,
        string Problem,
        string Tier,
        string TierWords,
        IReadOnlyList<string> Reasons,
        IReadOnlyList<LabelledText> Checks,
        string OpenTitle,
        IReadOnlyList<LabelledText> OpenPoints,
        IReadOnlyList<string> Quicker,
        IReadOnlyList<string> Next,
        IReadOnlyList<string> Contract,
        IReadOnlyList<LabelledText> Risks,
        IReadOnlyList<LabelledText> Answers,
        IReadOnlyList<Section> Sections,
        IReadOnlyList<Field> Fields,
        string Foot
    ) : View
    {
        public bool HasProblem => Problem.Length > 0;
        public bool HasChecks => Checks.Count > 0;
        public bool HasOpenPoints => OpenPoints.Count > 0;
        public bool HasQuicker => Quicker.Count > 0;
        public bool HasSmall => Small.Length > 0;
        public bool HasReasons => Reasons.Count > 0;
        public bool HasNext => Next.Count > 0;
        public bool HasContract => Contract.Count > 0;
        public bool HasRisks => Risks.Count > 0;
        public bool HasAnswers => Answers.Count > 0;
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
        public bool HasProblem => Problem.Length > 0 && !Thanks;
        public bool HasThanks => Problem.Length > 0 && Thanks;
        public bool HasSmall => Small.Length > 0;
        public bool HasDetails => Details.Count > 0;
    }

    /// <summary>The review card in a place of the role: the same for everybody, one <c>Review</c> button.</summary>
    public sealed record Review(
        string Title,
        string Small,
        string Tier,
        string Due,
        string Purpose,
        string From,
        IReadOnlyList<LabelledText> Details,
        string Why,
        string Open
    ) : View
    {
        /// <summary>Who sees the deciding view in its place without pressing anything: the channel's own ids, as many as it takes.</summary>
        public IReadOnlyList<string> RefreshFor { get; init; } = [];
        public bool Refreshes => RefreshFor.Count > 0;
        public bool HasSmall => Small.Length > 0;
        public bool HasDue => Due.Length > 0;
        public bool HasPurpose => Purpose.Length > 0;
        public bool HasFrom => From.Length > 0;
        public bool HasWhy => Why.Length > 0;
        public bool HasOpen => Open.Length > 0;
    }

    /// <summary>The deciding view: only for those who may decide.</summary>
    /// <param name="News">"Changed since …", "Sam approved …", "Carla is on it …".</param>
    /// <param name="Fields">terms, terms_ref, seen, suggested conditions.</param>
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
        string Why,
        IReadOnlyList<LabelledText> OpenPoints,
        IReadOnlyList<LabelledText> Checks,
        IReadOnlyList<Section> Sections,
        IReadOnlyList<Field> Fields,
        string IfApproved,
        string Foot
    ) : View
    {
        /// <summary>Earlier requests for what may be the same supplier: those that were refused stand out.</summary>
        public IReadOnlyList<LabelledText> Refused { get; init; } = [];
        public IReadOnlyList<LabelledText> Earlier { get; init; } = [];
        public bool HasRefused => Refused.Count > 0;
        public bool HasEarlier => Earlier.Count > 0;
        public bool HasProblem => Problem.Length > 0 && !Thanks;
        public bool HasThanks => Problem.Length > 0 && Thanks;
        public bool HasOpenPoints => OpenPoints.Count > 0;
        public bool HasChecks => Checks.Count > 0;
        public bool HasNews => News.Count > 0;
        public bool HasSmall => Small.Length > 0;
        public bool HasDue => Due.Length > 0;
        public bool HasPurpose => Purpose.Length > 0;
        public bool HasFrom => From.Length > 0;
        public bool HasWhy => Why.Length > 0;
        public bool HasIfApproved => IfApproved.Length > 0;
        public bool HasFoot => Foot.Length > 0;
    }

    /// <summary>The outcome, on every copy.</summary>
    /// <param name="Decisions">One line for each approval or the refusal: who, when, words.</param>
    public sealed record Decided(
        string Title,
        string Small,
        string Problem,
        IReadOnlyList<LabelledText> Decisions,
        IReadOnlyList<LabelledText> Conditions,
        IReadOnlyList<LabelledText> Details,
        IReadOnlyList<Section> Sections,
        string Foot
    ) : View
    {
        public bool HasProblem => Problem.Length > 0;
        public bool HasConditions => Conditions.Count > 0;
        public bool HasSmall => Small.Length > 0;
        public bool HasDetails => Details.Count > 0;
        public bool HasFoot => Foot.Length > 0;
    }

    /// <summary>One line of the register, for anyone.</summary>
    public sealed record Entry(string Title, IReadOnlyList<LabelledText> Lines) : View;

    /// <summary>mine, pending, find, status with several: groups of rows, and a choice "Pick one" with the buttons.</summary>
    /// <param name="Pick">The choice among the rows; null where no row can be opened.</param>
    public sealed record Entries(string Title, string Small, IReadOnlyList<EntryGroup> Groups, Field? Pick, string More) : View
    {
        public bool HasSmall => Small.Length > 0;
        public bool HasMore => More.Length > 0;
        public bool HasPick => Pick is not null;
    }
}

/// <param name="Title">May be empty.</param>
public sealed record EntryGroup(string Title, IReadOnlyList<LabelledText> Rows)
{
    public bool HasTitle => Title.Length > 0;
}
