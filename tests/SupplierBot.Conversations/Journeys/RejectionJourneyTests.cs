using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

public abstract class RejectionJourneyTests(Company company)
{
    [Fact]
    public async Task A_reason_reaches_Rita_word_for_word_and_her_answers_are_there_to_ask_again()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        const string reason = "The free plan keeps *everything* for ever; the business plan would do.";
        var first = await rita.AsksForAsync(Supplier.NotesApp("Osprey Draft"));
        await sam.ReviewsAsync("Osprey Draft");
        await sam.PressesAsync("Reject…");
        await sam.Fills(("comment", "No.")).PressesAsync("Reject");
        await sam.ReadsAsync("Use at least 10 letters or digits. Rita will see this.");
        await sam.Fills(("comment", reason)).PressesAsync("Reject");
        await sam.ReadsAsync("Done. I'll let Rita know.", "Osprey Draft: not approved");
        await priya.SeesInChannelAsync("Osprey Draft: not approved", reason);

        await rita.HearsAboutAsync("Osprey Draft", "No: it isn't approved.");
        await rita.SeesAsync("Not approved: Osprey Draft", $"“{reason}”");
        await rita.PressesAsync("Change and resend");
        await rita.ReadsAsync("Check your request", "Osprey Draft");
        await rita.PressesAsync("Change answers");
        await rita.PressesAsync("edit:supplier");
        Assert.Equal("Notes of our sales calls for the Sales team.", rita.CurrentView.Input("purpose").Value);
        await rita.Fills(("service", "Osprey, business plan")).PressesAsync("answer");
        await rita.PressesAsync("Send to Security");
        await rita.ReadsAsync("Sent. Thanks, Rita.");
        Assert.NotEqual(first, rita.RequestId);
        await sam.ReviewsAndApprovesAsync("Osprey, business plan");
        await rita.SeesAsync("You can use Osprey Draft now");
    }

    [Fact]
    public async Task An_approval_can_be_taken_back_with_a_reason()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        await rita.AsksForAsync(Supplier.NotesApp("Kestrel Draft"));
        await sam.ReviewsAndApprovesAsync("Kestrel Draft");
        await rita.HearsAboutAsync("Kestrel Draft", "Yes, you can use");
        await priya.SeesInChannelAsync("Kestrel Draft: approved");
        await priya.PressesAsync("Open");
        await priya.PressesAsync("Revoke approval…");
        await priya.Fills(("comment", "They were sold to a company we may not use.")).PressesAsync("Revoke approval");
        await priya.ReadsAsync("Done. I'll let Rita know.", "approval revoked");

        await rita.SeesAsync("Stop using Kestrel Draft", "They were sold to a company we may not use.");
        await rita.HearsAboutAsync("Kestrel Draft", "No: it isn't approved.");
        foreach (var screen in new[] { sam, priya })
            await screen.SeesInChannelAsync("Kestrel Draft: approval revoked", "They were sold to a company we may not use.");
    }
}
