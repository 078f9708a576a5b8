using System.Net;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Extension;

/// <summary>A review decided in a dialog of Teams, as Teams sends it; the cards in the channels follow by themselves.</summary>
public sealed class DialogTests : IAsyncLifetime
{
    private const string Reason = "They could not say where our calls are kept.";
    private WireCompany company = null!;
    private Employee sam = null!;
    private Posted review = null!;

    public async ValueTask InitializeAsync()
    {
        company = await WireCompany.StartAsync();
        await company.OpensReviewChannelsAsync();
        sam = new(company.Bot.Http, company.Connector, Personas.Sam);
        var request = EmployeeRequest.Number(0, company);
        await new[] { request }.GoOnAsync();
        await new[] { request }.AreShownAsync(company);
        review = Assert.Single(company.Connector.Threads(Personas.Sam.ChannelId));
    }

    public ValueTask DisposeAsync() => company.DisposeAsync();

    private string Thread => $"{Personas.Sam.ChannelId};messageid={review.Id}";

    /// <summary>In the thread of the review card, as everything that is pressed there.</summary>
    private Task<Answer> GivesAsync(JsonObject activity)
    {
        activity["replyToId"] = review.Id;
        activity["conversation"] = new JsonObject
        {
            ["id"] = Thread,
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = Personas.TenantId,
        };
        return sam.GiveAsync(activity);
    }

    private async Task<Card> OpensAsync(string verb)
    {
        var deciding = (await GivesAsync(sam.PressIn(Thread, review, "review"))).Card!;
        var data = deciding.Button(verb).Data(new Dictionary<string, string>());
        data["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        return (await GivesAsync(sam.Dialog("task/fetch", data))).Dialog!;
    }

    private Task<Answer> SendsAsync(Card dialog, string verb, IReadOnlyDictionary<string, string> typed) =>
        GivesAsync(sam.Dialog("task/submit", dialog.Button(verb).Data(typed)));

    private Task ShowsAsync(params string[] texts) =>
        WaitUntil.TrueAsync(
            () =>
                new[] { Personas.Sam, Personas.Priya }.All(persona =>
                    texts.All(text => Assert.Single(company.Connector.Threads(persona.ChannelId)).Contains(text))
                ),
            () => $"{string.Join(", ", texts)} in both channels"
        );

    [Fact]
    public async Task A_no_is_written_in_a_dialog_until_it_says_enough_and_shows_everywhere()
    {
        var dialog = await OpensAsync("reject");
        var again = await SendsAsync(dialog, "reject", new Dictionary<string, string> { ["comment"] = "No." });
        Assert.Contains("Use at least 10 letters or digits", string.Join('\n', again.Dialog!.Texts), StringComparison.Ordinal);
        Assert.Equal("No.", again.Dialog.Input("comment").Value);
        var done = await SendsAsync(again.Dialog, "reject", new Dictionary<string, string> { ["comment"] = Reason });
        Assert.Equal((HttpStatusCode.OK, ""), (done.Status, done.Body));
        await ShowsAsync("not approved", Reason);
        var late = await SendsAsync(dialog, "reject", new Dictionary<string, string> { ["comment"] = Reason });
        Assert.Contains("Already decided on", string.Join('\n', late.Dialog!.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conditions_are_set_beside_the_terms_that_hold_for_them()
    {
        var dialog = await OpensAsync("approve_conditions");
        var done = await SendsAsync(
            dialog,
            "Approve with conditions",
            new Dictionary<string, string>
            {
                ["terms"] = "covered",
                ["terms_ref"] = "Terms v7",
                ["condition_text"] = "Switch off training on our calls.",
            }
        );
        Assert.Equal((HttpStatusCode.OK, ""), (done.Status, done.Body));
        await ShowsAsync("approved with conditions", "Switch off training on our calls.", "Terms v7");
    }
}
