using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Turns;
using SupplierBot.Slack.Tests.Kit;
using static SupplierBot.Slack.Tests.Kit.Company;

namespace SupplierBot.Slack.Tests.Hosting;

/// <summary>A turn that takes longer than Slack waits: nothing is lost, and the person sees that something happens.</summary>
public sealed class SlackTurnsTests(SlackTurnsTests.SlowCompany company) : IClassFixture<SlackTurnsTests.SlowCompany>
{
    private SlackDriver Driver => company.Product.Driver;
    private FakeSlack Slack => company.Slack;

    [Fact]
    public async Task A_window_opens_in_time_and_is_filled_afterwards()
    {
        company.Pause = TimeSpan.FromSeconds(1.5);
        Assert.Equal((200, ""), await Driver.ShortcutAsync("rita", "supplier_new") is var answer ? (answer.Status, answer.Body) : default);
        await Slack.SeesAsync("rita", view => Has(view, ";answer;"));
        Assert.Equal(
            ["views.open", "views.update"],
            Slack.CallNames.Where(call => call.StartsWith("views.", StringComparison.Ordinal)).TakeLast(2)
        );
    }

    [Fact]
    public async Task A_window_that_was_sent_says_that_it_waits_and_goes_on_with_what_was_typed()
    {
        company.Pause = TimeSpan.Zero;
        await Driver.ShortcutAsync("sam", "supplier_new");
        var modal = await Slack.SeesAsync("sam", view => Has(view, ";answer;"));
        company.Pause = TimeSpan.FromSeconds(2.8);
        var answer = await Driver.SubmitAsync("sam", modal, ModalIntake.For(modal, ModalIntake.Answers));
        Assert.Equal((200, "update"), (answer.Status, (string?)answer.Json!["response_action"]));
        Assert.False(Has(answer.Json, ";answer;"), answer.Body);
        Assert.Contains(";answer;", (string?)(await LateAsync((string)modal["id"]!))["private_metadata"], StringComparison.Ordinal);
    }

    /// <summary>
    /// What the bot shows in the modal afterwards. Here the workspace may be slower with the answer itself, so that the call is looked at.
    /// </summary>
    private async Task<JsonObject> LateAsync(string modal)
    {
        for (var look = 0; look < 15_000; look++)
        {
            if (Slack.Calls.LastOrDefault(call => call.Method == "views.update" && call.Form["view_id"] == modal) is { } late)
                return JsonNode.Parse(late.Form["view"])!.AsObject();
            await Task.Delay(20);
        }
        throw new TimeoutException(string.Join(", ", Slack.CallNames));
    }

    public sealed class SlowCompany : IAsyncLifetime
    {
        internal FakeSlack Slack { get; private set; } = null!;
        internal Product Product { get; private set; } = null!;

        /// <summary>Before every turn.</summary>
        internal TimeSpan Pause { get; set; }

        public async ValueTask InitializeAsync()
        {
            Slack = await FakeSlack.StartAsync();
            Product = new(Slack, services => services.AddSingleton(provider => Paused(provider.GetRequiredService<MeasuredTurns>())));
        }

        public async ValueTask DisposeAsync()
        {
            await Product.DisposeAsync();
            await Slack.DisposeAsync();
        }

        private ITurnHandler Paused(ITurnHandler inner)
        {
            var turns = new Mock<ITurnHandler>();
            turns
                .Setup(handler => handler.HandleAsync(It.IsAny<Turn>(), It.IsAny<CancellationToken>()))
                .Returns(
                    async (Turn turn, CancellationToken cancellation) =>
                    {
                        await Task.Delay(Pause, cancellation);
                        return await inner.HandleAsync(turn, cancellation);
                    }
                );
            return turns.Object;
        }
    }
}
