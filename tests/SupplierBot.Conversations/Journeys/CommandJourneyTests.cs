using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

/// <summary>What people can say, and what they hear.</summary>
public abstract class CommandJourneyTests(Company company)
{
    [Fact]
    public async Task The_welcome_comes_once_however_often_the_bot_is_installed()
    {
        var rita = company.Rita;
        await rita.InstallsAgainAsync();
        await rita.InstallsAgainAsync();
        await rita.SaysAsync("help", "What you can ask me", "new Acme Notes");
        Assert.Equal(1, await rita.CountAsync("Hello"));
        Assert.Equal(0, await rita.CountInChannelAsync("Hello"));
    }

    [Fact]
    public async Task A_new_request_in_a_channel_is_led_to_the_personal_chat()
    {
        await company.Rita.SaysInChannelAsync("new Teal Secret", "Let's do this in private", "new Teal Secret");
        Assert.DoesNotContain("answer", company.Rita.CurrentView.Verbs);
    }

    [Fact]
    public async Task An_unknown_supplier_gets_a_button_that_starts_the_request()
    {
        var rita = company.Rita;
        await rita.DiscardsDraftAsync();
        await rita.HearsAboutAsync("Never Heard Of", "Never Heard Of isn't on the register yet.");
        await rita.PressesAsync("New request", "About the supplier");
        Assert.Equal("Never Heard Of", rita.CurrentView.Input("name").Value);
    }

    [Fact]
    public async Task Cancel_keeps_the_answers_and_discard_deletes_them()
    {
        var rita = company.Rita;
        await rita.DiscardsDraftAsync();
        await rita.SaysAsync("new Willet Tool", "About the supplier");
        await rita.Fills(("purpose", "Sorts our mail.")).PressesAsync("Next");
        await rita.SaysAsync("cancel", "Saved. Nothing was sent.");
        await rita.SaysAsync("new Another Tool", "You have a draft request for Willet Tool, last changed");
        await rita.PressesAsync("Continue Willet Tool");
        await rita.ReadsAsync("What they provide", "Willet Tool");
        await rita.SaysAsync("new Another Tool", "You have a draft request for Willet Tool, last changed");
        await rita.PressesAsync("Start Another Tool");
        await rita.ReadsAsync("About the supplier");
        Assert.Equal("Another Tool", rita.CurrentView.Input("name").Value);
        Assert.Equal("", rita.CurrentView.Input("purpose").Value);
        await rita.SaysAsync("cancel", "Saved. Nothing was sent");
        await rita.PressesAsync("Delete draft");
        await rita.ReadsAsync("Draft deleted. Nothing was sent.");
        await rita.SaysAsync("cancel", "You have no open draft");
        await rita.SaysAsync("new Willet Tool", "You have a draft request for Willet Tool, last changed");
        await rita.PressesAsync("Delete draft");
    }

    [Fact]
    public async Task A_typed_sentence_is_offered_for_the_empty_field_and_a_question_never_is()
    {
        var rita = company.Rita;
        await rita.DiscardsDraftAsync();
        await rita.SaysAsync("new Dotterel Tool", "About the supplier");
        await rita.SaysAsync("Should I write down everything?", "I didn't understand that. Your answers are saved.");
        await rita.PressesAsync("Back to my request", "About the supplier");
        Assert.Equal("", rita.CurrentView.Input("purpose").Value);
        await rita.SaysAsync("It sorts our incoming mail.", "Use this as the purpose?", "“It sorts our incoming mail.”");
        await rita.PressesAsync("Use as purpose");
        await rita.ReadsAsync("About the supplier");
        Assert.Equal("It sorts our incoming mail.", rita.CurrentView.Input("purpose").Value);
    }

    [Fact]
    public async Task Mine_status_and_pending_know_the_request()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        var request = await rita.AsksForAsync(Supplier.Caterer("Avocet Kitchen"));
        await rita.SaysAsync("mine", "Your requests", "Avocet Kitchen", "In review with");
        await rita.PressesAsync(request);
        await rita.ReadsAsync("Sent. Thanks, Rita.", request);
        await rita.SaysAsync($"status {request}", request, "Rita sent the request");
        await sam.SaysAsync("pending", "earest deadline first");
        while (!sam.CurrentView.Holds(["Avocet Kitchen"]))
            await sam.PressesAsync("Show more");
        await sam.PressesAsync(request);
        await sam.ReadsAsync("Avocet Kitchen", "By deciding, you confirm that you have no personal interest in this supplier.");
        await rita.SaysAsync("pending", "Nothing is waiting for your decision.");
        await sam.SaysAsync("status REQ-2001-0001", "I can't find REQ-2001-0001");
    }

    [Fact]
    public async Task A_request_is_taken_back_after_asking_once()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        var request = await rita.AsksForAsync(Supplier.Caterer("Curlew Kitchen"));
        await sam.SeesInChannelAsync("Curlew Kitchen", "Decide by");
        var review = sam.CurrentView;
        await rita.SaysAsync($"withdraw {request}", $"Withdraw {request}?");
        await rita.PressesAsync("Withdraw request");
        await rita.ReadsAsync("Curlew Kitchen: withdrawn by Rita");
        foreach (var screen in new[] { sam, priya })
            await screen.SeesInChannelAsync("Curlew Kitchen: withdrawn by Rita");
        sam.LooksAt(review);
        await sam.ForcesAsync("approve");
        await sam.ReadsAsync("Rita withdrew this request on");
        await rita.HearsAboutAsync("Curlew Kitchen", "Not on the register: the request was withdrawn.");
    }
}
