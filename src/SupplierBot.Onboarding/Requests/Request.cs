using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Requests;

/// <summary>
/// What a person, or the platform, asks the bot to do: read once, at the edge of the channel, by <see cref="RequestReader"/>, whether it
/// was typed, pressed, sent from a modal or said with a slash command. Closed: only the records below.
/// </summary>
public abstract partial record Request
{
    private Request() { }

    /// <summary>The words, where it was typed or said in somebody's place by a button; null for everything else.</summary>
    public TypedWords? Typed { get; init; }

    /// <summary>The button with everything that was filled in, where one was pressed; null for everything else.</summary>
    public CardPress? Press { get; init; }

    /// <summary>The bot was added to this conversation, or the person opened it for the first time.</summary>
    public sealed record Installed : Request;

    /// <summary>The bot was removed from this conversation.</summary>
    public sealed record Removed : Request;

    public sealed record ShowHelp : Request;

    /// <summary>Words that are clearly no command; they may be the answer to what was asked.</summary>
    public sealed record Unclear(string Text) : Request;

    // The register and lists

    /// <param name="Name">As it was typed; <see cref="AskedSupplier"/> says what may be meant.</param>
    public sealed record CanIUse(string Name) : Request;

    /// <param name="From">The first row of the page, whatever somebody sent.</param>
    public sealed record SearchRegister(string Text, int From = 0) : Request;

    /// <summary>The person's own requests.</summary>
    /// <inheritdoc cref="SearchRegister"/>
    public sealed record ShowMine(int From = 0) : Request;

    /// <summary>What waits for a decision.</summary>
    /// <inheritdoc cref="SearchRegister"/>
    public sealed record ShowPending(int From = 0) : Request;

    /// <summary>
    /// What is typed into a search box, which may be nothing yet: entries of the register from <paramref name="Skip"/> on.
    /// </summary>
    /// <param name="Take">1 to 25.</param>
    public sealed record BrowseRegister(string Text, int Skip, int Take) : Request;

    /// <summary>What the organisation decided about its suppliers, for everybody.</summary>
    /// <param name="Clause">The id, as it was typed or picked; empty where none was.</param>
    /// <param name="From">The first row of the page, whatever somebody sent.</param>
    public sealed record ShowPolicy(PolicyTopic Topic, string Clause = "", int From = 0) : Request
    {
        /// <summary>Others read along: a short form.</summary>
        public bool InPublic { get; init; }
    }

    // Drafts

    /// <param name="Name">The supplier, or empty.</param>
    public sealed record StartDraft(string Name) : Request
    {
        /// <summary>The name where the words are read the other way; empty where there is no other.</summary>
        public string Or { get; init; } = "";

        /// <summary>What it is for, where that was said with the name; empty where it was not.</summary>
        public string Purpose { get; init; } = "";

        /// <summary>The person knows what is on the register already, and means another.</summary>
        public bool Anyway { get; init; }
    }

    /// <summary>Somebody points at a message, of anybody's, that is about a supplier.</summary>
    /// <param name="Message">As plain text.</param>
    public sealed record StartFromMessage(string Message) : Request;

    /// <summary>A request is started from outside the person's own chat, with as much as was asked there.</summary>
    public sealed record StartElsewhere(string Name, string Purpose) : Request;

    /// <summary>Somebody points at a message, of anybody's, that says that something changed at a supplier.</summary>
    /// <param name="Message">As plain text.</param>
    public sealed record ChangeFromMessage(string Message) : Request;

    /// <summary>What changed is reported from outside the person's own chat.</summary>
    /// <param name="Entry">The number of the register entry.</param>
    /// <param name="Offered">The entries that were offered, where one had to be chosen; empty where none had.</param>
    /// <param name="Triggers">Ids of the policy, with commas between them.</param>
    public sealed record ChangeElsewhere(string Entry, string Offered, string Triggers, string Words) : Request;

    /// <summary>Pressed on a card of the intake, or typed about the open draft.</summary>
    public abstract record OnDraft : Request;

    public sealed record AnswerPage : OnDraft;

    public sealed record StepBack : OnDraft;

    public sealed record EditAnswers : OnDraft;

    public sealed record Submit : OnDraft;

    public sealed record CancelDraft : OnDraft;

    public sealed record DiscardDraft : OnDraft;

    public sealed record ShowDraft : OnDraft;

    /// <summary>Another draft beside the one that is open.</summary>
    public sealed record StartAnotherDraft : OnDraft;

    /// <summary>One of several drafts, by its id.</summary>
    public sealed record ContinueDraft : OnDraft;

    public sealed record ShowDetails : OnDraft;

    public sealed record UnknownOnDraft : OnDraft;

    // Cases and register entries

    /// <summary>About one case: that of the card it was pressed on, or the one whose number was typed.</summary>
    /// <param name="Verb">Of the button that asks for it.</param>
    public abstract record OnCase(string Verb) : Request
    {
        /// <summary>
        /// <c>REQ-2026-0012</c> or <c>SUP-0031</c> as it was typed, what was typed where it is neither; null where nothing was, and for a
        /// press.
        /// </summary>
        public string? Number { get; init; }

        /// <summary>The case or entry it names; null where it names none.</summary>
        public string? CaseId => Press is { } press ? press.CaseId : Number;
    }

    public sealed record ShowCase() : OnCase(Verbs.Open);

    /// <summary>From a form over the case.</summary>
    public sealed record BackToCase() : OnCase(Verbs.Back);

    /// <summary>Opens the deciding view.</summary>
    public sealed record ReviewCase() : OnCase(Verbs.Review);

    /// <summary>What a card has to open, where it cannot unfold.</summary>
    public sealed record ShowCaseDetails() : OnCase(Verbs.Details);

    public sealed record Approve() : OnCase(Verbs.Approve);

    public sealed record ApproveWithConditions() : OnCase(Verbs.ApproveWithConditions);

    public sealed record Reject() : OnCase(Verbs.Reject);

    /// <summary>The reviewer asks the requester.</summary>
    public sealed record RequestInformation() : OnCase(Verbs.Ask);

    public sealed record ProvideInformation() : OnCase(Verbs.Reply);

    public sealed record ResolveOpenPoint() : OnCase(Verbs.Settle);

    /// <summary>A reviewer raises the tier, or the CISO lowers it.</summary>
    public sealed record ChangeTier() : OnCase(Verbs.Tier);

    public sealed record ClaimCase() : OnCase(Verbs.Claim);

    /// <param name="Name">The person's, as typed.</param>
    public sealed record AssignCase(string Name) : OnCase(Verbs.Assign);

    public sealed record Remind() : OnCase(Verbs.Remind);

    public sealed record Withdraw() : OnCase(Verbs.Withdraw);

    /// <summary>The person's own newest press on a case, within the time for that.</summary>
    public sealed record Undo() : OnCase(Verbs.Undo);

    /// <summary>The answers of a sent request become a draft again.</summary>
    public sealed record ReuseAnswers() : OnCase(Verbs.Edit);

    public sealed record RevokeApproval() : OnCase(Verbs.Revoke);

    public sealed record ReportConditionDone() : OnCase(Verbs.Done);

    public sealed record ConfirmCondition() : OnCase(Verbs.Confirm);

    /// <summary>What was reported as done is not.</summary>
    public sealed record SendBackCondition() : OnCase(Verbs.SendBack);

    /// <summary>A known person becomes the owner in place of a name that nobody bears.</summary>
    public sealed record NameOwner() : OnCase(Verbs.NameOwner);

    /// <summary>What is in use gets another owner.</summary>
    /// <param name="Name">The new owner's, as typed; empty where a form asks for it.</param>
    public sealed record ChangeOwner(string Name) : OnCase(Verbs.ChangeOwner);

    /// <summary>The documents of a supplier, what is missing and what was made of the others.</summary>
    public sealed record ShowEvidence() : OnCase(Verbs.Evidence);

    public sealed record AddEvidence() : OnCase(Verbs.AddEvidence);

    /// <summary>Somebody who decides says whether a document is enough.</summary>
    public sealed record CheckEvidence() : OnCase(Verbs.CheckEvidence);

    public sealed record OpenEvidence() : OnCase(Verbs.OpenEvidence);

    /// <summary>What is known of the contract behind a supplier.</summary>
    public sealed record RecordContract() : OnCase(Verbs.Contract);

    /// <summary>How far each contract point is agreed.</summary>
    public sealed record ShowClauses() : OnCase(Verbs.Clauses);

    /// <summary>One contract point: its form, or what was filled in there.</summary>
    public sealed record SettleClause() : OnCase(Verbs.Clause);

    /// <summary>Many contract points that one document covers.</summary>
    public sealed record CoverClauses() : OnCase(Verbs.Cover);

    /// <summary>A change of the supplier's will do, or not; or somebody answers for a gap.</summary>
    public sealed record AcceptClause() : OnCase(Verbs.AcceptClause);

    /// <summary>The periodic review of what is in use.</summary>
    public sealed record StartReview() : OnCase(Verbs.Renew);

    /// <summary>Something changed: a review of what that puts in question.</summary>
    public sealed record ReportChange() : OnCase(Verbs.Changed);

    public sealed record RecordCheck() : OnCase(Verbs.Checked);

    public sealed record RecordReport() : OnCase(Verbs.Report);

    public sealed record ReportIncident() : OnCase(Verbs.Incident);

    public sealed record StartOffboarding() : OnCase(Verbs.Exit);

    public sealed record ConfirmOffboarding() : OnCase(Verbs.Ended);

    public sealed record UnknownOnCase(string Verb) : OnCase(Verb);
}

/// <summary>What was typed, beside what it asks for.</summary>
/// <param name="Text">Without mentions of the bot, trimmed.</param>
/// <param name="IfAwaited">What it asks for where a text was asked for: anything that is not clearly a command is that text, and
/// <see cref="Request.Unclear"/>.</param>
public sealed record TypedWords(string Text, Request IfAwaited)
{
    /// <summary>People the platform says were picked from its list: nobody can type one.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>A button or a slash command said it: it is a command, never the answer to what was asked.</summary>
    public bool Explicit { get; init; }
}
