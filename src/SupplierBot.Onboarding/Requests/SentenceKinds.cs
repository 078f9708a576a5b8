namespace SupplierBot.Onboarding.Requests;

/// <summary>What is read to answer a sentence, beside the draft.</summary>
[Flags]
public enum SentenceNeeds
{
    Nothing = 0,

    /// <summary>Entries of the name, or of names that are like it.</summary>
    Register = 1,

    /// <summary>The person's own cases.</summary>
    OwnRequests = 2,

    /// <summary>What waits for a decision, for those who may read it.</summary>
    Waiting = 4,

    /// <summary>Every entry, by name.</summary>
    WholeRegister = 8,
}

public enum WantedAs
{
    Bought,
    FreePlan,
    InUseAlready,
    OpenModel,
}

public enum RequestTopic
{
    News,
    WhoDecides,
    WhyThisRisk,
    Faster,
    Urgent,
    ContractPoints,
    Documents,
    Evidence,
    Mistake,
}

public enum ExplainedTopic
{
    HowLong,
    HowItWorks,
    Needed,
    Term,
    Readers,
    Optional,
    NotSure,
}

public enum SmallTalk
{
    Greeting,
    Thanks,
    Emoji,
    Acknowledgement,
    AboutTheBot,
    Complaint,
    Instruction,
    NeverMind,
}
