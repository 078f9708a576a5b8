using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>Questions to the requester, and what a reviewer settles alone: both count at once.</summary>
public sealed class InformationRequestHandlerTests
{
    [Fact]
    public void A_question_stops_the_clock_and_its_answer_counts()
    {
        var room = With(CaseAnswers.MediumTrainingOpen);
        var due = room.Case!.DueAt;
        room.Press(Sam, "ask", "sent", values: [("question", "May they train on it?"), ("about", "training,stop")]);
        Assert.Equal(CaseStatus.InfoRequested, room.Case!.Status);
        Assert.Equal(["training"], room.Case.InformationRequests[0].About);
        var form = Assert.IsType<View.Form>(room.Show("told-Asked-1-teams:rita"));
        Assert.Equal(["training", "answer_text"], form.Fields.Select(field => field.Id));
        room.Now = room.Now.AddDays(2);
        room.Press(Rita, "reply", "1", slot: "told-Asked-1-teams:rita", values: [("training", "no"), ("answer_text", "")]);
        Assert.Equal(CaseStatus.InReview, room.Case!.Status);
        Assert.Equal("no", room.Case.Answers.One("training"));
        Assert.Empty(room.Case.Assessment.OpenPoints);
        Assert.Equal(due.AddDays(4), room.Case.DueAt); // Fri 20 Nov and two working days: Tue 24 Nov
        Assert.Equal(2, room.Case.ContentVersion);
    }

    [Fact]
    public void Who_asked_is_told_that_the_answer_came_and_the_review_says_so()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Sam, "ask", "sent", values: [("question", "Who has the contract?")]);
        Assert.DoesNotContain("answered", Assert.IsType<View.Review>(room.Show("review-security")).Due, StringComparison.Ordinal);
        room.Press(Rita, "reply", "1", values: [("answer_text", "Legal has it.")]);
        Assert.Contains(new(NotificationKind.Answered, 1, Sam.Person), room.Case!.Notifications);
        var told = Assert.IsType<View.Notice>(room.Show("told-Answered-1-teams:sam"));
        Assert.Equal("Rita answered: Acme Notes", told.Title);
        Assert.Equal("You asked: “Who has the contract?” Rita answered: “Legal has it.”", told.Lines[0].Text);
        Assert.DoesNotContain("Legal", told.Plain, StringComparison.Ordinal);
        Assert.Equal("review", Assert.Single(told.Buttons).Verb);
        Assert.Contains(
            "Rita answered Sam's question on Tue 17 Nov",
            Assert.IsType<View.Review>(room.Show("review-security")).Due,
            StringComparison.Ordinal
        );
        room.Approve(Priya);
        told = Assert.IsType<View.Notice>(room.Show("told-Answered-1-teams:sam"));
        Assert.Contains("nothing left to look at", told.Lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paused_deadline_says_until_when()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Sam, "ask", "sent", values: [("question", "Who has the contract?")]);
        // Three weeks after Tue 17 Nov.
        Assert.StartsWith(
            "Deadline paused until Rita replies; closes by itself on Tue 8 Dec",
            Assert.IsType<View.Review>(room.Show("review-security")).Due,
            StringComparison.Ordinal
        );
        var receipt = Assert.IsType<View.Receipt>(room.Show("receipt"));
        Assert.Contains(
            new("Deadline paused until you reply. Without a reply, the request closes by itself on Tue 8 Dec.", "Decision due"),
            receipt.Details
        );
        Assert.DoesNotContain(receipt.Details, detail => detail.Text.Contains("20 Nov", StringComparison.Ordinal));
        Assert.Null(room.Entry!.DueAt);
        room.Now = room.Now.AddDays(2);
        room.Press(Rita, "reply", "1", values: [("answer_text", "Legal has it.")]);
        receipt = Assert.IsType<View.Receipt>(room.Show("receipt"));
        Assert.Contains(receipt.Details, detail => detail.Text.StartsWith("Tue 24 Nov", StringComparison.Ordinal));
        Assert.Equal(room.Case!.DueAt, room.Entry!.DueAt);
    }

    [Fact]
    public void An_answer_to_one_of_two_questions_promises_no_day()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Sam, "ask", "sent", values: [("question", "Who has the contract?")]);
        room.Press(Priya, "ask", "sent", values: [("question", "Where is the data kept?")]);
        room.Press(Rita, "reply", "1", values: [("answer_text", "Legal has it.")]);
        Assert.Equal(CaseStatus.InfoRequested, room.Case!.Status);
        Assert.Equal(
            "Thanks. Sam has your answer. Another question is still waiting for you.",
            Assert.IsType<View.Notice>(room.Show("told-Asked-1-teams:rita")).Lines[0].Text
        );
    }

    [Theory]
    [InlineData("16:50", 16, 0)]
    [InlineData("09:00", 24, 1)]
    public void An_answer_overnight_moves_the_date_by_the_working_time_it_took_and_not_by_the_night(string asked, int hours, int days)
    {
        var room = With(CaseAnswers.Medium);
        var due = room.Case!.DueAt;
        room.Now = new DateTimeOffset(
            DateOnly
                .FromDateTime(room.Now.DateTime)
                .AddDays(1)
                .ToDateTime(TimeOnly.Parse(asked, System.Globalization.CultureInfo.InvariantCulture)),
            TimeSpan.Zero
        );
        room.Press(Sam, "ask", "sent", values: [("question", "Who has the contract?")]);
        room.Now = room.Now.AddHours(hours);
        room.Press(Rita, "reply", "1", values: [("answer_text", "Legal has it.")]);
        Assert.Equal(CaseStatus.InReview, room.Case!.Status);
        Assert.Equal(days == 0 ? due : due.AddDays(3), room.Case.DueAt); // Fri 20 Nov, or Mon 23
    }

    [Fact]
    public void An_answer_in_words_alone_keeps_a_yes_but_makes_older_cards_stale()
    {
        var room = With(CaseAnswers.High);
        room.Approve(Sam);
        room.Press(Priya, "ask", "sent", values: [("question", "Who has the contract?")]);
        room.Press(Rita, "reply", "1", values: [("answer_text", "Legal has it.")]);
        Assert.Single(room.Case!.Approvals);
        room.Press(Priya, "approve", version: 1, values: [("terms", "agreed"), ("terms_ref", "MSA v3")]);
        Assert.True(room.Says("refusal.stale"), room.Problem);
    }

    [Fact]
    public void The_same_question_twice_is_asked_once()
    {
        var room = With(CaseAnswers.Medium);
        for (var time = 0; time < 2; time++)
            room.Press(Sam, "ask", "sent", values: [("question", "Who has the contract?")]);
        Assert.Single(room.Case!.InformationRequests);
    }

    [Fact]
    public void Five_questions_wait_at_once_and_the_sixth_keeps_its_words_on_the_form()
    {
        var room = With(CaseAnswers.Medium);
        for (var number = 1; number <= 6; number++)
            room.Press(Sam, "ask", "sent", values: [("question", $"Question {number}: who has the contract?")]);
        Assert.Equal(5, room.Case!.InformationRequests.Count);
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.StartsWith("Rita already has 5 open questions.", form.Problem, StringComparison.Ordinal);
        Assert.Contains(form.Fields, field => field.Value == "Question 6: who has the contract?");
        room.Press(Rita, "reply", "1", values: [("answer_text", "Legal has it.")]);
        room.Press(Sam, "ask", "sent", values: [("question", "Question 6: who has the contract?")]);
        Assert.Equal(6, room.Case!.InformationRequests.Count);
    }

    [Fact]
    public void Settling_counts_at_once_and_the_settler_may_still_decide()
    {
        var room = With(CaseAnswers.HighWhereOpen);
        room.Approve(Priya);
        Assert.True(room.Says("refusal.open_points"), room.Problem);
        room.Press(Sam, "settle", "sent", values: [("where", "uk_eea"), ("source", "")]);
        Assert.True(room.Says("settle.source_missing"), room.Problem);
        room.Press(Sam, "settle", "sent", values: [("where", "uk_eea"), ("source", "their data page")]);
        Assert.Empty(room.Case!.Assessment.OpenPoints);
        Assert.Equal(2, room.Case.ContentVersion);
        Assert.Equal("their data page", room.Case.ResolvedPoints[0].Source);
        room.Approve(Sam);
        room.Approve(Priya);
        Assert.True(room.Case!.IsApproved);
    }

    [Fact]
    public void An_edit_keeps_what_was_settled_unless_it_says_otherwise()
    {
        var room = With(CaseAnswers.HighWhereOpen);
        room.Press(Sam, "settle", "sent", values: [("where", "elsewhere"), ("source", "their data page")]);
        room.Send(CaseAnswers.HighWhereOpen.With("volume", "medium"), Rita, room.Case!.Id);
        Assert.Equal("elsewhere", room.Case!.Answers.One("where"));
        room.Send(CaseAnswers.High.With("volume", "medium"), Rita, room.Case!.Id);
        Assert.Equal("uk_eea", room.Case!.Answers.One("where"));
    }

    [Fact]
    public void An_answer_that_brings_up_more_questions_asks_them_first()
    {
        var room = With(CaseAnswers.Low.With("effects", "not_sure"));
        room.Press(Sam, "settle", "sent", values: [("effects", "into_models"), ("source", "their data page")]);
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.Contains(form.Fields, field => field.Id == "others");
        Assert.Equal(1, room.Case!.Version);
        room.Press(Sam, "settle", "sent", values: [("effects", "into_models"), ("others", "listed"), ("source", "their data page")]);
        Assert.Equal("listed", room.Case!.Answers.One("others"));
    }
}
