namespace SupplierBot.Onboarding;

/// <summary>A question to the requester, and its answer. The time to decide stands still in between.</summary>
internal static class Enquiring
{
    /// <summary>More at once is a letter nobody answers, and a card no client takes.</summary>
    private const int MostWaiting = 5;

    public static Outcome Ask(Hearing hearing)
    {
        if (Rights.Reviews(hearing) is { } refused) return refused;
        var text = hearing.Typed("question");
        if (text.Length == 0 && !hearing.FromForm) return Outcome.Say(Forms.Ask(hearing, ""));
        if (Rights.Stale(hearing) is { } stale) return stale;
        if (Lengths.Problem(text, hearing) is { Length: > 0 } problem) return Outcome.Say(Forms.Ask(hearing, problem));
        var about = hearing.Press.Picked("about").Where(hearing.Case.Assessment.OpenPoints.Contains).Distinct().ToList();
        if (IsRepeated(hearing, text, about)) return hearing.Refuse("ask.sent", ("requester", hearing.Case.Requester.Name));
        if (Answered(hearing, text, about) is { } before && Repeating.Asks(hearing, before.At, "ask") is { } question) return Repeating.Asked(hearing, Forms.AskAgain(hearing, question), "");
        return hearing.Case.Enquiries.Count(enquiry => enquiry.Waiting) < MostWaiting ? Asked(hearing, text, about) : Outcome.Say(Forms.Ask(hearing, TooMany(hearing)));
    }

    public static Outcome Reply(Hearing hearing)
    {
        if (Rights.Closed(hearing) is { } closed) return closed;
        if (!hearing.IsRequester && !hearing.IsOwner) return hearing.Refuse("refusal.requester_only", ("requester", hearing.Case.Requester.Name));
        if (Waiting(hearing) is not { } enquiry) return hearing.Refuse(Named(hearing) is null ? "reply.nothing_asked" : "reply.answered");
        var text = hearing.Typed("answer_text");
        var answers = OpenQuestions.Merge(hearing, OpenQuestions.Sent(hearing, enquiry.About));
        var changed = !answers.SameAs(hearing.Case.Answers);
        if (text.Length == 0 && !changed) return Outcome.Say(Forms.Reply(hearing, enquiry, [], hearing.Press.Values.ContainsKey("answer_text") ? hearing.Say("reply.empty") : ""));
        if (text.Length > Lengths.Most) return Outcome.Say(Forms.Reply(hearing, enquiry, [], Lengths.TooLong(text, hearing)));
        var missing = OpenQuestions.Missing(hearing.Policy, answers);
        return missing.Count > 0
            ? Outcome.Say(Forms.Reply(hearing, enquiry, missing, hearing.Say("form.came_up")))
            : Replied(hearing, enquiry, text, changed ? answers : null);
    }

    private static Outcome Asked(Hearing hearing, string text, IReadOnlyList<string> about)
    {
        var current = hearing.Case;
        var number = current.Enquiries.Count + 1;
        var after = (current with
        {
            Status = CaseStatus.InfoRequested,
            Enquiries = [.. current.Enquiries, new Enquiry(number, hearing.Actor.Person, hearing.Now, about, text, null, null, "")],
        }).Tell(ToldKind.Asked, number, current.Requester);
        var fact = hearing.Fact(FactKind.Asked, text, ("number", CaseWords.Number(number)), ("about", string.Join(',', about)));
        return hearing.Accept(after, fact, hearing.Say("story.asked", ("name", hearing.Actor.Person.Name)), hearing.FormOperation, hearing.Say("ask.sent", ("requester", current.Requester.Name)));
    }

    private static Outcome Replied(Hearing hearing, Enquiry enquiry, string text, Answers? answers)
    {
        var before = hearing.Case;
        var assessed = answers is null ? before with { ContentVersion = before.ContentVersion + 1 } : Reassessment.With(hearing, answers);
        var answered = assessed with
        {
            Enquiries = [.. assessed.Enquiries.Select(other => other.Number == enquiry.Number ? other with { AnsweredBy = hearing.Actor.Person, AnsweredAt = hearing.Now, Answer = text } : other)],
        };
        var after = answered.Enquiries.Any(other => other.Waiting) ? answered : Resumed(hearing, answered, enquiry);
        var fact = hearing.Fact(FactKind.Replied, text, [("number", CaseWords.Number(enquiry.Number)), .. answers is null ? [] : Reassessment.Details(before, after, hearing.Policy, hearing.Roles)]);
        return hearing.Accept(after, fact, hearing.Say("story.replied", ("name", hearing.Actor.Person.Name)), $"reply-{before.Id}-{enquiry.Number}", heard => CaseCards.Show(heard.Case, heard.SlotFor(enquiry), heard.Policy, heard.Context));
    }

    /// <summary>The due date moves by the working time that was waited; a change of tier has set it anew already.</summary>
    private static Case Resumed(Hearing hearing, Case after, Enquiry enquiry)
    {
        var redated = after.Assessment.Tier != hearing.Case.Assessment.Tier;
        return after with { Status = CaseStatus.InReview, DueAt = redated ? after.DueAt : Pauses.Moved(after.DueAt, PausedSince(after, enquiry), hearing.Now, hearing.Context.Calendar) };
    }

    /// <summary>When the wait began that ends now: questions may overlap.</summary>
    private static DateTimeOffset PausedSince(Case after, Enquiry last)
    {
        var since = last.At;
        foreach (var earlier in after.Enquiries.OrderByDescending(enquiry => enquiry.At))
        {
            if (earlier.At < since && earlier.AnsweredAt > since) since = earlier.At;
        }
        return since;
    }

    private static string TooMany(Hearing hearing) => hearing.Say("ask.too_many", ("n", CaseWords.Number(MostWaiting)), ("requester", hearing.Case.Requester.Name));

    private static bool IsRepeated(Hearing hearing, string text, IReadOnlyList<string> about) => Same(hearing, text, about).Any(enquiry => enquiry.Waiting);

    /// <summary>The newest of the same words that was answered; null where there is none.</summary>
    private static Enquiry? Answered(Hearing hearing, string text, IReadOnlyList<string> about) => Same(hearing, text, about).LastOrDefault(enquiry => !enquiry.Waiting);

    private static IEnumerable<Enquiry> Same(Hearing hearing, string text, IReadOnlyList<string> about) => hearing.Case.Enquiries.Where(enquiry =>
        enquiry.By.Id == hearing.Actor.Id && enquiry.Text == text && enquiry.About.SequenceEqual(about));

    /// <summary>
    /// The question named by the button or by the message, else the oldest that waits. Words that were sent to one question are never the answer
    /// to another, which may wait by the time they come a second time.
    /// </summary>
    private static Enquiry? Waiting(Hearing hearing)
    {
        if (Named(hearing) is { } named && (named.Waiting || hearing.Press.Values.Count > 0)) return named.Waiting ? named : null;
        return hearing.Case.Enquiries.FirstOrDefault(enquiry => enquiry.Waiting);
    }

    private static Enquiry? Named(Hearing hearing)
    {
        var told = Slots.Told(hearing.Case, hearing.SlotId);
        return hearing.Case.Enquiries.FirstOrDefault(enquiry => CaseWords.Number(enquiry.Number) == hearing.Press.Target)
            ?? hearing.Case.Enquiries.FirstOrDefault(enquiry => told is { Kind: ToldKind.Asked } && told.Number == enquiry.Number);
    }
}
