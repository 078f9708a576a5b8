using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Conformance;

/// <summary>One conversation with a bot in Microsoft's Playground, and what the Playground recorded of it, both ways.</summary>
internal static class RecordedConversation
{
    /// <summary>Installed, spoken to, pressed in either way, spoken to in a channel.</summary>
    public static async Task<IReadOnlyList<JsonObject>> HoldAsync(Uri bot, int port, string folder)
    {
        var recording = Path.Combine(folder, "recording.log");
        await using (
            var rita = await Playground.StartAsync(
                Personas.Rita,
                port,
                bot,
                folder,
                new Dictionary<string, string>
                {
                    ["M365_AGENTS_PLAYGROUND_ENABLE_EVENTS_RECORDING"] = "true",
                    ["M365_AGENTS_PLAYGROUND_RECORDING_FILE"] = recording,
                }
            )
        )
        {
            await rita.InstallAsync();
            await rita.SeesAsync("Hello");
            await rita.SayAsync("new Acme");
            var page = await rita.SeesAsync("About the supplier", "Acme");
            Assert.IsType<PressResult.Replaced>(await rita.PressAsync(page, "cancel"));
            await rita.SayInChannelAsync("new Acme");
            await rita.SeesInChannelAsync("Acme");
            await SubmitAsync(rita, page);
            await WaitUntil.TrueAsync(() => IsOver(Read(recording)), () => $"the last press, recorded:\n{File.ReadAllText(recording)}");
        }
        return Read(recording);
    }

    /// <summary>As a client without Action.Execute presses.</summary>
    private static async Task SubmitAsync(Playground rita, ShownMessage page)
    {
        using var http = new HttpClient { BaseAddress = rita.Address };
        using var answer = await http.PostAsJsonAsync(
            "/_conversation/v1/submit",
            new JsonObject
            {
                ["conversation"] = new JsonObject { ["id"] = rita.Persona.PersonalChatId },
                ["from"] = new JsonObject { ["id"] = rita.Persona.Mri },
                ["replyToId"] = page.MessageId,
                ["value"] = page.Card!.Button("cancel").Data(new Dictionary<string, string>()),
            }
        );
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A call is recorded when it was answered: the bot's update, then the press itself.</summary>
    private static bool IsOver(List<JsonObject> recorded) =>
        recorded.Any(call =>
            call["request"]?["body"] is JsonObject { } body && body["type"]?.ToString() == "message" && body["value"] is not null
        );

    private static List<JsonObject> Read(string recording) =>
        [
            .. File.ReadAllText(recording)
                .Split("\n---\n", StringSplitOptions.RemoveEmptyEntries)
                .Where(entry => entry.Trim().Length > 0)
                .Select(entry => JsonNode.Parse(entry)!.AsObject()),
        ];
}
