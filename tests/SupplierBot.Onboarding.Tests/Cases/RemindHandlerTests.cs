using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>The requester asks those who are waited for.</summary>
public sealed class RemindHandlerTests
{
    [Fact]
    public void The_requester_reminds_once_a_day()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Press(CaseScenario.Rita, "remind", slot: "receipt");
        Assert.True(room.Says("remind.done"));
        Assert.Equal(
            ["teams:priya", "teams:sam"],
            room.Case!.Notifications.Where(notification => notification.Kind == NotificationKind.Nudged)
                .Select(notification => notification.To.Id.Value)
                .Order(StringComparer.Ordinal)
        );
        Assert.True(room.Press(CaseScenario.Rita, "remind", slot: "receipt").ChangesNothing);
        Assert.Equal("remind.today", room.Last.Refused);
        room.Now = room.Now.AddDays(1);
        room.Press(CaseScenario.Rita, "remind", slot: "receipt");
        Assert.Equal(4, room.Case.Notifications.Count(notification => notification.Kind == NotificationKind.Nudged));
        Assert.Null(BrokenLink.FirstOf(room.Case, room.Facts));
    }

    [Fact]
    public void Only_its_reviewer_is_reminded_and_the_others_read_who_that_is()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Press(CaseScenario.Priya, "claim");
        Assert.True(room.Press(CaseScenario.Sam, "remind").ChangesNothing);
        room.Press(CaseScenario.Rita, "remind", slot: "receipt");
        Assert.Equal(
            "teams:priya",
            Assert.Single(room.Case!.Notifications, notification => notification.Kind == NotificationKind.Nudged).To.Id.Value
        );
        room.Press(CaseScenario.Sam, "ask", "sent", values: [("question", "Who holds the contract?")]);
        room.Now = room.Now.AddDays(1);
        Assert.True(room.Press(CaseScenario.Rita, "remind", slot: "receipt").ChangesNothing);
        Assert.Equal("remind.yours", room.Last.Refused);
    }
}
