using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>A review is begun by the calendar or because something changed, and asks again (A.5.22).</summary>
public sealed class StartReviewHandlerTests
{
    [Fact]
    public void A_review_asks_every_page_again_with_the_old_answers_in_it()
    {
        var room = CaseScenario.Approved(CaseAnswers.Medium);
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        Assert.IsType<View.Page>(room.Last.Answer);
        Assert.Equal(room.Case!.Answers.One("purpose"), room.Draft!.Answers.One("purpose"));
        Assert.Equal(EntryStatus.Active, room.Entry.Status);
        room.SendAsItIs(CaseScenario.Rita);
        Assert.Equal("REQ-2027-0001", room.Case.Id);
        Assert.Equal(room.Earlier!.Id, room.Case.FollowsCase);
        Assert.Equal(
            (EntryStatus.UnderReview, room.Earlier.Id, "REQ-2027-0001"),
            (room.Entry.Status, room.Entry.CaseId, room.Entry.Review?.CaseId)
        );
        Assert.Equal(room.Earlier.EntryId, room.Case.EntryId);
    }

    [Fact]
    public void A_change_asks_again_only_what_it_touches()
    {
        var room = CaseScenario.Approved(CaseAnswers.Medium);
        room.Press(CaseScenario.Rita, "changed", slot: "receipt");
        Assert.IsType<View.Form>(room.Last.Answer);
        room.Press(CaseScenario.Rita, "changed", "sent", slot: "receipt");
        Assert.True(room.Says("changed.none"));
        room.Press(CaseScenario.Rita, "changed", "sent", slot: "receipt", values: [("triggers", "T6")]);
        Assert.Equal(["deal", "proof"], room.Draft!.AskAgain.Order(StringComparer.Ordinal));
        var pages = 0;
        for (; room.Last.Answer is View.Page; pages++)
            room.PressDraft(CaseScenario.Rita, "answer", [.. Values(room)]);
        Assert.Equal(2, pages);
        Assert.IsType<View.Summary>(room.Last.Answer);
    }

    [Theory]
    [InlineData("review", "renew.under_way")]
    [InlineData("changed", "renew.under_way")]
    [InlineData("exit", "renew.under_way")]
    public void Under_review_it_is_not_begun_twice(string command, string key)
    {
        var room = CaseScenario.UnderReview(CaseAnswers.Medium);
        room.PressEarlier(CaseScenario.Rita, command == "review" ? "renew" : command);
        Assert.True(room.Says(key));
        Assert.Null(room.Draft);
    }

    [Fact]
    public void The_second_to_send_a_review_reads_of_the_first()
    {
        var room = CaseScenario.Approved(CaseAnswers.Medium);
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        var draft = room.Draft!;
        var overtaken = SubmitHandler.Send(
            draft,
            draft.Answers,
            new TurnState
            {
                Draft = draft,
                Before = room.Case,
                Entry = room.Entry with { Review = new("REQ-2027-0009", EntryStatus.Active) },
            },
            CaseScenario.Rita,
            CaseScenario.Policy,
            room.Context
        );
        Assert.Equal("renew.under_way", overtaken.Refused);
        Assert.True(overtaken.ChangesNothing);
    }

    [Theory]
    [
        InlineData("renew"),
        InlineData("changed"),
        InlineData("exit"),
        InlineData("checked"),
        InlineData("report"),
        InlineData("incident"),
        InlineData("ended")
    ]
    public void Strangers_and_auditors_begin_nothing(string verb)
    {
        var room = CaseScenario.Approved(CaseAnswers.Medium);
        Assert.True(room.Press(CaseScenario.Stranger, verb, "sent").ChangesNothing);
        Assert.True(
            room.Press(
                CaseScenario.Auditor,
                verb,
                "sent",
                values: [("triggers", "T1"), ("note_text", "Long enough to be read"), ("exit_access", "closed")]
            ).ChangesNothing
        );
        Assert.Null(room.Draft);
    }

    [Theory]
    [InlineData("review", "renew.being_checked")]
    [InlineData("changed", "renew.being_checked")]
    [InlineData("exit", "renew.being_checked")]
    [InlineData("incident", "renew.being_checked")]
    public void What_is_not_decided_yet_is_not_reviewed(string command, string key)
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Say(CaseScenario.Rita, $"{command} SUP-31");
        Assert.True(room.Says(key));
        Assert.True(room.Last.ChangesNothing);
    }

    [Fact]
    public void A_half_filled_request_is_not_lost_to_a_review()
    {
        var room = CaseScenario.Approved(CaseAnswers.Medium);
        room.Say(CaseScenario.Rita, "new Other Notes");
        var draft = room.Draft!.Id;
        var before = room.Draft;
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        Assert.NotEqual(draft, room.Draft.Id);
        Assert.True(Assert.IsType<DraftChange.Save>(room.Last.Draft).PutsAside(before));
    }

    private static IEnumerable<(string, string)> Values(CaseScenario room)
    {
        var asking = (InterviewState.Asking)Interview.Replay(CaseScenario.Policy, room.Draft!, room.Calendar.Today(room.Now));
        return Interview
            .Questions(CaseScenario.Policy, asking.Page, room.Draft!.Answers)
            .Select(question => (question.Id, string.Join(',', room.Draft.Answers.Picked(question.Id))));
    }
}
