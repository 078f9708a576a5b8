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
        await rita.PressesAsync("Remind");
        await rita.ReadsAsync("have been reminded.");
        await sam.SeesAsync("Rita is waiting: Grebe Minutes", "Rita asks how it stands with Grebe Minutes.");
        await rita.SaysAsync("mine", "Your requests", "Grebe Minutes");
        await rita.Fills(("pick", request)).PressesAsync("Open");
        await rita.PressesAsync("Remind");
        await rita.ReadsAsync("They were reminded today already.");
    }

    [Fact]
    public async Task Who_takes_it_is_shown_to_everybody_and_can_give_it_away()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        var request = await rita.AsksForAsync(Supplier.NotesApp("Coot Minutes"));
        await sam.ReviewsAsync("Coot Minutes");
        await sam.PressesAsync("I take this one");
        await sam.ReadsAsync("It is yours for one working day; the others can see it.");
        await priya.ReviewsAsync("Coot Minutes");
        await priya.ReadsAsync("Sam is on it since");
        await sam.SaysAsync($"assign {request} Priya", "Priya has it now and has been told.");
        await priya.SeesAsync("Yours now: Coot Minutes");
        await sam.ReviewsAsync("Coot Minutes");
        await sam.ReadsAsync("Priya is on it since");
    }

    [Fact]
    public async Task A_digest_of_ones_own_lists_what_waits_and_opens_it()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        var request = await rita.AsksForAsync(Supplier.NotesApp("Merganser Minutes"));
        await sam.SaysAsync("digest", "Waiting for you");
        await sam.Fills(("pick", request)).PressesAsync("Open");
        await sam.ReadsAsync("Merganser Minutes", "By deciding you say that you have no interest of your own in this supplier.");
        await rita.SaysAsync("digest", "Nothing is waiting. Have a good week.");
    }
}
