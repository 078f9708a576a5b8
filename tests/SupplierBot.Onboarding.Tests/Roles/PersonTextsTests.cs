using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>A person in words that nobody else fits, and why a name alone is not enough.</summary>
public sealed class PersonTextsTests
{
    private const string New = "I've known them for less than a week.";
    private const string Taken = "Someone else had this name before.";
    private readonly RoleChat room = new();

    [Fact]
    public void A_name_is_told_with_an_address_or_the_id_and_the_day_they_first_wrote()
    {
        Assert.Equal("Owner (teams:owner)", Text());
        room.Records[Owner.Id] = new(null, []) { Address = "owner@acme.example" };
        Assert.Equal("Owner (owner@acme.example)", Text());
        Assert.Equal("teams:owner is Owner (owner@acme.example)", PersonTexts.WithId(Owner.Person, room.Context));
        room.Records[Owner.Id] = new(room.Now.AddHours(-10), []);
        Assert.Equal("Owner (teams:owner, first seen today)", Text());
        Assert.Equal(Text(), PersonTexts.WithId(Owner.Person, room.Context));
        room.Records[Owner.Id] = new(room.Now.AddHours(-11), []);
        Assert.Equal("Owner (teams:owner, first seen on Mon 16 Nov)", Text());
    }

    [Theory]
    [InlineData(-6, true), InlineData(-7, false), InlineData(-8, false)]
    public void Somebody_is_new_for_a_week(int days, bool doubted)
    {
        room.Records[Sam.Id] = new(room.Now.AddDays(-100), []);
        room.Records[Owner.Id] = new(room.Now.AddDays(days), []);
        Assert.Equal(doubted ? New : "", Doubts());
    }

    [Theory]
    [InlineData(-7, New), InlineData(-6, ""), InlineData(null, New)]
    public void While_the_bot_is_new_everybody_is(int? others, string doubts)
    {
        room.Records[Owner.Id] = new(room.Now, []);
        room.Records[Sam.Id] = new(others is { } days ? room.Now.AddDays(days) : null, []);
        Assert.Equal(doubts, Doubts());
    }

    [Theory]
    [InlineData(-29, "Until Mon 19 Oct they were called Ole Oldname."), InlineData(-30, "")]
    public void A_name_that_changed_within_a_month_is_doubted(int days, string doubts)
    {
        room.Records[Owner.Id] = new(
            room.Now.AddDays(-300),
            [new("First Name", room.Now.AddDays(-200)), new("Ole Oldname", room.Now.AddDays(days))]
        );
        Assert.Equal(doubts, Doubts());
    }

    [Fact]
    public void A_name_that_was_somebody_elses_is_doubted_for_good_but_ones_own_is_not()
    {
        room.Records[Owner.Id] = new(room.Now.AddDays(-300), [new("Owner", room.Now.AddDays(-200))]);
        Assert.False(PersonTexts.WasAnothers(Owner.Person, room.Context));
        room.Records[Stranger.Id] = new(room.Now.AddDays(-300), [new("Nobody", room.Now), new("OWNER", room.Now.AddDays(-200))]);
        Assert.True(PersonTexts.WasAnothers(Owner.Person, room.Context));
        Assert.Equal(Taken, Doubts());
        room.Configured = room.Configured with
        {
            Joined =
            [
                [Owner.Id, Stranger.Id],
            ],
        };
        Assert.False(PersonTexts.WasAnothers(Owner.Person, room.Context));
    }

    [Fact]
    public void All_doubts_are_told()
    {
        room.Records[Sam.Id] = new(null, [new("Owner", room.Now)]);
        room.Records[Owner.Id] = new(room.Now, [new("Ole", room.Now)]);
        Assert.Equal($"{New} Until Tue 17 Nov they were called Ole. {Taken}", Doubts());
    }

    private string Text() => PersonTexts.Of(Owner.Person, room.Context);

    private string Doubts() => PersonTexts.Doubts(Owner.Person, room.Context);
}
