using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Register;

public sealed class RegisterFilterTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    private static readonly RegisterEntry InUse = new()
    {
        Id = "SUP-0001",
        Supplier = "Acme Notes GmbH",
        Service = "Notes Pro",
        Website = "https://acme.example",
        Purpose = "Meeting notes",
        Status = EntryStatus.Active,
        Owner = new(new("teams:priya"), "Priya Shah"),
        Type = "AISAAS",
        Types = ["AISAAS"],
        Tier = Tier.High,
        Score = 40,
        Data = ["internal"],
        CaseId = "REQ-2026-0001",
        PolicyVersion = "1",
        ChangedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
    };

    private static bool Holds(RegisterFilter filter, RegisterEntry entry, string behind = "") => filter.Holds(entry, behind, Today);

    [Theory]
    [InlineData(EntryStatus.Proposed, RegisterPart.InReview)]
    [InlineData(EntryStatus.Onboarding, RegisterPart.NotReady)]
    [InlineData(EntryStatus.Active, RegisterPart.InUse)]
    [InlineData(EntryStatus.ActiveConditional, RegisterPart.InUse)]
    [InlineData(EntryStatus.ReviewDue, RegisterPart.InUse)]
    [InlineData(EntryStatus.UnderReview, RegisterPart.InUse)]
    [InlineData(EntryStatus.Suspended, RegisterPart.Suspended)]
    [InlineData(EntryStatus.Lapsed, RegisterPart.Suspended)]
    [InlineData(EntryStatus.Exiting, RegisterPart.Exiting)]
    [InlineData(EntryStatus.Terminated, RegisterPart.Ended)]
    [InlineData(EntryStatus.NotApproved, RegisterPart.NotApproved)]
    [InlineData(EntryStatus.Withdrawn, RegisterPart.NotApproved)]
    [InlineData(EntryStatus.Expired, RegisterPart.NotApproved)]
    [InlineData(EntryStatus.Legacy, RegisterPart.Legacy)]
    public void Each_status_is_in_one_part_so_that_parts_add_up(EntryStatus status, RegisterPart part) =>
        Assert.Equal([part], Enum.GetValues<RegisterPart>().Where(one => Holds(new() { Part = one }, InUse with { Status = status })));

    [Fact]
    public void A_document_that_ended_yesterday_suspends_in_lists_too()
    {
        Assert.True(Holds(new() { Part = RegisterPart.Suspended }, InUse with { ProofUntil = Today.AddDays(-1) }));
        Assert.False(Holds(new() { Part = RegisterPart.InUse }, InUse with { ProofUntil = Today.AddDays(-1) }));
    }

    [Theory]
    [InlineData("2026-11-29", RegisterDue.Overdue, true)]
    [InlineData("2026-11-30", RegisterDue.Overdue, false)]
    [InlineData("2026-11-30", RegisterDue.ThisWeek, true)]
    [InlineData("2026-12-06", RegisterDue.ThisWeek, true)]
    [InlineData("2026-12-07", RegisterDue.ThisWeek, false)]
    [InlineData("2026-11-30", RegisterDue.ThisMonth, true)]
    [InlineData("2026-12-01", RegisterDue.ThisMonth, false)]
    [InlineData("2026-12-01", RegisterDue.NextMonth, true)]
    [InlineData("2026-11-30", RegisterDue.NextMonth, false)]
    [InlineData("2026-12-31", RegisterDue.ThisQuarter, true)]
    [InlineData("2027-01-01", RegisterDue.ThisQuarter, false)]
    [InlineData("2027-01-01", RegisterDue.NextQuarter, true)]
    [InlineData("2027-03-31", RegisterDue.NextQuarter, true)]
    [InlineData("2027-04-01", RegisterDue.NextQuarter, false)]
    [InlineData("2026-12-31", RegisterDue.ThisYear, true)]
    [InlineData("2027-01-01", RegisterDue.ThisYear, false)]
    public void Days_are_those_of_the_calendar_and_what_is_late_is_due(string review, RegisterDue due, bool holds) =>
        Assert.Equal(
            holds,
            Holds(
                new() { Due = due },
                InUse with
                {
                    NextReview = DateOnly.Parse(review, System.Globalization.CultureInfo.InvariantCulture),
                }
            )
        );

    [Fact]
    public void Everything_with_a_day_is_due()
    {
        var day = new DateOnly(2026, 12, 15);
        RegisterEntry[] due =
        [
            InUse with
            {
                NextReview = day,
            },
            InUse with
            {
                ConditionDue = day,
            },
            InUse with
            {
                NextReport = day,
            },
            InUse with
            {
                ProofUntil = day,
            },
            InUse with
            {
                Term = new ContractTerm(new(2026, 12, 31), 16, 12),
            },
        ];
        Assert.All(due, entry => Assert.True(Holds(new() { Due = RegisterDue.ThisQuarter }, entry)));
        Assert.False(Holds(new() { Due = RegisterDue.ThisQuarter }, InUse));
        Assert.All(
            due,
            entry => Assert.False(Holds(new() { Due = RegisterDue.ThisQuarter }, entry with { Status = EntryStatus.Terminated }))
        );
    }

    [Theory]
    [InlineData("Priya", true)]
    [InlineData("shah", true)]
    [InlineData("Priya Shah", true)]
    [InlineData("PRIYA  SHAH", true)]
    [InlineData("riya", false)]
    [InlineData("Sam", false)]
    public void An_owner_is_found_by_any_word_of_the_name(string owner, bool holds) =>
        Assert.Equal(holds, Holds(new() { Owner = owner }, InUse));

    [Theory]
    [InlineData("OpenAI", true)]
    [InlineData("amazon web", true)]
    [InlineData("aws", true)]
    [InlineData("Acme", true)]
    [InlineData("notes pro", true)]
    [InlineData("pen", false)]
    [InlineData("Anthropic", false)]
    public void Who_stands_behind_it_is_found_too(string with, bool holds) =>
        Assert.Equal(holds, Holds(new() { With = with }, InUse, "OpenAI (models), Amazon Web Services/AWS"));

    [Fact]
    public void All_of_a_filter_must_hold()
    {
        var filter = new RegisterFilter
        {
            Tiers = [Tier.High],
            Part = RegisterPart.InUse,
            Owner = "Priya",
        };
        Assert.True(Holds(filter, InUse));
        Assert.False(Holds(filter with { Tiers = [Tier.Low] }, InUse));
        Assert.False(Holds(filter with { Part = RegisterPart.Ended }, InUse));
        Assert.False(Holds(filter with { Owner = "Sam" }, InUse));
    }

    [Theory]
    [InlineData("AISAAS", true)]
    [InlineData("application", true)]
    [InlineData("AI app", true)]
    [InlineData("cloud", false)]
    [InlineData("spaceship", false)]
    public void A_type_is_found_by_its_words_or_its_id(string typed, bool held) =>
        Assert.Equal(held, Holds(new RegisterFilter { Type = typed }.Under(PolicyText.Policy), InUse));

    [Fact]
    public void A_type_that_nobody_looked_up_holds_for_nothing() => Assert.False(Holds(new() { Type = "AISAAS" }, InUse));
}
