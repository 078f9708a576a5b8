namespace SupplierBot.Onboarding.Requests;

/// <summary>Questions about words, choices and the way a request goes; and "can I use" in other languages.</summary>
internal static class ExplanationShapes
{
    public static readonly SentenceShape[] All =
    [
        .. Explained(ExplainedTopic.HowLong, "how long *", "how fast *", "how much time *"),
        .. Explained(
            ExplainedTopic.HowItWorks,
            "how does|do this|it|that|the_process|approval|approvals|requests work",
            "how do you work",
            "what is|what's this",
            "what's|whats this",
            "what do you do",
            "explain [this|it|the_process]",
            "how do|can i|we start|request|buy|get [a|an|something|new] [new] [supplier|tool|app|something]"
        ),
        .. Explained(
            ExplainedTopic.Needed,
            "do|does i|we|this|it need|require this|that|it|approval|a_request|permission|to_ask|to_register|to_request [this|that|it]",
            "do|does i|we|this|it need|require this|that|it|approval|a_request|permission|to_ask|to_register [this|that|it] for|to {word}",
            "do i|we need|have to_request|to_register|to_add {word}"
        ),
        .. Explained(
            ExplainedTopic.Readers,
            "who sees|reads|gets|can_see|can_read|will_see|will_read my|the|our|these|this answers|answer|request|data|information|draft *",
            "is this|it confidential|private|public"
        ),
        .. Explained(
            ExplainedTopic.Optional,
            "skip [this|it|that|question|page]",
            "can|may i skip *",
            "what|what's|which is|are [questions] optional|required|mandatory",
            "what's optional|required|mandatory",
            "do i have_to answer *"
        ),
        .. Explained(ExplainedTopic.NotSure, "[i'm|i_am|we're|we_are] not_sure|unsure", "[i'm|i_am] not_sure about *"),
        .. Explained(
            ExplainedTopic.Term,
            "what's|what_is|whats the_difference between {word}",
            "[the] difference between {word}",
            "what does|do [a|an|the] {word} mean|stand_for",
            "what's|what_is|whats|what_are [a|an] {word}",
            "what is|are meant by {word}",
            "define|explain {word}"
        ),
        .. InAnotherLanguage(
            "puedo|podemos|posso usar|utilizar|usare {name}",
            "possiamo usare|utilizzare {name}",
            "kann|können|koennen|darf|dürfen ich|wir|man {name} nutzen|verwenden|benutzen|einsetzen",
            "puis-je|peut-on|pouvons-nous utiliser {name}",
            "est-ce que je peux utiliser {name}",
            "mag|kan|mogen|kunnen ik|we|wij {name} gebruiken",
            "czy mogę|moge|możemy używać|użyć|uzywac|uzyc {name}"
        ),
    ];

    private static IEnumerable<SentenceShape> Explained(ExplainedTopic topic, params string[] shapes) =>
        shapes.Select(shape => new SentenceShape(
            SentencePattern.Of(shape),
            true,
            caught => new Request.AskToExplain(topic, CommandText.Unwrapped(caught.Text("word")))
        ));

    private static IEnumerable<SentenceShape> InAnotherLanguage(params string[] shapes) =>
        shapes.Select(shape => new SentenceShape(SentencePattern.Of(shape), true, caught => new Request.AskInAnotherLanguage(caught.Name)));
}
