using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

/// <summary>While it waits: who has it, who reminds whom, and what a digest says.</summary>
public abstract class WaitingJourneyTests(Company company)
{
    [Fact]
    public async Task A_reminder_reaches_who_decides_and_once_a_day_is_enough()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        var request = await rita.AsksForAsync(Supplier.NotesApp("Grebe Minutes"));
        await rita.PressesAsync("Send a reminder");
        await rita.ReadsAsync("Reminder sent to");
        await sam.SeesAsync("Rita is waiting: Grebe Minutes", "Rita asked for an update on Grebe Minutes.");
        await rita.SaysAsync("mine", "Your requests", "Grebe Minutes");
        await rita.PressesAsync(request);
        await rita.PressesAsync("Send a reminder");
        await rita.ReadsAsync("A reminder was already sent today.");
    }

    [Fact]
    public async Task Who_takes_it_is_shown_to_everybody_and_can_give_it_away()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        var request = await rita.AsksForAsync(Supplier.NotesApp("Coot Minutes"));
        await sam.ReviewsAsync("Coot Minutes");
        await sam.PressesAsync("Assign to me");
        await sam.ReadsAsync("Assigned to you for one working day. Others can still decide.");
        await priya.ReviewsAsync("Coot Minutes");
        await priya.ReadsAsync("Assigned to Sam since");
        await sam.SaysAsync($"assign {request} Priya", "Assigned to Priya. I've let them know.");
        await priya.SeesAsync("Assigned to you: Coot Minutes");
        await sam.ReviewsAsync("Coot Minutes");
        await sam.ReadsAsync("Assigned to Priya since");
    }

    [Fact]
    public async Task A_digest_of_ones_own_lists_what_waits_and_opens_it()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        var request = await rita.AsksForAsync(Supplier.Caterer("Merganser Minutes"));
        await sam.SaysAsync("digest", "Decide ·");
        await sam.PressesAsync(request);
        await sam.ReadsAsync("Merganser Minutes", "By deciding, you confirm that you have no personal interest in this supplier.");
        await rita.SaysAsync("digest", "Nothing is waiting this week.");
    }
}
