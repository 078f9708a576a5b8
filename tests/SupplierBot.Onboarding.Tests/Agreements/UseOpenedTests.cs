using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>Who waits for it is told when the last thing before use is done, each time, and at no other moment.</summary>
public sealed class UseOpenedTests
{
    private static readonly Case Open = Approved(CaseAnswers.Medium.OwnedBy(Owner)).Case!;
    private static readonly Case Shut = Open with { Clauses = [.. Open.Clauses!.Select(item => item with { State = ClauseState.Open })] };

    [Fact]
    public void What_opens_is_told_to_requester_and_owner()
    {
        Assert.Equal((EntryStatus.Onboarding, EntryStatus.Active), (RegisterUpdate.StatusOf(Shut), RegisterUpdate.StatusOf(Open)));
        Assert.Equal([Rita.Id, Owner.Id], Told(UseOpened.Told(Shut, Open)).Select(told => told.To.Id));
    }

    [Fact]
    public void With_conditions_it_is_told_too()
    {
        var conditional = Open with
        {
            Conditions = [new(1, "Switch it off.", new(2027, 1, 1), Owner.Person, ApprovalConditionState.Open, "", Sam.Person, null, null)],
        };
        Assert.Equal(EntryStatus.ActiveConditional, RegisterUpdate.StatusOf(conditional));
        Assert.Equal(2, Told(UseOpened.Told(Shut, conditional)).Count);
    }

    [Fact]
    public void What_stays_as_it_is_is_told_to_nobody()
    {
        Assert.Same(Open, UseOpened.Told(Open, Open));
        Assert.Same(Shut, UseOpened.Told(Shut, Shut));
        Assert.Same(Shut, UseOpened.Told(Open, Shut));
        var lapsed = Open with { ReviewState = ReviewState.Lapsed };
        Assert.Same(lapsed, UseOpened.Told(Shut, lapsed));
    }

    [Fact]
    public void When_it_opens_again_it_is_told_again()
    {
        var once = UseOpened.Told(Shut, Open);
        var twice = UseOpened.Told(Shut with { Notifications = once.Notifications }, Open with { Notifications = once.Notifications });
        Assert.Equal(
            [
                (Open.ContentVersion, Rita.Id),
                (Open.ContentVersion, Owner.Id),
                (Open.ContentVersion + 1, Rita.Id),
                (Open.ContentVersion + 1, Owner.Id),
            ],
            Told(twice).Select(told => (told.Number, told.To.Id))
        );
    }

    private static List<Notification> Told(Case current) => [.. current.Notifications.Where(told => told.Kind == NotificationKind.Usable)];
}
