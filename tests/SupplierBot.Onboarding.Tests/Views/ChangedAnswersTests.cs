using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Views;

/// <summary>What changed is shown to those who decide.</summary>
public sealed class ChangedAnswersTests
{
    [Fact]
    public void Every_change_is_shown_or_counted_and_who_it_is_stands_first()
    {
        var room = CaseScenario.Approved(CaseAnswers.Low);
        room.Say(CaseScenario.Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(
            CaseScenario.Rita,
            ("data", "personal,special"),
            ("access", "accounts"),
            ("stop", "customers"),
            ("effects", "acts"),
            ("volume", "large"),
            ("training", "not_sure"),
            ("where", "not_sure"),
            ("replace", "none"),
            ("others", "not_sure"),
            ("proof", "none"),
            ("purpose", "Everything we have."),
            ("service", "Other"),
            ("website", "evil.net"),
            ("name", "Evil Cloud")
        );
        var deciding = Assert.IsType<View.Deciding>(room.Press(CaseScenario.Sam, "review").Answer);
        Assert.Contains(
            "It would replace Acme Notes · acme.com, which is approved, so it needs full approval.",
            deciding.News[0],
            StringComparison.Ordinal
        );
        Assert.Equal(["Supplier", "Website", "Product", "Purpose"], deciding.News.Skip(1).Take(4).Select(line => line.Split('“', '”')[1]));
        Assert.StartsWith("Rita changed “Supplier” on Tue 17 Nov: Acme Notes → Evil Cloud", deciding.News[1], StringComparison.Ordinal);
        Assert.Contains(": acme.com → evil.net", deciding.News[2], StringComparison.Ordinal);
        Assert.Contains("2 more changes are under “What changed”.", deciding.News);
        Assert.Equal(14, Assert.Single(deciding.Sections, section => section.Id == "changes").Lines.Count);
        Assert.Contains("in place of Acme Notes", Assert.IsType<View.Review>(room.Show("review-security")).Small, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_back_to_where_it_was_is_no_change()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Send(CaseAnswers.Medium.With("name", "Other Notes"), CaseScenario.Rita, room.Case!.Id);
        Assert.Single(
            Assert.IsType<View.Deciding>(room.Press(CaseScenario.Sam, "review").Answer).News,
            line => line.StartsWith("Rita changed", StringComparison.Ordinal)
        );
        room.Send(CaseAnswers.Medium, CaseScenario.Rita, room.Case.Id);
        Assert.DoesNotContain(
            Assert.IsType<View.Deciding>(room.Press(CaseScenario.Sam, "review").Answer).News,
            line => line.StartsWith("Rita changed", StringComparison.Ordinal)
        );
    }
}
