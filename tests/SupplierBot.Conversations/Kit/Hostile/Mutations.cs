using System.Text;
using System.Text.Json.Nodes;

namespace SupplierBot.Conversations.Kit.Hostile;

/// <summary>
/// Sound activities with something wrong in them: in the bytes, in the JSON, or in what it means. The same seed gives the same ones.
/// </summary>
internal sealed class Mutations(int seed)
{
    private static readonly string[] Scraps =
    [
        "null",
        "true",
        "-1",
        "2147483648",
        "1e400",
        "\"\"",
        "\"x\"",
        "[]",
        "{}",
        "[null]",
        "[[[[]]]]",
        "{\"id\":null}",
        "{\"id\":\"28:supplierbot\"}",
        "[{\"id\":\"28:supplierbot\"},null]",
        "\"\\u202E\\u0000\\uFFFE\"",
        "\"\\uD83D\\uDE00\"",
        "\"../../..\"",
        "\"REQ-2026-0001\"",
        "\"SUP-0001\"",
        "\"<script>\"",
        "\"10 mine\"",
        "\"2147483647 pending\"",
        "\"new x\"",
        "\"can i use x\"",
        "\"channel\"",
        "\"groupChat\"",
        "\"automatic\"",
        "\"submit\"",
        "\"discard\"",
        "\"approve\"",
        "\"say\"",
        "{\"_\":{\"draft\":\"x\"}}",
        "[{\"type\":\"mention\",\"mentioned\":{\"id\":\"28:supplierbot\"},\"text\":\"a\"}]",
    ];

    private static readonly string[] Members =
    [
        "text",
        "value",
        "entities",
        "attachments",
        "channelData",
        "membersAdded",
        "membersRemoved",
        "name",
        "replyToId",
        "id",
        "action",
        "from",
        "recipient",
        "locale",
        "localTimezone",
        "timestamp",
        "type",
        "tomorrow",
    ];

    private readonly Random random = new(seed);

    public byte[] Of(JsonObject sound)
    {
        var activity = sound.DeepClone().AsObject();
        for (var changes = random.Next(0, 4); changes > 0; changes--)
            Change(activity);
        var body = Encoding.UTF8.GetBytes(activity.ToJsonString());
        return random.Next(3) == 0 ? Damaged(body) : body;
    }

    private void Change(JsonObject activity)
    {
        if (random.Next(3) == 0)
            activity[Pick(Members)] = Scrap();
        else if (Inside(activity) is { Count: > 0 } inside)
            Replace(inside);
    }

    private void Replace(JsonObject inside)
    {
        var name = inside.ElementAt(random.Next(inside.Count)).Key;
        // Who speaks to whom, and where, is what a connector vouches for: another address is another test.
        if (name is "serviceUrl" or "conversation")
            return;
        if (random.Next(4) == 0)
            inside.Remove(name);
        else if (random.Next(6) == 0)
            inside[name] = new string('x', random.Next(1, 20_000));
        else
            inside[name] = Scrap();
    }

    /// <summary>An object somewhere below.</summary>
    private JsonObject Inside(JsonObject from)
    {
        var below = from.Where(pair => pair.Key != "conversation").Select(pair => pair.Value).OfType<JsonObject>().ToList();
        return below.Count == 0 || random.Next(3) == 0 ? from : Inside(below[random.Next(below.Count)]);
    }

    private byte[] Damaged(byte[] body)
    {
        var bytes = body.ToList();
        for (var damage = random.Next(1, 4); damage > 0 && bytes.Count > 1; damage--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(40)).ToList());
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(30), bytes.Count - at));
                    break;
            }
        }
        return [.. bytes];
    }

    private JsonNode? Scrap() => Pick(Scraps) is "1e400" ? 1e300 : JsonNode.Parse(Pick(Scraps));

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
