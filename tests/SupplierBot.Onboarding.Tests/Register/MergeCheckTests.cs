using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>A merge is no decision: it turns no "no", and no stricter "yes", into what the other entry says.</summary>
public sealed class MergeCheckTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(EntryStatus.Active, EntryStatus.Active, null)]
    [InlineData(EntryStatus.Active, EntryStatus.Suspended, null)]
    [InlineData(EntryStatus.Onboarding, EntryStatus.Active, null)]
    [InlineData(EntryStatus.ReviewDue, EntryStatus.ActiveConditional, null)]
    [InlineData(EntryStatus.Legacy, EntryStatus.Active, null)]
    [InlineData(EntryStatus.Legacy, EntryStatus.Legacy, null)]
    [InlineData(EntryStatus.Withdrawn, EntryStatus.Active, null)]
    [InlineData(EntryStatus.Expired, EntryStatus.Legacy, null)]
    [InlineData(EntryStatus.Terminated, EntryStatus.Active, null)]
    [InlineData(EntryStatus.NotApproved, EntryStatus.NotApproved, null)]
    [InlineData(EntryStatus.Active, EntryStatus.Legacy, "merge.unapproved")]
    [InlineData(EntryStatus.Active, EntryStatus.NotApproved, "merge.unapproved")]
    [InlineData(EntryStatus.Active, EntryStatus.Exiting, "merge.unapproved")]
    [InlineData(EntryStatus.Legacy, EntryStatus.Terminated, "merge.unapproved")]
    [InlineData(EntryStatus.Suspended, EntryStatus.Active, "merge.unsettled")]
    [InlineData(EntryStatus.Lapsed, EntryStatus.Active, "merge.unsettled")]
    [InlineData(EntryStatus.Exiting, EntryStatus.Active, "merge.unsettled")]
    [InlineData(EntryStatus.NotApproved, EntryStatus.Active, "merge.refused")]
    [InlineData(EntryStatus.NotApproved, EntryStatus.Legacy, "merge.refused")]
    [InlineData(EntryStatus.NotApproved, EntryStatus.Withdrawn, "merge.refused")]
    [InlineData(EntryStatus.Proposed, EntryStatus.Active, "merge.in_review")]
    [InlineData(EntryStatus.Active, EntryStatus.Proposed, "merge.in_review")]
    public void By_what_the_two_are(EntryStatus from, EntryStatus into, string? key) =>
        Assert.Equal(key, Refusal(Entry(1) with { Status = from }, Entry(2) with { Status = into }));

    [Fact]
    public void A_stricter_yes_stays_a_decision_of_its_own()
    {
        Assert.Equal("merge.stricter_tier", Refusal(Entry(1) with { Tier = Tier.High }, Entry(2)));
        Assert.Null(Refusal(Entry(1), Entry(2) with { Tier = Tier.High }));
        var limited = Entry(1) with { Restrictions = ["No customer calls", "EU only"] };
        Assert.Equal("merge.stricter_rules", Refusal(limited, Entry(2) with { Restrictions = ["EU only"] }));
        Assert.Null(Refusal(limited, Entry(2) with { Restrictions = ["EU only", "No customer calls", "Another"] }));
    }

    [Fact]
    public void A_no_is_outlived_by_a_later_yes_alone()
    {
        var refused = Entry(1) with { Status = EntryStatus.NotApproved };
        Assert.Equal("merge.refused", Refusal(refused, Entry(2) with { DecidedAt = At }));
        Assert.Equal("merge.refused", Refusal(refused, Entry(2) with { DecidedAt = At.AddDays(-1) }));
        Assert.Null(Refusal(refused, Entry(2) with { DecidedAt = At.AddDays(1) }));
    }

    [Fact]
    public void A_document_that_ended_yesterday_is_not_hidden() =>
        Assert.Equal("merge.unsettled", Refusal(Entry(1) with { ProofUntil = new(2026, 11, 16) }, Entry(2)));

    [Fact]
    public void Neither_is_merged_in_review_or_just_pressed()
    {
        var merged = Entry(1) with { Status = EntryStatus.Merged, MergedInto = "SUP-0009" };
        Assert.Equal("merge.same", Refusal(Entry(1), Entry(1)));
        Assert.Equal("merge.already", Refusal(merged, Entry(2)));
        Assert.Equal("merge.into_merged", Refusal(Entry(2), merged));
        Assert.Equal("merge.holds", Refusal(Holding(Entry(1)), Entry(2)));
        Assert.Null(Refusal(Entry(2), Holding(Entry(1))));
        var reviewed = Entry(2) with { Status = EntryStatus.UnderReview, Review = new("REQ-2026-0009", EntryStatus.Active) };
        Assert.Equal("merge.in_review", Refusal(Entry(1), reviewed));
        Assert.Equal("merge.in_review", Refusal(reviewed, Entry(1)));
        var held = Entry(2) with { Held = new(new(2026, 11, 17, 12, 0, 0, TimeSpan.Zero), EntryStatus.Proposed) };
        Assert.Equal("refusal.just_pressed", Refusal(Entry(1), held));
    }

    [Fact]
    public void Names_and_websites_of_both_mean_the_one_that_stays()
    {
        var from = Entry(1) with
        {
            Supplier = "Acme Labs",
            Service = "Scribe",
            Website = "https://labs.example",
            Names = new(["The Scribe"], []),
        };
        var stays = Entry(2).With(MergedEntry.Of(from, null, At));
        foreach (var name in new[] { "Acme Labs", "Scribe", "Acme Labs Scribe", "The Scribe", "labs.example" })
        {
            Assert.True(EntryNames.IsNamed(stays, name), name);
            Assert.Equal("SUP-0001", EntryNames.MergedUnder(stays, name)?.Id);
        }
        Assert.Null(EntryNames.MergedUnder(stays, stays.Supplier));
        Assert.Null(stays.Without("SUP-0001").MergedEntries);
        Assert.Equal("Acme Labs", stays.MergedEntries![0].Names[0]);
    }

    private static RegisterEntry Holding(RegisterEntry entry) => entry.With(MergedEntry.Of(Entry(7), null, At));

    private static string? Refusal(RegisterEntry from, RegisterEntry into) =>
        MergeCheck.Refusal(from, into, CaseScenario.With(CaseAnswers.Medium).Context)?.Key;

    private static RegisterEntry Entry(int number) =>
        new()
        {
            Id = $"SUP-{number:0000}",
            Supplier = $"Supplier {number}",
            Service = "",
            Website = "",
            Purpose = "Notes of meetings.",
            Status = EntryStatus.Active,
            Owner = new Person(new("teams:owner"), "Olga Owner"),
            Type = "AISAAS",
            Types = ["AISAAS"],
            Tier = Tier.Medium,
            Score = 30,
            Data = ["confidential"],
            CaseId = $"REQ-2026-{number:0000}",
            PolicyVersion = "2026.11-r1",
            DecidedAt = At,
            ChangedAt = At,
        };
}
