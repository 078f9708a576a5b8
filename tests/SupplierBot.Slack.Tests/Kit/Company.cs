using System.Text.Json.Nodes;

namespace SupplierBot.Slack.Tests.Kit;

/// <summary>A workspace, and the product at work in it.</summary>
public sealed class Company : IAsyncLifetime
{
    internal FakeSlack Slack { get; private set; } = null!;
    internal Product Product { get; private set; } = null!;
    internal SlackDriver Driver => Product.Driver;
    internal string Reviews => Slack.Channel("vendor-security");

    public async ValueTask InitializeAsync()
    {
        Slack = await FakeSlack.StartAsync();
        Product = new(Slack);
    }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await Slack.DisposeAsync();
    }

    /// <summary>The newest such message of a channel, once it is there.</summary>
    /// <param name="reader">Somebody in it.</param>
    internal async Task<JsonObject> ReadsAsync(string reader, string channel, Func<JsonObject, bool> asItShould)
    {
        for (var look = 0; look < 15_000; look++)
        {
            if ((await Slack.MessagesAsync(reader, channel)).LastOrDefault(asItShould) is { } found)
                return found;
            await Task.Delay(20);
        }
        var texts = (await Slack.MessagesAsync(reader, channel)).Select(message => message.ToJsonString());
        throw new TimeoutException(
            $"{reader} does not read it. Calls: {string.Join(", ", Slack.CallNames)}. There: {string.Join("\n", texts)}\nLog:\n{string.Join("\n", Product.Log.Lines.TakeLast(20))}"
        );
    }

    /// <summary>What only this person sees in a channel: the newest <c>chat.postEphemeral</c>, once it says what it should.</summary>
    internal async Task<string> HearsAsync(string name, string said)
    {
        for (var look = 0; look < 15_000; look++)
        {
            if (
                Slack.Calls.LastOrDefault(call => call.Method == "chat.postEphemeral" && call.Form["user"] == Slack.User(name))?.Form
                    is { } form
                && Has(form["blocks"], said)
            )
                return form["blocks"];
            await Task.Delay(20);
        }
        throw new TimeoutException(
            $"{name} does not hear '{said}'. Calls: {string.Join(", ", Slack.Calls.Where(call => call.Method == "chat.postEphemeral").Select(call => call.Form["blocks"]))}"
        );
    }

    internal static bool Has(JsonNode? shown, string text) => shown is not null && Has(shown.ToJsonString(), text);

    /// <summary>JSON writes some letters as escapes.</summary>
    internal static bool Has(string json, string text) =>
        System
            .Text.RegularExpressions.Regex.Unescape(json.Replace("\\\"", "\"", StringComparison.Ordinal))
            .Contains(text, StringComparison.OrdinalIgnoreCase);
}
