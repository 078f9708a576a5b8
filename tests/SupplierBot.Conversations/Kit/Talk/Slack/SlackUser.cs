using System.Diagnostics;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Conversations.Kit.Talk.Slack;

/// <summary>
/// Somebody on Slack. What is a command is typed as one, so that requests are made in modals; everything else is said to the bot. A yes
/// that is asked for once more is confirmed.
/// </summary>
/// <param name="bot">Whose messages they wait for before they press.</param>
/// <param name="user">By which the workspace knows them.</param>
/// <param name="direct">Their own chat with the bot.</param>
/// <param name="channel">Where their role decides.</param>
/// <param name="writes">Never types a command, so that requests are made in messages.</param>
internal sealed class SlackUser(SlackDriver driver, BotProcess bot, string user, string name, string direct, string channel, bool writes)
    : ChatUser(name)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5),
        BetweenLooks = TimeSpan.FromMilliseconds(20);

    private SlackSnapshot? beforePress;

    private FakeSlack Slack => driver.Slack;

    public override async Task SaysAsync(string text, params string[] seeing)
    {
        var before = Seen();
        if (writes || RequestReader.Parse(text) is Request.Unclear)
        {
            await AcceptedAsync(driver.SayAsync(user, text), text);
            LooksAt(await ComesAsync(before, null, seeing, $"an answer to `{text}`"));
        }
        else if ((await AcceptedAsync(driver.CommandAsync(user, text), text)).Json is JsonObject ephemeral)
        {
            LooksAt(EphemeralOf(ephemeral));
            await ReadsAsync(seeing);
        }
        else
            LooksAt(await ComesAsync(before, null, seeing, $"an answer to `{text}`"));
    }

    public override async Task SaysInChannelAsync(string text, params string[] seeing)
    {
        var before = Seen();
        await AcceptedAsync(
            driver.EventAsync(
                new()
                {
                    ["type"] = "app_mention",
                    ["channel"] = channel,
                    ["user"] = Slack.User(user),
                    ["text"] = $"<@{FakeSlack.Bot}> {text}",
                    ["ts"] = SlackPayloads.NewTime(),
                }
            ),
            text
        );
        LooksAt(await ComesAsync(before, null, seeing, $"an answer in the channel to `{text}`"));
    }

    public override async Task PressesAsync(string button)
    {
        var before = Seen();
        if (CurrentView is SlackModal modal && modal.Sends(button))
            await TakesAsync(modal, before, await AcceptedAsync(driver.SubmitAsync(user, modal.View, Filled), button));
        else
        {
            await AcceptedAsync(PressAsync(button), button);
            LooksAt(await LedToAsync(before, button));
        }
    }

    public override async Task PressesAsync(string button, params string[] seeing)
    {
        var before = Seen();
        await AcceptedAsync(PressAsync(button), button);
        LooksAt(await ComesAsync(before, CurrentView as SlackMessage, seeing, $"what `{button}` leads to"));
    }

    public override async Task PressesTwiceAsync(string button, bool same = true)
    {
        var before = Seen();
        if (CurrentView is not SlackModal modal || !modal.Sends(button))
        {
            var presses = await Task.WhenAll(PressAsync(button), PressAsync(button));
            Assert.All(presses, press => Assert.Equal(200, press.Status));
            LooksAt(
                CurrentView is SlackMessage { IsEphemeral: false } pressed
                    ? await ChangedTwiceAsync(before, pressed)
                    : await LedToAsync(before, button)
            );
            return;
        }
        var both = await Task.WhenAll(
            AcceptedAsync(driver.SubmitAsync(user, modal.View, Filled), button),
            AcceptedAsync(driver.SubmitAsync(user, modal.View, Filled), button)
        );
        // Whichever closes the modals closes them for both.
        var closes = Array.Find(both, answer => (string?)answer.Json?["response_action"] == "clear");
        if (same && closes is null)
            Assert.Equal(Shown(both[0]), Shown(both[1]));
        await TakesAsync(modal, before, closes ?? both[1]);
    }

    public override async Task ForcesAsync(string verb, params (string Id, string Value)[] inputs)
    {
        var before = Seen();
        var message = (SlackMessage)CurrentView;
        var values = new JsonObject(
            inputs.Select(input =>
                KeyValuePair.Create(
                    input.Id,
                    (JsonNode?)
                        new JsonObject
                        {
                            [input.Id] = new JsonObject { ["type"] = "plain_text_input", ["value"] = input.Value },
                        }
                )
            )
        );
        var where = SlackPayloads.OnMessage(message.Channel, "somewhere", message.Message, values, Slack.NewResponseUrl(user));
        var action = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = $"{verb}:",
            ["block_id"] = "actions",
            ["value"] = message.Forged(verb),
            ["action_ts"] = SlackPayloads.NewTime(),
        };
        var press = SlackPayloads.By(
            "block_actions",
            Slack.User(user),
            user,
            await Slack.TriggerAsync(Slack.User(user)),
            where,
            new JsonObject { ["actions"] = new JsonArray(action) }
        );
        await AcceptedAsync(driver.SendAsync(SlackRequest.Payload(SlackDriver.Interactions, press)), verb);
        LooksAt(await LedToAsync(before, verb));
    }

    public override async Task SeesAsync(params string[] texts) => LooksAt(await FoundAsync(direct, texts));

    public override async Task SeesInChannelAsync(params string[] texts) => LooksAt(await FoundAsync(channel, texts));

    public override Task<int> CountAsync(string text) => Task.FromResult(Messages(direct).Count(message => message.Holds([text])));

    public override Task<int> CountInChannelAsync(string text) =>
        Task.FromResult(Messages(channel).Count(message => message.Holds([text])));

    public override Task InstallsAgainAsync() =>
        AcceptedAsync(
            driver.EventAsync(
                new()
                {
                    ["type"] = "app_home_opened",
                    ["user"] = Slack.User(user),
                    ["channel"] = "D0",
                    ["tab"] = "messages",
                    ["event_ts"] = SlackPayloads.NewTime(),
                }
            ),
            "opening the app"
        );

    /// <summary>
    /// After the modals closed it is read where the request or the review is; in a message also what it said in passing, before the case
    /// moved on.
    /// </summary>
    public override async Task ReadsAsync(params string[] texts)
    {
        if (CurrentView is not SlackClosedModal closed)
        {
            if (
                CurrentView is SlackMessage { IsEphemeral: false } message
                && await FirstAsync(() => ChangesOf(message).FirstOrDefault(change => change.Holds(texts))) is { } passing
            )
                Shows(passing);
            await base.ReadsAsync(texts);
            return;
        }
        var elsewhere = texts.Where(text => !PlatformDifferences.IsNotShownOnSlack(text)).ToArray();
        if (elsewhere.Length > 0)
            LooksAt(await ComesAsync(closed.Before, closed.From, elsewhere, "what came of it"));
    }

    /// <summary>
    /// A modal, an ephemeral message, or the pressed message of the own chat as it looked first; other messages come when they come.
    /// </summary>
    private async Task<SlackView> LedToAsync(SlackSnapshot before, string button)
    {
        var pressed = CurrentView as SlackMessage;
        beforePress = before;
        return await FirstAsync(() =>
                Seen()
                    .Since(before, pressed ?? (CurrentView as SlackModal)?.From)
                    .LastOrDefault(sight =>
                        sight is not SlackMessage { IsEphemeral: false } message || (message.Channel == direct && message.Ts == pressed?.Ts)
                    )
            ) ?? throw new TimeoutException($"{Name} never saw what `{button}` leads to. New:\n{All(Seen().Since(before, null))}");
    }

    private IEnumerable<SlackMessage> ChangesOf(SlackMessage message) =>
        Seen()
            .Messages.Skip(beforePress?.Messages.Count ?? 0)
            .Where(one => one.Channel == message.Channel && one.Ts == message.Ts)
            .Append(message);

    /// <summary>Each press changes the message; what the later one shows stays.</summary>
    private async Task<SlackView> ChangedTwiceAsync(SlackSnapshot before, SlackMessage pressed) =>
        await FirstAsync(() =>
            Seen().Messages.Skip(before.Messages.Count).Where(message => message.Ts == pressed.Ts).Skip(1).LastOrDefault()
        ) ?? throw new TimeoutException($"{Name} never saw it change twice:\n{pressed.Reading}");

    private async Task<SlackAnswer> PressAsync(string button)
    {
        var sight = (SlackView)CurrentView;
        var action =
            sight.ActionOf(button)
            ?? throw new InvalidOperationException($"No button `{button}`; there are: {string.Join(", ", sight.Verbs)}\n{sight.Reading}");
        if (sight is SlackMessage { IsEphemeral: false } own && own.Channel == direct)
            await NothingIsOnItsWayAsync();
        return sight switch
        {
            SlackModal modal => await driver.PressInViewAsync(user, modal.View, action, Filled),
            SlackMessage message => await driver.PressAsync(user, message.Channel, message.Message, action, Filled, message.IsEphemeral),
            _ => throw new InvalidOperationException($"Nothing to press `{button}` on."),
        };
    }

    /// <summary>People are slower than messages: what is still to come to this one would come over what the press opens there.</summary>
    private Task NothingIsOnItsWayAsync() =>
        FirstAsync(() => bot.Rows().Any(row => row.Contains(" o-", StringComparison.Ordinal)) ? null : (SlackView)CurrentView);

    private async Task TakesAsync(SlackModal modal, SlackSnapshot before, SlackAnswer answer)
    {
        switch ((string?)answer.Json?["response_action"])
        {
            case "clear":
                LooksAt(new SlackClosedModal(modal.From, before));
                break;
            case "errors": // what was typed stays
                Shows(modal with { Errors = [.. answer.Json!["errors"]!.AsObject().Select(error => (string)error.Value!)] });
                break;
            case "push" when NewestModal() is var top && new SlackModal(top, modal.From, []) is { AsksAgain: true } again:
                var asked = Seen();
                await TakesAsync(again, asked, await AcceptedAsync(driver.SubmitAsync(user, top), "yes"));
                break;
            case "update" or "push":
                LooksAt(
                    new SlackModal(NewestModal(), modal.From, []) is { Waits: false } shown ? shown : await LedToAsync(before, "waiting")
                );
                break;
            default: // it closes, and the one below says more
                LooksAt(await LedToAsync(before, "closing the window"));
                break;
        }
    }

    /// <summary>Something new that holds all the texts, however slow the machine is.</summary>
    private async Task<SlackView> ComesAsync(SlackSnapshot before, SlackMessage? from, string[] texts, string what) =>
        await FirstAsync(() => Seen().Since(before, from).FirstOrDefault(sight => sight.Holds(texts)))
        ?? throw new TimeoutException($"{Name} never saw {what} with {Quoted(texts)}. New:\n{All(Seen().Since(before, from))}");

    private async Task<SlackView> FoundAsync(string where, string[] texts) =>
        await FirstAsync(() => Messages(where).LastOrDefault(message => message.Holds(texts)))
        ?? throw new TimeoutException($"{Name} never saw {Quoted(texts)}. There:\n{All(Messages(where))}");

    private static async Task<SlackView?> FirstAsync(Func<SlackView?> look)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Patience; await Task.Delay(BetweenLooks))
        {
            if (look() is { } found)
                return found;
        }
        return null;
    }

    private static string All(IEnumerable<SlackView> sights) => string.Join("\n---\n", sights.Select(sight => sight.Reading));

    private SlackSnapshot Seen() =>
        new(
            Slack.ModalsOf(user).ToDictionary(modal => $"{modal["id"]} {modal["hash"]}"),
            [.. Ephemerals()],
            [.. Replacements()],
            [
                .. Slack
                    .Posts.Where(post => post.Channel == channel || post.Channel == direct)
                    .Select(post => new SlackMessage(post.Channel, post.Message)),
            ]
        );

    private IEnumerable<SlackMessage> Ephemerals() =>
        Slack
            .Calls.Where(call => call.Method == "chat.postEphemeral" && call.Form["user"] == Slack.User(user))
            .Select(call => EphemeralOf(new JsonObject { ["text"] = call.Form["text"], ["blocks"] = JsonNode.Parse(call.Form["blocks"]) }));

    private IEnumerable<SlackMessage> Replacements() =>
        Slack.Responses.Where(response => response.By == user).Select(response => EphemeralOf(response.Body));

    private SlackMessage EphemeralOf(JsonNode body)
    {
        var ephemeral = body.DeepClone().AsObject();
        ephemeral["ts"] = SlackPayloads.NewTime();
        return new(channel, ephemeral, IsEphemeral: true);
    }

    private IEnumerable<SlackMessage> Messages(string where) =>
        Slack
            .Posts.Where(post => post.Channel == where)
            .GroupBy(post => post.Ts, StringComparer.Ordinal)
            .Select(posts => new SlackMessage(where, posts.Last().Message));

    private JsonObject NewestModal() => Slack.ModalsOf(user)[^1];

    private static async Task<SlackAnswer> AcceptedAsync(Task<SlackAnswer> sending, string what)
    {
        var answer = await sending;
        Assert.True(answer.Status == 200, $"`{what}` was answered with {answer.Status} {answer.Body}");
        return answer;
    }

    private static string Shown(SlackAnswer answer) =>
        answer.Json?["view"] is JsonObject view ? new SlackModal(view, null, []).Reading : answer.Body;
}
