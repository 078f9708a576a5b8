using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Imports;

public sealed class FirstAssessmentTests
{
    private static readonly RegisterEntry Entry = LegacyEntry.Of(
        "SUP-0042",
        new()
        {
            Batch = "IMP-0001",
            Row = 7,
            Supplier = "Acme Notes",
            Service = "Calls",
            Purpose = "Minutes of our customer calls",
            Owner = CaseScenario.Owner.Person,
            AssessBy = new(2027, 1, 29),
        },
        ImportSheets.Context.Now
    );

    [Fact]
    public void It_is_in_use_and_never_a_yes()
    {
        Assert.False(Entry.Status.MayBeUsed());
        Assert.False(Entry.Status.IsApproved());
        Assert.False(Entry.Status.IsOver());
        Assert.Equal(RegisterPart.Legacy, RegisterFilter.PartOf(Entry, ImportSheets.Today));
        var card = EntryCard.Answer([Entry], [], CaseScenario.Policy, ImportSheets.Context);
        Assert.Equal(
            "In use since before the register; not assessed yet. Ask before new uses. Owner: Owner. First assessment due Fri 29 Jan 2027.",
            card.Words().First().Text
        );
        Assert.Equal("assess SUP-0042", card.Buttons[0].Says);
    }

    [Theory]
    [InlineData("register legacy")]
    [InlineData("register not assessed yet")]
    public void A_list_of_them_is_a_filter_of_the_register(string typed) =>
        Assert.Equal(RegisterPart.Legacy, Assert.IsType<Request.ListRegister>(RequestReader.Parse(typed)).Filter.Part);

    [Fact]
    public void A_tier_that_nobody_stated_is_in_no_filter_of_tiers()
    {
        Assert.False(new RegisterFilter { Tiers = [LegacyEntry.Unknown] }.Holds(Entry, "", ImportSheets.Today));
        var counts = new RegisterCounts();
        counts.Add(Entry, ImportSheets.Today);
        Assert.Equal((1, 0, 1), (counts.All, counts.Of(LegacyEntry.Unknown), counts.Of(RegisterPart.Legacy)));
    }

    [Theory]
    [InlineData("assess SUP-0042")]
    [InlineData("review SUP-0042")]
    public void Assess_and_review_ask_for_the_same(string typed) =>
        Assert.Equal("SUP-0042", Assert.IsType<Request.StartReview>(RequestReader.Parse(typed)).Number);
}
