using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace SupplierBot.Benchmarks.Sdk;

/// <summary>
/// Echo, and five cards one after the other. The SDK's dialogs are a package that not every feed has, so the step is kept in the
/// conversation's state by hand: less work than a waterfall does.
/// </summary>
internal sealed class FiveStepsBot(ConversationState state) : ActivityHandler
{
    private const int Steps = 5;
    private readonly IStatePropertyAccessor<Progress> progress = state.CreateProperty<Progress>("Progress");

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        await state.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Text == "echo")
        {
            await turnContext.SendActivityAsync("echo", cancellationToken: cancellationToken);
            return;
        }
        var at = await progress.GetAsync(turnContext, () => new(), cancellationToken);
        if (turnContext.Activity.Text == "start")
            at.Answers.Clear();
        else
            at.Answers.Add((turnContext.Activity.Value as JObject)?.Value<string>("answer") ?? "");
        await turnContext.SendActivityAsync(
            at.Answers.Count < Steps
                ? MessageFactory.Attachment(Card(at.Answers.Count + 1))
                : MessageFactory.Text($"Thank you: {string.Join(' ', at.Answers)}"),
            cancellationToken
        );
        await progress.SetAsync(turnContext, at, cancellationToken);
    }

    private static Attachment Card(int number) =>
        new()
        {
            ContentType = "application/vnd.microsoft.card.adaptive",
            Content = new JObject
            {
                ["type"] = "AdaptiveCard",
                ["version"] = "1.5",
                ["body"] = new JArray(
                    new JObject
                    {
                        ["type"] = "TextBlock",
                        ["text"] = string.Create(CultureInfo.InvariantCulture, $"Question {number}"),
                        ["weight"] = "bolder",
                    },
                    new JObject
                    {
                        ["type"] = "Input.ChoiceSet",
                        ["id"] = "answer",
                        ["label"] = "Pick one",
                        ["style"] = "expanded",
                        ["choices"] = new JArray(
                            Enumerable
                                .Range(1, Steps)
                                .Select(choice => new JObject { ["title"] = $"Choice {choice}", ["value"] = $"{choice}" })
                        ),
                    }
                ),
                ["actions"] = new JArray(
                    new JObject
                    {
                        ["type"] = "Action.Submit",
                        ["title"] = "Next",
                        ["data"] = new JObject { ["step"] = number },
                    }
                ),
            },
        };

    internal sealed class Progress
    {
        public List<string> Answers { get; } = [];
    }
}
