using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

/// <summary>"Not sure" is welcome, and somebody finds out before the yes.</summary>
public abstract class OpenPointJourneyTests(Company company)
{
    private static Supplier Unsure(string name) => Supplier.NotesApp(name).But("training", "not_sure");

    [Fact]
    public async Task A_question_is_answered_on_its_card_and_the_reviewer_sees_the_change()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        await rita.AsksForAsync(Unsure("Wren Canvas"));
        await sam.ReviewsAsync("Wren Canvas");
        await sam.ApprovesAsync();
        await sam.ReadsAsync("Ask the requester, fill in what you know, or approve with a condition.");
        await sam.PressesAsync("Ask a question…");
        await sam.ReadsAsync("Ask about Wren Canvas");
        await sam.Fills(("about", "training"), ("question", "Could you look for the word train in their terms?"))
            .PressesAsync("Send question");
        await sam.ReadsAsync("Question sent.");
        await priya.SeesInChannelAsync("Wren Canvas", "Deadline paused until Rita replies");

        await rita.SeesAsync("Question: Wren Canvas", "Could you look for the word train in their terms?");
        await rita.Fills(("training", "no"), ("answer_text", "Section 4 rules it out.")).PressesAsync("Send answer");
        await rita.ReadsAsync("Sam has your answer.");
        await sam.ReviewsAsync("Wren Canvas");
        await sam.ReadsAsync("Rita changed", "Section 4 rules it out.");
        await sam.ApprovesAsync();
        await sam.ReadsAsync("Done. I'll let Rita know.");
        await rita.HearsAboutAsync("Wren Canvas", "Yes, you can use");
    }

    [Fact]
    public async Task What_an_approver_found_out_settles_an_open_point_with_its_source()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        var request = await rita.AsksForAsync(Unsure("Finch Canvas"));
        await sam.ReviewsAsync("Finch Canvas");
        await sam.PressesAsync("Fill in what you know…");
        await sam.Fills(("training", "no")).PressesAsync("Save");
        await sam.ReadsAsync("Say how you know");
        await sam.Fills(("training", "no"), ("source", "Their terms of 3 May, section 4")).PressesAsync("Save");
        await sam.ReadsAsync("Saved. The risk is now Medium.", "Sam changed “Trains on our data”");
        await sam.ApprovesAsync();
        await sam.ReadsAsync("Done. I'll let Rita know.");
        await rita.SaysAsync($"status {request}", "Finch Canvas: approved", "Sam resolved an open point");
        await rita.HearsAboutAsync("Finch Canvas", "Yes, you can use");
    }
}
