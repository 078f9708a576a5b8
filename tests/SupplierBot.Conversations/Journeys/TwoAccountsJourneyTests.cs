using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Talk.Both;

namespace SupplierBot.Conversations.Journeys;

/// <summary>Somebody with an account on Teams and one on Slack is one person on both.</summary>
public sealed class TwoAccountsJourneyTests(CompanyOfTwoAccounts company) : IClassFixture<CompanyOfTwoAccounts>
{
    [Fact]
    public async Task Nobody_says_yes_twice()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        await rita.AsksForAsync(Supplier.ShiftPlanner("Garganey Rota"));
        await sam.ReviewsAsync("Garganey Rota");
        await sam.ApprovesAsync();
        await priya.SeesInChannelAsync("Garganey Rota", "1 of 2 approved");
        await company.SamOnSlack.SeesInChannelAsync("Garganey Rota", "1 of 2 approved");
        var review = company.SamOnSlack.CurrentView;
        await company.SamOnSlack.PressesAsync("Review");
        await company.SamOnSlack.ReadsAsync("You approved this on", "Priya");
        Assert.False(company.SamOnSlack.CurrentView.Has("approve"));
        company.SamOnSlack.LooksAt(review);
        await company.SamOnSlack.ForcesAsync("approve", ("terms", "agreed"), ("terms_ref", "MSA v3"));
        await company.SamOnSlack.ReadsAsync("You approved this on");
        await rita.HearsAboutAsync("Garganey Rota", "Not yet: it's in review");

        await priya.ReviewsAndApprovesAsync("Garganey Rota");
        await rita.SeesAsync("Approved – not ready to use: Garganey Rota");
        foreach (var screen in new[] { sam, company.SamOnSlack, priya })
            await screen.SeesInChannelAsync("Garganey Rota: approved", "Sam, Security", "Priya, Security");
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task Nobody_decides_what_they_asked_for_with_the_other_account(bool askingOnSlack)
    {
        var (asks, decides) = askingOnSlack ? (company.SamOnSlack, company.Sam) : (company.Sam, company.SamOnSlack);
        var name = $"Pochard {(askingOnSlack ? "Slack" : "Teams")}";
        await asks.AsksForAsync(Supplier.NotesApp(name));
        await decides.SeesInChannelAsync(name, "Decide by");
        var review = decides.CurrentView;
        await decides.PressesAsync("Review");
        await decides.ReadsAsync("This is your own request, so someone else must decide: Priya.");
        decides.LooksAt(review);
        await decides.ForcesAsync("approve", ("terms", "agreed"), ("terms_ref", "MSA v3"));
        await decides.ReadsAsync("This is your own request");
        await company.Rita.HearsAboutAsync(name, "Not yet: it's in review");
        await company.Priya.ReviewsAsync(name);
        await company.Priya.ApprovesAsync();
        foreach (var screen in new[] { asks, decides, company.Priya })
            await screen.SeesInChannelAsync($"{name}: approved", "Priya, Security");
        await asks.SeesAsync($"You can use {name} now");
    }
}
