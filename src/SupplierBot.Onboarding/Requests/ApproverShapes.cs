namespace SupplierBot.Onboarding.Requests;

/// <summary>What approvers say: it opens a review or a form, and decides nothing.</summary>
internal static class ApproverShapes
{
    private const string Away =
        "i'm|i_am|i'll_be|i_will_be|i'm_going|i_am_going on_vacation|on_holiday|on_holidays|on_leave|on_pto|on_parental_leave|on_sick_leave|sick|away|out|out_of_office|off|ooo";

    private static readonly string[] Because = [" because ", " since ", " as it ", ", ", "; ", ": ", " - ", " – "];
    private static readonly string[] NobodyByName = ["me", "us", "about", "for", "a", "an", "the", "to", "if", "how", "what", "security"];

    public static readonly SentenceShape[] All =
    [
        Asked(
            "[is_there|do_you_have|do_i_have|got|have_you_got] anything|something [new|waiting|pending|open] for_me|to_do|to_review|to_approve|to_decide",
            false
        ),
        Asked("anything|something waiting|pending|new|open [for_me]", false),
        Asked("what|what's|what_is|whats waiting|pending|open|due [for_me|on_me]", false),
        Asked("what do i have|need to_do|to_review|to_approve|to_decide", false),
        Asked("my [open] reviews|approvals|tasks", false),
        Asked("what's|what_is|whats next", true),
        Asked("[the] next [one]", true),
        Asked("what should i do|review|decide next", true),
        new(SentencePattern.Of("approve|accept"), false, _ => new Request.DecideInWords("", Verbs.Approve, "")),
        new(
            SentencePattern.Of("approve|accept [the] [request] [for|of|from] {name}"),
            false,
            caught => new Request.DecideInWords(caught.Name, Verbs.Approve, "")
        ),
        new(SentencePattern.Of("reject|decline|deny|refuse"), false, _ => new Request.DecideInWords("", Verbs.Reject, "")),
        new(SentencePattern.Of("reject|decline|deny|refuse {text}"), false, caught => Rejected(caught.Text("text"))),
        new(
            SentencePattern.Of("assign|give|hand [over] {name} to {person}"),
            false,
            caught => new Request.AssignByName(caught.Name, SpokenName.Of(caught.Text("person")))
        ),
        new(SentencePattern.Of("ask {text}"), false, caught => Question(caught.Text("text"))),
        new(SentencePattern.Of($"{Away} until|till|til|through {{until}}"), false, caught => new Request.SayVacation(caught.Text("until"))),
        new(SentencePattern.Of(Away), false, _ => new Request.SayVacation("")),
        new(
            SentencePattern.Of("vacation|holiday|holidays|on_vacation|on_holiday until|till|til {until}"),
            false,
            caught => new Request.SayVacation(caught.Text("until"))
        ),
        new(SentencePattern.Of("delegate until|till {until}"), false, caught => new Request.AskStandIn(caught.Text("until"))),
        new(SentencePattern.Of("delegate"), false, _ => new Request.AskStandIn("")),
        new(SentencePattern.Of("why can't|cannot|cant|may i|we [not] approve|decide|reject [on]"), true, _ => new Request.AskWhyNotMe("")),
        new(
            SentencePattern.Of("why can't|cannot|cant|may i|we [not] approve|decide|reject [on] {name}"),
            true,
            caught => new Request.AskWhyNotMe(caught.Name)
        ),
    ];

    private static SentenceShape Asked(string shape, bool firstOnly) =>
        new(SentencePattern.Of(shape), true, _ => new Request.AskWhatWaits(firstOnly));

    /// <summary>"Gong, too expensive", "Gong because it is too expensive".</summary>
    private static Request.DecideInWords Rejected(string text)
    {
        var ends = Because
            .Select(word => (At: text.IndexOf(word, StringComparison.OrdinalIgnoreCase), word.Length))
            .Where(found => found.At > 0)
            .OrderBy(found => found.At)
            .ToList();
        return ends is [var first, ..]
            ? new(SpokenName.Of(text[..first.At]), Verbs.Reject, text[(first.At + first.Length)..].Trim())
            : new(SpokenName.Of(text), Verbs.Reject, "");
    }

    /// <summary>"Rita where the data is stored".</summary>
    private static Request.AskPerson? Question(string text)
    {
        var words = CommandText.Words(text);
        return words.Count < 3 || NobodyByName.Contains(words[0].Plain)
            ? null
            : new(SpokenName.Of(words[0].Typed.TrimStart('@')), string.Join(' ', words.Skip(1).Select(word => word.Typed)));
    }
}
