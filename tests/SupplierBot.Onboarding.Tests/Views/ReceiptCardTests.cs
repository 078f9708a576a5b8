using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Views;

/// <summary>What the requester sees of their request.</summary>
public sealed class ReceiptCardTests
{
    [Theory]
    [InlineData("Asia/Tokyo", "Sat 21 Nov, 02:00")]
    [InlineData("Europe/Berlin", "Fri 20 Nov, 18:00")]
    [InlineData("Mars/Olympus", "Fri 20 Nov")]
    [InlineData(null, "Fri 20 Nov")]
    public void What_is_promised_is_said_in_the_requesters_own_time(string? zone, string due)
    {
        var room = CaseScenario.With(CaseAnswers.Medium, requester: CaseScenario.Rita with { Zone = zone });
        Assert.Contains(Assert.IsType<View.Receipt>(room.Show(Slot.Receipt)).Details, auditEvent => auditEvent.Text == due);
    }
}
