namespace SupplierBot.Onboarding.Requests;

/// <summary>What people say about a request of theirs, and about a draft.</summary>
internal static class RequestShapes
{
    private static readonly string[] Papers =
    [
        "report",
        "certificate",
        "soc",
        "iso",
        "dpa",
        "contract",
        "agreement",
        "document",
        "documents",
        "file",
        "audit",
        "pentest",
    ];

    public static readonly SentenceShape[] All =
    [
        .. About(
            RequestTopic.News,
            true,
            "where_is|where's|wheres|where_are my|our|the request|requests|application [now]",
            "where_is|where's|wheres my|our|the request for|of|about {name}",
            "what's|what_is|whats the|my status [of_my_request|of_it]",
            "what's|what_is|whats the status of|for|with {name}",
            "[is_there|do_you_have] any|some news|update|updates|progress",
            "[is_there|do_you_have] any|some news|update|updates|progress on|about|for|from|with|of {name}",
            "how_is|how's|hows my request [doing|going|coming_along]",
            "how_is|how's|hows {name} doing|going|coming_along",
            "is|was|has|when_will|when_is it|this|my_request [already|been|be] approved|decided|done|ready|through [yet]",
            "has {name} been approved|decided|rejected [yet]",
            "what happened to|with {name}"
        ),
        .. About(
            RequestTopic.WhoDecides,
            true,
            "who approves|decides|reviews|has_to_approve|needs_to_approve|must_approve|can_approve|will_approve|signs_off [on|about] {name}"
        ),
        .. About(
            RequestTopic.WhyThisRisk,
            true,
            "why is|was|are {name} [so|that|a|at] low|medium|high|critical|high-risk|medium-risk|critical-risk|risky [risk]",
            "why low|medium|high|critical [risk]"
        ),
        .. About(
            RequestTopic.Faster,
            true,
            "[can|could|how_can|how_could|how_do] [you|we|i] make|get it|this|that [go|done] faster|quicker|sooner",
            "[can|could] it|this|that be|go [done|decided|approved] faster|quicker|sooner",
            "[can|could] [you|we|i] speed it|this|that|things up",
            "speed up [it|this|my_request|the_request]",
            "hurry [up]"
        ),
        .. About(
            RequestTopic.Urgent,
            false,
            "[it's|it_is|this_is|that's|its] [very|really|super|so|extremely] urgent|an_emergency *",
            "asap",
            "[i|we] need it|this|an_answer|an_approval asap|urgently|today|now|fast *"
        ),
        .. About(
            RequestTopic.ContractPoints,
            true,
            "[show|list|give|send|see] [me|us] [the|all|our] contract_points|clauses|contract_clauses",
            "[show|list|give|send|see] [me|us] [the|all|our] contract_points|clauses|contract_clauses for|of|about|with {name}",
            "what|which contract_points|clauses apply|are_needed|do_we_need|are_there",
            "what|which contract_points|clauses apply|are_needed|do_we_need|are_there to|for {name}"
        ),
        .. About(
            RequestTopic.Documents,
            true,
            "what|which documents|evidence|papers|certificates|docs do|must|should you|we|they|i need|want|ask_for|provide|send",
            "what|which documents|evidence|papers|certificates|docs do|must|should you|we|they|i need|want|ask_for|provide|send for|from|of|about {name}",
            "what|which documents|evidence|papers|certificates|docs are needed|required",
            "what|which documents|evidence|papers|certificates|docs are needed|required for|from {name}"
        ),
        new(
            SentencePattern.Of("here_is|here_are|here's|heres|attached_is|attached_are|i_attached|i_attach|find_attached {text}"),
            false,
            Paper
        ),
        .. About(
            RequestTopic.Mistake,
            false,
            "i|we|i've|we've made|have_made a|an|some mistake|typo|error|mistakes|errors *",
            "change|correct|fix|edit|update my|the|some|an answer|answers",
            "change|correct|fix|edit|update my|the|some|an answer|answers for|of {name}",
            "i|we answered|filled_in|ticked something|it|that wrong|wrongly *"
        ),
        new(SentencePattern.Of("forget it|that|about_it"), false, _ => new Request.NoLongerNeeded("")),
        new(SentencePattern.Of("i|we changed my|our mind"), false, _ => new Request.NoLongerNeeded("")),
        .. NoLongerNeeded(
            "[forget_it|never_mind|nevermind] we|i don't|do_not|dont need|want {name} any_more|anymore|any_longer",
            "[forget_it|never_mind|nevermind] we|i no_longer need|want {name}",
            "forget_it|never_mind|nevermind we|i don't|do_not|dont need|want {name}",
            "forget about {name}",
            "i|we changed my|our mind about {name}"
        ),
        new(SentencePattern.Of("cancel|stop|delete my|the|this request [for]"), false, _ => new Request.Withdraw()),
        new(
            SentencePattern.Of("cancel|stop|delete my|the|this request for {name}"),
            false,
            caught => new Request.Withdraw { Number = caught.Name }
        ),
        .. Done(
            "done {text}",
            "we|i signed|completed|finished|switched_off|turned_off|did {text}",
            "we|i have signed|completed|finished|switched_off|turned_off|done {text}",
            "we've|i've signed|completed|finished|switched_off|turned_off|done {text}"
        ),
        new(SentencePattern.Of("[i|we] don't|do_not|dont know *"), false, _ => new Request.DoNotKnow()),
        new(SentencePattern.Of("no idea"), false, _ => new Request.DoNotKnow()),
        new(SentencePattern.Of("can|could|should|may i|we ask them|the_supplier *"), true, _ => new Request.DoNotKnow()),
        new(SentencePattern.Of("continue [my|the|with_my] [request|draft]"), true, _ => new Request.BackToDraft()),
        new(SentencePattern.Of("back to my|the request|draft"), true, _ => new Request.BackToDraft()),
        new(SentencePattern.Of("[go|one_step] back"), true, _ => new Request.GoBack()),
        new(SentencePattern.Of("[the] previous|last step|page|question"), true, _ => new Request.GoBack()),
        new(SentencePattern.Of("start over|again|anew|afresh"), true, _ => new Request.StartOver()),
        new(SentencePattern.Of("restart"), true, _ => new Request.StartOver()),
        new(SentencePattern.Of("delete my|the|this draft"), true, _ => new Request.StartOver()),
    ];

    private static IEnumerable<SentenceShape> About(RequestTopic topic, bool firm, params string[] shapes) =>
        shapes.Select(shape => new SentenceShape(SentencePattern.Of(shape), firm, caught => new Request.AskOnRequest(topic, caught.Name)));

    private static IEnumerable<SentenceShape> NoLongerNeeded(params string[] shapes) =>
        shapes.Select(shape => new SentenceShape(SentencePattern.Of(shape), false, caught => new Request.NoLongerNeeded(caught.Name)));

    private static IEnumerable<SentenceShape> Done(params string[] shapes) =>
        shapes.Select(shape => new SentenceShape(
            SentencePattern.Of(shape),
            false,
            caught => new Request.SayConditionDone(caught.Text("text"))
        ));

    private static Request.AskOnRequest? Paper(CaughtWords caught) =>
        CommandText.Words(caught.Text("text")).Any(word => Papers.Contains(word.Plain)) ? new(RequestTopic.Evidence, "") : null;
}
