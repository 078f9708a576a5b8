using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Protocol;

namespace SupplierBot.BotFramework.Tests.Kit;

/// <summary>Activities as Teams sends them, with one thing changed.</summary>
internal static class SampleActivities
{
    public const string Bot = "28:bot";
    public static readonly DateOnly Today = new(2026, 11, 2);
    public const string Tenant = "11111111-1111-1111-1111-111111111111";
    public const string Rita = "aaaaaaaa-0000-0000-0000-000000000001";
    public const string TeamsUrl = "https://smba.trafficmanager.net/emea/";

    public static JsonObject Message(string text = "help", Action<JsonObject>? change = null) =>
        With(
            "message",
            activity =>
            {
                activity["text"] = text;
                change?.Invoke(activity);
            }
        );

    public static JsonObject With(string type, Action<JsonObject>? change = null)
    {
        var activity = JsonNode
            .Parse(
                $$"""
                {
                  "type": "{{type}}", "id": "1700000000001", "channelId": "msteams", "serviceUrl": "{{TeamsUrl}}",
                  "timestamp": "2026-11-23T09:00:00Z", "locale": "en-GB", "localTimezone": "Europe/Madrid",
                  "from": { "id": "29:rita", "name": "Rita Requester", "aadObjectId": "{{Rita}}" },
                  "recipient": { "id": "{{Bot}}", "name": "SupplierBot" },
                  "conversation": { "id": "a:chat-with-rita", "conversationType": "personal", "tenantId": "{{Tenant}}" },
                  "channelData": { "tenant": { "id": "{{Tenant}}" } }
                }
                """
            )!
            .AsObject();
        change?.Invoke(activity);
        return activity;
    }

    /// <param name="value">The invoke's whole value.</param>
    public static JsonObject Invoke(string value, string? name = "adaptiveCard/action") =>
        With(
            "invoke",
            activity =>
            {
                if (name is not null)
                    activity["name"] = name;
                activity["value"] = JsonNode.Parse(value);
                activity["replyToId"] = "1699999999999";
            }
        );

    public static JsonObject Press(string verb, string data = "{}") =>
        Invoke($$"""{ "action": { "type": "Action.Execute", "verb": "{{verb}}", "data": {{data}} }, "trigger": "manual" }""");

    public static byte[] Bytes(this JsonNode activity) => Encoding.UTF8.GetBytes(activity.ToJsonString());

    public static Activity Read(this JsonNode activity) =>
        Assert.IsType<ActivityReading.Accepted>(ActivityReading.Read(activity.Bytes())).Activity;

    public static JsonNode Parse(string json) =>
        JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true })!;
}
