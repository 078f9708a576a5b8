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
        await rita.SaysAsync("help", "You can say:", "new Acme Notes");
        Assert.Equal(1, await rita.CountAsync("Hello"));
        Assert.Equal(0, await rita.CountInChannelAsync("Hello"));
    }

    [Fact]
    public async Task A_new_request_in_a_channel_is_led_to_the_personal_chat()
    {
        await company.Rita.SaysInChannelAsync("new Teal Secret", "Let's do this between us", "new Teal Secret");
        Assert.DoesNotContain("answer", company.Rita.CurrentView.Verbs);
    }

    [Fact]
    public async Task An_unknown_supplier_gets_a_button_that_starts_the_request()
    {
        var rita = company.Rita;
        await rita.DiscardsDraftAsync();
        await rita.HearsAboutAsync("Never Heard Of", "Never Heard Of is not on the register yet.");
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
        await rita.SaysAsync("cancel", "Stopped for now. Nothing was sent.");
        await rita.SaysAsync("new Another Tool", "You have an unfinished request for Willet Tool, last changed");
        await rita.PressesAsync("Continue");
        await rita.ReadsAsync("What you get", "Willet Tool");
        await rita.SaysAsync("new Another Tool", "You have an unfinished request for Willet Tool, last changed");
        await rita.PressesAsync("Delete it, start new");
        await rita.ReadsAsync("About the supplier");
        Assert.Equal("Another Tool", rita.CurrentView.Input("name").Value);
        Assert.Equal("", rita.CurrentView.Input("purpose").Value);
        await rita.SaysAsync("cancel", "Stopped for now");
        await rita.PressesAsync("Delete it");
        await rita.ReadsAsync("Deleted. Nothing was sent.");
        await rita.SaysAsync("cancel", "there is nothing to stop");
    }

    [Fact]
    public async Task A_typed_sentence_fills_the_empty_field_and_a_question_never_does()
    {
        var rita = company.Rita;
        await rita.DiscardsDraftAsync();
        await rita.SaysAsync("new Dotterel Tool", "About the supplier");
        await rita.SaysAsync("Should I write down everything?", "Please tick your answers on the card and press Next.");
        Assert.Equal("", rita.CurrentView.Input("purpose").Value);
        await rita.SaysAsync("It sorts our incoming mail.", "Saved as", "“It sorts our incoming mail.”");
    }

    [Fact]
    public async Task Mine_status_and_pending_know_the_request()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        var request = await rita.AsksForAsync(Supplier.Caterer("Avocet Kitchen"));
        await rita.SaysAsync("mine", "Your requests", "Avocet Kitchen", "next: Security by");
        await rita.Fills(("pick", request)).PressesAsync("Open");
        await rita.ReadsAsync("Sent. Thank you, Rita.", request);
        await rita.SaysAsync($"status {request}", request, "sent by Rita");
        await sam.SaysAsync("pending", "Waiting for a decision", "Avocet Kitchen");
        await sam.Fills(("pick", request)).PressesAsync("Open");
        await sam.ReadsAsync("Avocet Kitchen", "By deciding you say that you have no interest of your own in this supplier.");
        await rita.SaysAsync("pending", "Nothing waits for you.");
        await sam.SaysAsync("status REQ-2001-0001", "I can't find REQ-2001-0001");
    }

    [Fact]
    public async Task A_request_is_taken_back_after_asking_once()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        var request = await rita.AsksForAsync(Supplier.Caterer("Curlew Kitchen"));
        await sam.SeesInChannelAsync("Curlew Kitchen", "Decide by");
        var review = sam.CurrentView;
        await rita.SaysAsync($"withdraw {request}", $"Take back {request}?");
        await rita.PressesAsync("Yes, take it back");
        await rita.ReadsAsync("Curlew Kitchen: withdrawn by Rita");
        foreach (var screen in new[] { sam, priya })
            await screen.SeesInChannelAsync("Curlew Kitchen: withdrawn by Rita");
        sam.LooksAt(review);
        await sam.ForcesAsync("approve");
        await sam.ReadsAsync("Rita took this back on");
        await rita.HearsAboutAsync("Curlew Kitchen", "No, not for what was asked.");
    }
}
