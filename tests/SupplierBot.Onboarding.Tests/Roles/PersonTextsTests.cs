using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>When a name alone isn't enough to give somebody a role, and when there is nothing odd about it.</summary>
public sealed class PersonTextsTests
{
    private static readonly Person Nora = new(new("teams:nora"), "Nora Newhire");
    private static readonly Person NoraOnSlack = new(new("slack:T1:UNORA"), "Nora Newhire");

    private static Context Context(params (Person Person, int? DaysSeen, FormerName[] Names)[] records)
    {
        var context = With(CaseAnswers.Medium).Context;
        return context with
        {
            PersonRecords = records.ToDictionary(
                record => record.Person.Id,
                record => new PersonRecord(record.DaysSeen is { } days ? context.Now.AddDays(-days) : null, record.Names)
            ),
        };
    }

    [Theory]
    [InlineData(1, 30, true)]
    [InlineData(8, 30, false)]
    [InlineData(1, 2, false)]
    [InlineData(1, null, true)]
    public void Somebody_new_is_doubted_unless_the_bot_itself_is_new(int days, int? others, bool doubted) =>
        Assert.Equal(doubted, PersonTexts.Doubts(Nora, Context((Nora, days, []), (Sam.Person, others, []))).Length > 0);

    [Theory]
    [InlineData(29, true), InlineData(31, false)]
    public void A_name_that_was_changed_lately_is_doubted(int days, bool doubted)
    {
        var former = new FormerName("Nora Oldname", With(CaseAnswers.Medium).Context.Now.AddDays(-days));
        Assert.Equal(doubted, PersonTexts.Doubts(Nora, Context((Nora, 400, [former]))).Length > 0);
    }

    [Fact]
    public void A_name_that_somebody_else_had_is_doubted_and_one_of_the_own_other_account_is_not()
    {
        var context = Context((Nora, 400, []), (NoraOnSlack, 400, [new("nora  NEWHIRE", DateTimeOffset.UnixEpoch)]));
        Assert.True(PersonTexts.WasAnothers(Nora, context));
        Assert.NotEqual("", PersonTexts.Doubts(Nora, context));
        var joined = context with
        {
            Roles = context.Roles with
            {
                Joined =
                [
                    [Nora.Id, NoraOnSlack.Id],
                ],
            },
        };
        Assert.False(PersonTexts.WasAnothers(Nora, joined));
        Assert.Equal("", PersonTexts.Doubts(Nora, joined));
    }
}
