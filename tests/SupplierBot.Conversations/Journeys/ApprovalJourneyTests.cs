using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

/// <summary>From the first word to an entry in the register, through Microsoft's own client.</summary>
public abstract class ApprovalJourneyTests(Company company)
{
    [Fact]
    public async Task An_AI_app_is_asked_for_approved_by_Sam_and_found_in_the_register()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        var notes = Supplier.NotesApp("Larkspur Notes");
        Assert.Equal(5, await rita.AnswersAllAsync(notes));
        await rita.ReadsAsync("Medium risk", "Decision by");
        await rita.PressesAsync("Send to Security");
        await rita.ReadsAsync("Sent. Thanks, Rita.", "Larkspur Notes", "Security");
        await rita.HearsAboutAsync(notes.Name, "Not yet: it's in review");

        await sam.ReviewsAsync(notes.Name);
        await sam.ReadsAsync("Notes of our sales calls for the Sales team.", "Which terms are agreed?");
        await sam.ApprovesAsync("covered", "Terms v7, section 4");
        await sam.ReadsAsync("Done. I'll let Rita know.", "Larkspur Notes: approved");

        await rita.SeesAsync("You can use Larkspur Notes now", "Notes of our sales calls");
        await rita.SeesAsync("Larkspur Notes: approved", "In use");
        await sam.SeesInChannelAsync("Larkspur Notes: approved", "Sam, Security");
        await priya.SeesInChannelAsync("Larkspur Notes: approved", "Sam, Security");
        await priya.HearsAboutAsync("larkspur notes", "Yes, you can use Larkspur Notes");
        await rita.SaysAsync("find larkspur", "Register: “larkspur”", "Larkspur Notes", "Yes, you can use");
    }

    [Fact]
    public async Task A_caterer_takes_four_cards_and_one_press()
    {
        var (rita, priya) = (company.Rita, company.Priya);
        var caterer = Supplier.Caterer("Green Spoon");
        Assert.Equal(4, await rita.AnswersAllAsync(caterer));
        await rita.ReadsAsync("Low risk");
        await rita.PressesAsync("Send to Security");
        await priya.ReviewsAndApprovesAsync(caterer.Name);
        await rita.SeesAsync("You can use Green Spoon now");
        await rita.HearsAboutAsync(caterer.Name, "Yes, you can use Green Spoon");
    }

    [Fact]
    public async Task High_needs_Sam_and_Priya()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        var planner = Supplier.ShiftPlanner("Rota Wizard");
        await rita.AsksForAsync(planner);
        await sam.ReviewsAsync(planner.Name);
        await sam.ReadsAsync("High risk", "0 of 2 approved");
        var deciding = sam.CurrentView;
        await sam.ApprovesAsync();
        await sam.ReadsAsync("Your approval is recorded. Next to decide: Priya.");
        sam.LooksAt(deciding);
        await sam.ApprovesAsync();
        await sam.ReadsAsync("You approved this on", "Priya");
        await rita.SeesAsync("Rota Wizard", "1 of 2 approvals so far: Sam");
        await rita.HearsAboutAsync(planner.Name, "Not yet: it's in review");

        await priya.SeesInChannelAsync(planner.Name, "1 of 2 approved");
        await priya.ReviewsAndApprovesAsync(planner.Name);
        await rita.SeesAsync("Approved – not ready to use: Rota Wizard", "Still missing:");
        await sam.SeesInChannelAsync("Rota Wizard: approved", "Sam, Security", "Priya, Security");
        await rita.HearsAboutAsync(planner.Name, "Not yet: it's approved, but not ready to use.");
    }

    [Fact]
    public async Task Critical_needs_both_of_security_and_then_Carla()
    {
        var (rita, sam, priya, carla) = (company.Rita, company.Sam, company.Priya, company.Carla);
        var host = Supplier.LiveHost("Granite Cloud");
        await rita.AsksForAsync(host);
        await rita.ReadsAsync("Critical", "2 from Security, then");
        await sam.ReviewsAsync(host.Name);
        Assert.Equal(0, await carla.CountInChannelAsync(host.Name));
        await sam.ApprovesAsync();
        await priya.ReviewsAsync(host.Name);
        await priya.ApprovesAsync();
        await priya.ReadsAsync("Your approval is recorded. Next to decide: Carla.");
        await rita.HearsAboutAsync(host.Name, "Not yet: it's in review");

        await carla.ReviewsAsync(host.Name);
        await carla.ReadsAsync("Sam approved", "Priya approved");
        await carla.ApprovesAsync();
        await rita.SeesAsync("Approved – not ready to use: Granite Cloud", "Still missing:");
        foreach (var screen in new[] { sam, priya, carla })
            await screen.SeesInChannelAsync("Granite Cloud: approved", "Sam, Security", "Priya, Security", "Carla, CISO");
    }
}
