using SupplierBot.Onboarding.Register;

namespace SupplierBot.Onboarding.Requests;

public abstract partial record Request
{
    /// <summary>
    /// Words with a known shape that are no command. A sentence decides, sends, withdraws and changes nothing: its answer is words, a card,
    /// or a question with buttons.
    /// </summary>
    public abstract record Sentence : Request
    {
        /// <summary>The supplier as it was typed, or a number; empty where none was named.</summary>
        public virtual string About => "";

        /// <summary>What it is answered from.</summary>
        public virtual SentenceNeeds Needs => SentenceNeeds.Nothing;
    }

    // The register

    /// <param name="Purpose">What it is for, where that was said; empty where it was not.</param>
    public sealed record WantSupplier(string Name, string Purpose, WantedAs As) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.Register;
    }

    /// <summary>A freelancer or a contractor, who has no name yet.</summary>
    public sealed record HirePerson : Sentence;

    /// <summary>A web address and nothing else.</summary>
    /// <param name="Site">Its domain.</param>
    /// <param name="IsLink">It was a whole link, not the bare domain.</param>
    public sealed record NameSite(string Site, bool IsLink) : Sentence;

    /// <summary>"Is X approved for customer data?"</summary>
    /// <param name="Data">As typed; empty where no data was named.</param>
    public sealed record CheckSupplier(string Name, string Data) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.Register;
    }

    public sealed record FindForPurpose(string Purpose) : Sentence;

    public sealed record FindAlternatives(string Name) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.Register;
    }

    /// <summary>What of an entry may be shown to others: only of what may be used.</summary>
    /// <param name="Name">Or a number.</param>
    public sealed record ShowPassport(string Name) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.Register;
    }

    /// <summary>"register high not ready", "find" with nothing behind it.</summary>
    /// <param name="From">The first row of the page, whatever somebody sent.</param>
    /// <param name="Unread">Words that are no filter; empty where all were understood.</param>
    public sealed record ListRegister(RegisterFilter Filter, int From = 0, string Unread = "") : Sentence;

    /// <summary>"list incidents": the suppliers with the newest ones first.</summary>
    /// <param name="From">The first row of the page, whatever somebody sent.</param>
    public sealed record ListIncidents(int From = 0) : Sentence;

    /// <summary>"who has read the policy?"</summary>
    public sealed record ListPolicyReaders : Sentence;

    /// <summary>"audit trail", "accepted risks": where to find them.</summary>
    public sealed record AskForRecords(RecordTopic Topic) : Sentence;

    /// <param name="Tier">As typed; empty for all.</param>
    public sealed record CountSuppliers(string Tier) : Sentence
    {
        public override SentenceNeeds Needs => SentenceNeeds.WholeRegister;
    }

    public sealed record AskOwner(string Name) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.Register;
    }

    public sealed record AskNextReview(string Name) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.Register;
    }

    /// <summary>What happened to a supplier in use, and the form that is opened for it.</summary>
    /// <param name="Verb">Of the button: <see cref="Verbs.Changed"/>, <see cref="Verbs.Incident"/> or <see cref="Verbs.Exit"/>.</param>
    public sealed record ReportOnSupplier(string Name, string Verb) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.Register;
    }

    /// <summary>"I'm not the owner any more."</summary>
    public sealed record LeaveOwnership(string Name) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.Register;
    }

    // The person's own requests

    /// <summary>Something about one of the person's requests: which one is found by its name, or is the only open one.</summary>
    public sealed record AskOnRequest(RequestTopic Topic, string Name) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.OwnRequests | SentenceNeeds.Register;
    }

    /// <summary>"Forget it, we don't need X any more": a request is withdrawn, and what is in use is offboarded.</summary>
    public sealed record NoLongerNeeded(string Name) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.OwnRequests | SentenceNeeds.Register;
    }

    /// <summary>"Done, we signed the DPA."</summary>
    public sealed record SayConditionDone(string Text) : Sentence
    {
        public override SentenceNeeds Needs => SentenceNeeds.OwnRequests;
    }

    /// <summary>"I don't know, can I ask them?" while a reviewer waits.</summary>
    public sealed record DoNotKnow : Sentence
    {
        public override SentenceNeeds Needs => SentenceNeeds.OwnRequests;
    }

    // Approvers

    /// <summary>A decision in words: it opens the review or the form, and decides nothing.</summary>
    /// <param name="Name">Supplier or number; empty where none was named.</param>
    /// <param name="Verb"><see cref="Verbs.Approve"/> or <see cref="Verbs.Reject"/>.</param>
    /// <param name="Reason">For the form; empty where none was said.</param>
    public sealed record DecideInWords(string Name, string Verb, string Reason) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.Waiting;
    }

    /// <param name="FirstOnly">"What's next?", not "anything for me?".</param>
    public sealed record AskWhatWaits(bool FirstOnly) : Sentence
    {
        public override SentenceNeeds Needs => SentenceNeeds.Waiting;
    }

    public sealed record AssignByName(string Name, string Person) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.Waiting;
    }

    /// <summary>"Ask Rita where the data is stored."</summary>
    /// <param name="Person">The first word behind "ask".</param>
    public sealed record AskPerson(string Person, string Question) : Sentence
    {
        public override SentenceNeeds Needs => SentenceNeeds.Waiting;
    }

    /// <param name="Until">As typed; empty where no day was named.</param>
    public sealed record SayVacation(string Until) : Sentence;

    /// <inheritdoc cref="SayVacation"/>
    public sealed record AskStandIn(string Until) : Sentence;

    public sealed record AskWhyNotMe(string Name) : Sentence
    {
        public override string About => Name;
        public override SentenceNeeds Needs => SentenceNeeds.Waiting | SentenceNeeds.OwnRequests;
    }

    // The bot itself

    public sealed record AskToExplain(ExplainedTopic Topic, string Word) : Sentence
    {
        public override string About => Topic == ExplainedTopic.Term ? Word : "";
        public override SentenceNeeds Needs =>
            Topic switch
            {
                ExplainedTopic.Term => SentenceNeeds.Register,
                ExplainedTopic.NotSure => SentenceNeeds.OwnRequests,
                _ => SentenceNeeds.Nothing,
            };
    }

    /// <summary>A greeting, thanks, a complaint: words to the bot, about nothing.</summary>
    public sealed record MakeSmallTalk(SmallTalk Kind) : Sentence
    {
        public override SentenceNeeds Needs => Kind == SmallTalk.Greeting ? SentenceNeeds.Waiting : SentenceNeeds.Nothing;
    }

    /// <param name="Command">The one that the word is like.</param>
    public sealed record Mistyped(string Command, string Word) : Sentence
    {
        public override string About => Word;
        public override SentenceNeeds Needs => SentenceNeeds.Register;
    }

    /// <summary>"Can I use X" in another language.</summary>
    public sealed record AskInAnotherLanguage(string Name) : Sentence;

    /// <summary>The way from a channel to the person's own chat.</summary>
    public sealed record OpenOwnChat : Sentence;

    // About the open draft

    public sealed record BackToDraft : Sentence;

    public sealed record GoBack : Sentence;

    public sealed record StartOver : Sentence;
}
