using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>Clause by clause: what was required and why, what was agreed, where, who checked it, what is missing.</summary>
public sealed class AuditorViewTests
{
    [Fact]
    public void One_page_after_the_other_says_everything_of_each_clause()
    {
        var room = Mixed();
        var pages = Pages(room).ToList();
        Assert.Equal(room.Case!.Assessment.Clauses.Select(clause => clause.Title).Order(), pages.Select(row => row.Title).Order());
        Assert.Equal(
            "They keep our information confidential and encrypted · Why: they get confidential or personal data. · "
                + "In contract, MSA v3, 7.2. Sam, Tue 17 Nov",
            Text("Data protection and confidentiality")
        );
        Assert.Equal(
            "They notify us within 48 hours of becoming aware of an incident · Why: they handle personal data, and we have 72 hours to "
                + "report a breach ourselves. · Changed, to decide, MSA v3, 7.2. Sam, Tue 17 Nov · “notice: 72 hours, not 48 hours” · "
                + "Missing before use: waits for Security.",
            Text("Incident notification")
        );
        Assert.EndsWith(
            "Refused. Sam, Tue 17 Nov · “They don't sign it for anybody.” · Missing before use: waits for CISO.",
            Text("Exit strategy"),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Priya says: Their terms, MSA v3 · To confirm, MSA v3. Priya, Tue 17 Nov · Before: Asked. Sam, Tue 17 Nov · "
                + "Missing before use: waits for Security.",
            Text("Data processing agreement"),
            StringComparison.Ordinal
        );
        // Stricter than required is agreed, and says so.
        Assert.Matches(
            "In contract, MSA v3, 4. Sam, Tue 17 Nov · Agreed “[^”]+” instead of “30 days before a change so that we may object”.$",
            Text("Subcontractors and subprocessors")
        );
        Assert.All(pages, row => Assert.InRange(row.Text.Length, 1, 560));

        string Text(string title) => pages.Single(row => row.Title == title).Text;
    }

    [Fact]
    public void Each_opens_and_nothing_can_be_changed()
    {
        var room = Mixed();
        foreach (var row in Pages(room).ToList())
        {
            var form = Assert.IsType<View.Form>(room.Press(Auditor, row.Press!.Verb, row.Press.Target).Answer);
            Assert.Equal((row.Title, 0), (form.Title, form.Fields.Count));
            Assert.Equal(["clauses", "back"], form.Buttons.Select(button => button.Verb));
        }
        var events = room.Facts.Count;
        ClauseHandlerTests.Settle(room, Auditor, "SLA", ("clause_state", "refused"), ("clause_words", "They say no to it now."));
        Assert.Equal(("refusal.not_approver", events), (room.Last.Refused, room.Facts.Count));
    }

    private static CaseScenario Mixed()
    {
        var room = With(CaseAnswers.High);
        (string, string)[] agreed = [("clause_state", "agreed"), ("clause_document", "MSA v3"), ("clause_section", "7.2")];
        ClauseHandlerTests.Settle(room, Sam, "CONF", agreed);
        ClauseHandlerTests.Settle(room, Sam, "INC", [.. agreed, ("clause_value_notice", "2")]);
        ClauseHandlerTests.Settle(room, Sam, "SUBS", [.. agreed[..2], ("clause_section", "4"), ("clause_value_sub_notice", "0")]);
        ClauseHandlerTests.Settle(room, Sam, "EXIT", ("clause_state", "refused"), ("clause_words", "They don't sign it for anybody."));
        room.ApproveByAll("covered");
        return room;
    }

    /// <summary>As the auditor reads them by the number of the register entry.</summary>
    private static IEnumerable<CardRow> Pages(CaseScenario room)
    {
        var page = Assert.IsType<View.Entries>(room.Say(Auditor, $"contract points {room.Entry!.Id}").Answer);
        while (true)
        {
            foreach (var row in page.Groups.SelectMany(group => group.Rows))
                yield return row;
            if (page.Buttons.FirstOrDefault(button => button.Label == "Show more") is not { } more)
                yield break;
            page = Assert.IsType<View.Entries>(room.Press(Auditor, more.Verb, more.Target).Answer);
        }
    }
}
