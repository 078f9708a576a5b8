using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Audit;

/// <summary>
/// What a case says otherwise than its events, in a sentence for each: the seal alone would say that something differs, and events of older
/// releases have none.
/// </summary>
public sealed class CaseVerifierTests
{
    private const string Unsealed = "what is kept of it is not what its newest fact sealed";
    private static readonly CaseScenario Rejected = Decided();

    public static readonly TheoryData<string, string> Changes = new()
    {
        { "requester", "its requester: " },
        { "sent", "the time it was sent is not that of its first fact" },
        { "status", "its status: Withdrawn is kept; its facts say Rejected" },
        { "outcome", "its outcome: Approved is kept; its facts say Rejected" },
        { "open", "it is Rejected and nobody decided" },
        { "by", "its person who decided: " },
        { "at", "the time of the decision is not that of its fact" },
        { "reason", "the reason of the decision is not the one in its fact" },
        { "tier", "its tier: Low is kept; its facts say High" },
        { "answers", "answers, clauses or tier are not those whose hash is in its facts" },
        { "content version", "its content version: " },
        { "approvals", "its number of approvals: 0 is kept; its facts say 1" },
        { "approver", "its person who approved: " },
        { "role", "its role of an approval: ciso is kept; its facts say security" },
        { "terms", "its contract terms of an approval: " },
        { "condition", "its state of condition 1: Confirmed is kept; its facts say Open" },
        { "questions", "its number of questions: 0 is kept; its facts say 1" },
        { "question", "question 1 is not the one in its fact" },
        { "answer", "the answer to question 1 is not the one in its fact" },
        { "claim", "who took it on is not who its facts say" },
        { "checked", "when it was checked first is not what its facts say" },
        { "reports", "its number of reports seen: 1 is kept; its facts say 0" },
        { "ended", "it is kept as being ended; no fact says so" },
    };

    [Fact]
    public void What_nobody_touched_says_what_its_events_say() => Assert.Empty(Found(Rejected.Case!, Rejected.Facts));

    [Theory, MemberData(nameof(Changes))]
    public void A_case_that_was_changed_contradicts_its_events(string changed, string words)
    {
        var kept = Changed(Rejected.Case!, changed);
        Assert.Contains(Found(kept, Rejected.Facts), sentence => sentence.StartsWith(words, StringComparison.Ordinal));
        // And where no event is sealed, as those of older releases are.
        Assert.Contains(Found(kept, [.. Rejected.Facts.Select(Without)]), sentence => sentence.StartsWith(words, StringComparison.Ordinal));
    }

    public static readonly TheoryData<string, string> TierFields = new()
    {
        { "none", "its facts say that somebody set its tier; the case does not" },
        { "by", "who set its tier, or when, is not what its facts say" },
        { "at", "who set its tier, or when, is not what its facts say" },
        { "to", "the tier that somebody set, or its end, is not what its facts say" },
        { "until", "the tier that somebody set, or its end, is not what its facts say" },
        { "for ever", "the tier that somebody set, or its end, is not what its facts say" },
        { "reason", "the reason for its tier is not the one in its fact" },
        { "from", Unsealed },
        { "content version", Unsealed },
        { "review", "the review that its tier asked for is not the one in its facts" },
        { "assessed", "its tier: High is kept; its facts say Medium" },
        { "computed", "its assessment is not what its answers and the decisions about them come to" },
        { "months", "its assessment is not what its answers and the decisions about them come to" },
        { "seats", "its assessment is not what its answers and the decisions about them come to" },
        { "suggested", "its assessment is not what its answers and the decisions about them come to" },
        { "clauses", "answers, clauses or tier are not those whose hash is in its facts" },
    };

    [Theory, MemberData(nameof(TierFields))]
    public void A_tier_that_was_set_is_what_its_event_says(string changed, string words)
    {
        var room = Approved(CaseAnswers.High);
        room.Press(
            Carla,
            "tier",
            "sent",
            values: [("tier", "Medium"), ("comment", "A short pilot without data."), ("until", "2027-03-01")]
        );
        var (kept, tier) = (room.Case!, room.Case!.TierChange!);
        Assert.Empty(Found(kept, room.Facts));
        var assessment = kept.Assessment;
        var other = changed switch
        {
            "none" => kept with { TierChange = null },
            "by" => kept with { TierChange = tier with { By = Sam.Person } },
            "at" => kept with { TierChange = tier with { At = tier.At.AddTicks(1) } },
            "to" => kept with { TierChange = tier with { To = Tier.Low } },
            "until" => kept with { TierChange = tier with { Until = new(2028, 3, 1) } },
            "for ever" => kept with { TierChange = tier with { Until = null } },
            "reason" => kept with { TierChange = tier with { Reason = "They asked nicely for it." } },
            "from" => kept with { TierChange = tier with { From = Tier.Critical } },
            "content version" => kept with { TierChange = tier with { ContentVersion = 9 } },
            "review" => kept with { ReviewDue = new(2030, 1, 1) },
            "assessed" => kept with { Assessment = assessment with { Tier = Tier.High } },
            "computed" => kept with { Assessment = assessment with { ComputedTier = null } },
            "months" => kept with { Assessment = assessment with { ReviewMonths = 36 } },
            "seats" => kept with { Assessment = assessment with { Approvals = [new(1, "security", 3)] } },
            "suggested" => kept with { Assessment = assessment with { SuggestedConditions = [] } },
            _ => kept with { Assessment = assessment with { Clauses = [.. assessment.Clauses.Skip(1)] } },
        };
        Assert.Contains(words, Found(other, room.Facts));
        Assert.Contains(Unsealed, Found(other, room.Facts));
    }

    [Fact]
    public void A_tier_that_nobody_set_is_named()
    {
        var kept = Rejected.Case!;
        var set = kept with { TierChange = new(Tier.High, Tier.Critical, Sam.Person, kept.SubmittedAt, "", null, 1) };
        Assert.Contains("its tier is kept as set by somebody; no fact says so", Found(set, Rejected.Facts));
    }

    [Fact]
    public void A_raised_tier_that_a_review_kept_is_what_its_first_event_says()
    {
        var room = Approved(CaseAnswers.Medium);
        room.Press(Sam, "tier", "sent", values: [("tier", "High"), ("comment", "They were in the news.")]);
        room.Say(Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(Rita);
        var kept = room.Case!;
        Assert.Empty(Found(kept, room.Facts));
        Assert.Contains("its facts say that somebody set its tier; the case does not", Found(kept with { TierChange = null }, room.Facts));
        Assert.Contains(
            "who set its tier, or when, is not what its facts say",
            Found(kept with { TierChange = kept.TierChange! with { By = Priya.Person } }, room.Facts)
        );
        Assert.Contains(
            "the reason for its tier is not the one in its fact",
            Found(kept with { TierChange = kept.TierChange! with { Reason = "" } }, room.Facts)
        );
    }

    [Fact]
    public void What_only_the_seal_holds_is_proved_by_it() =>
        Assert.Equal([Unsealed], Found(Rejected.Case! with { DueAt = Rejected.Case!.DueAt.AddDays(1) }, Rejected.Facts));

    [Fact]
    public void A_text_of_the_history_may_go_only_with_the_text_of_an_event()
    {
        var kept = Rejected.Case!;
        var other = kept with { History = [.. kept.History.Select(line => line with { Words = "Nothing happened." })] };
        Assert.Equal([Unsealed], Found(other, Rejected.Facts));
        var erased = kept with { Decision = kept.Decision! with { Reason = "" }, History = other.History };
        Assert.Empty(Found(erased, WithoutText(Rejected.Facts)));
        Assert.Equal([Unsealed], Found(erased with { DueAt = kept.DueAt.AddDays(1) }, WithoutText(Rejected.Facts)));
    }

    [Fact]
    public void A_seal_that_was_taken_away_is_missed() =>
        Assert.Equal(
            ["its newest fact seals nothing, and an older one does"],
            Found(Rejected.Case!, [.. Rejected.Facts.SkipLast(1), Without(Rejected.Facts[^1])])
        );

    [Fact]
    public void Events_that_no_case_has_are_named()
    {
        var events = Rejected.Facts;
        Assert.Contains("fact 2 is Asked: a case begins with Submitted and has one", Found(Rejected.Case!, events[1..]));
        Assert.Contains("question 1 is answered and was never asked", Found(Rejected.Case!, [events[0], .. events[2..]]));
        Assert.Contains(
            "fact 2 is RoleGiven, which is no fact of a case",
            Found(Rejected.Case!, [events[0], Of(events[1], AuditEventKind.RoleGiven)])
        );
    }

    private static CaseScenario Decided()
    {
        var room = With(CaseAnswers.High);
        room.Press(Sam, "ask", "sent", values: [("question", "Who has the contract?")]);
        room.Press(Rita, "reply", "1", values: [("answer_text", "Legal has it.")]);
        room.ApproveIf(Sam, "Name a fallback and try it.");
        room.Reject(Priya);
        return room;
    }

    private static Case Changed(Case kept, string changed)
    {
        var (decision, approval, question) = (kept.Decision!, kept.Approvals[0], kept.InformationRequests[0]);
        return changed switch
        {
            "requester" => kept with { Requester = Priya.Person },
            "sent" => kept with { SubmittedAt = kept.SubmittedAt.AddDays(-1) },
            "status" => kept with { Status = CaseStatus.Withdrawn },
            "outcome" => kept with { Decision = decision with { Outcome = CaseStatus.Approved } },
            "open" => kept with { Decision = null },
            "by" => kept with { Decision = decision with { By = Sam.Person } },
            "at" => kept with { Decision = decision with { At = decision.At.AddDays(1) } },
            "reason" => kept with { Decision = decision with { Reason = "All is well, please ask again." } },
            "tier" => kept with { Assessment = kept.Assessment with { Tier = Tier.Low } },
            "answers" => kept with { Answers = kept.Answers.With("stop", "nothing") },
            "content version" => kept with { ContentVersion = kept.ContentVersion + 1 },
            "approvals" => kept with { Approvals = [] },
            "approver" => kept with { Approvals = [approval with { By = Priya.Person }] },
            "role" => kept with { Approvals = [approval with { Role = "ciso" }] },
            "terms" => kept with { Approvals = [approval with { Terms = ContractTerms.Covered }] },
            "condition" => kept with { Conditions = [kept.Conditions[0] with { State = ApprovalConditionState.Confirmed }] },
            "questions" => kept with { InformationRequests = [] },
            "question" => kept with { InformationRequests = [question with { Text = "Is all well?" }] },
            "answer" => kept with { InformationRequests = [question with { Answer = "Nobody has it." }] },
            "claim" => kept with { Claim = new(Sam.Person, kept.SubmittedAt) },
            "checked" => kept with { CheckedAt = kept.SubmittedAt },
            "reports" => kept with { ReportsSeen = 1 },
            "ended" => kept with { Offboarding = new(Rita.Person, kept.SubmittedAt, "", "", "", null, null, null) },
            _ => throw new ArgumentOutOfRangeException(nameof(changed)),
        };
    }

    private static IReadOnlyList<string> Found(Case kept, IReadOnlyList<ChainedEvent> events) =>
        CaseVerifier.Contradictions(kept, events, CaseScenario.Policy);

    private static ChainedEvent Of(ChainedEvent chained, AuditEventKind kind) =>
        chained with
        {
            Event = chained.Event with { Kind = kind },
        };

    private static ChainedEvent Without(ChainedEvent chained) =>
        chained with
        {
            Event = chained.Event with
            {
                Details =
                [
                    .. chained.Event.Details.Where(detail =>
                        detail.Key is not (CaseSeal.Detail or CaseSeal.CoreDetail or "status" or "version")
                    ),
                ],
            },
        };

    private static ChainedEvent[] WithoutText(IReadOnlyList<ChainedEvent> events) =>
        [.. events.SkipLast(1), events[^1] with { Event = events[^1].Event with { Comment = "", Salt = "" } }];
}
