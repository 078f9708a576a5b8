using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>
/// What was approved before anybody kept what was agreed stays in use, is asked about once, and is never "agreed" by itself.
/// </summary>
public sealed class UnrecordedAgreementsTests
{
    [Fact]
    public void Who_looks_after_it_is_asked_once_and_it_stays_in_use()
    {
        var room = FromBefore(CaseAnswers.Medium);
        var kept = room.Entry! with { AgreementsUnrecorded = false };
        Assert.Empty(EntryVerifier.Contradictions(kept, room.Case!, null));
        var asked = UnrecordedAgreements.Of(room.Case!, kept, room.Rules, room.Context)!;
        Assert.Equal((EntryStatus.Active, true), (asked.Entry!.Status, asked.Entry.AgreementsUnrecorded));
        Assert.Equal(
            new(NotificationKind.AgreementsUnrecorded, 1, Owner.Person),
            Assert.Single(asked.Case!.Notifications, one => one.Kind == NotificationKind.AgreementsUnrecorded)
        );
        Assert.Null(UnrecordedAgreements.Of(asked.Case, asked.Entry, room.Rules, room.Context));
        room.Write(asked.Case);
        var notice = Assert.IsType<View.Notice>(room.Show(Slots.IdOf(asked.Case.Notifications[^1])));
        Assert.Equal("What did we agree with Acme Notes?", notice.Title);
        Assert.Equal(["clauses", "contract"], notice.Buttons.Select(button => button.Verb));
    }

    [Fact]
    public void One_that_is_recorded_or_ended_is_not_asked_about()
    {
        var recorded = Approved(CaseAnswers.Medium);
        Assert.Null(UnrecordedAgreements.Of(recorded.Case!, recorded.Entry, recorded.Rules, recorded.Context));
        var before = FromBefore(CaseAnswers.Medium);
        Assert.Null(
            UnrecordedAgreements.Of(
                before.Case! with
                {
                    Offboarding = new(Sam.Person, before.Now, "", "", "", null, null, null),
                },
                before.Entry,
                before.Rules,
                before.Context
            )
        );
    }

    [Fact]
    public void The_first_contract_point_shuts_nothing_and_the_last_one_makes_it_recorded()
    {
        var room = FromBefore(CaseAnswers.Medium);
        var needed = ClauseLedger.Requirements(room.Rules, room.Case!.Answers, room.Case.Assessment).Clauses;
        Assert.Equal(["DPA", "AI-NOTRAIN"], needed);
        Settle(room, "DPA");
        Assert.Equal((EntryStatus.Active, true, null), (room.Entry!.Status, room.Entry.AgreementsUnrecorded, room.Case.Requirements));
        Assert.Equal(ClauseState.Agreed, room.Case.Clauses!.Single(item => item.Clause == "DPA").State);
        Settle(room, "AI-NOTRAIN");
        Assert.Equal((EntryStatus.Active, false), (room.Entry.Status, room.Entry.AgreementsUnrecorded));
        Assert.Equal(needed, room.Case.Requirements!.Clauses);
        Assert.Null(BrokenLink.FirstOf(room.Case, room.Facts));
    }

    /// <summary>From its review on it needs what everything else needs.</summary>
    [Fact]
    public void Its_next_review_asks_for_everything()
    {
        var room = FromBefore(CaseAnswers.Medium);
        room.Say(Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(Rita);
        Assert.Equal(["DPA", "AI-NOTRAIN"], room.Case!.Requirements!.Clauses);
        Assert.Equal(EntryStatus.UnderReview, room.Entry!.Status);
    }

    /// <summary>72 hours were agreed beside the review, and the review asks for 48.</summary>
    [Fact]
    public void What_is_agreed_beside_a_review_counts_only_as_far_as_the_review_asks()
    {
        var before = Approved(CaseAnswers.MediumInternal).Case!;
        before = before with
        {
            Clauses = [.. before.Clauses!.Select(item => item with { State = ClauseState.Agreed, At = item.At?.AddDays(9) })],
        };
        var review = With(CaseAnswers.High).Case! with { ReviewOrigin = new(before.Id, [], "", "") };
        var item = ClauseLedger.WithNewer(review, before, Policy).Clauses!.Single(one => one.Clause == "INC");
        Assert.Equal((ClauseState.Open, ClauseState.Agreed), (item.State, item.Proposed));
    }

    private static void Settle(CaseScenario room, string clause)
    {
        var form = Assert.IsType<View.Form>(room.Press(Sam, "clause", clause).Answer);
        room.Press(
            Sam,
            "clause",
            form.Buttons[0].Target,
            values: [("clause_state", "agreed"), ("clause_document", "MSA v3"), ("clause_section", "§4")]
        );
    }

    private static CaseScenario FromBefore(Answers answers)
    {
        var room = Approved(answers.OwnedBy(Owner));
        room.Write(room.Case! with { Requirements = null, Clauses = null });
        Assert.Equal((EntryStatus.Active, true), (room.Entry!.Status, room.Entry.AgreementsUnrecorded));
        return room;
    }
}
