using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace SupplierBot.Conversations.Kit.Attacks;

/// <summary>Bodies that are no activity, and HTTP that is hardly any: with a good token, so that they are read at all.</summary>
internal static class ForgedBodies
{
    private const string Text = "\"HERE\"";

    public static readonly Dictionary<string, Attack> All = new()
    {
        ["a text of a megabyte"] = Attack.Text(body => body.Replace("HERE", new string('x', 1024 * 1024), StringComparison.Ordinal), 413),
        ["a text of a megabyte in chunks"] = Attack.Body(
            company => Attack.Bytes(company.Sam.Message(new string('x', 1024 * 1024))),
            413,
            change: request => request.Headers.TransferEncodingChunked = true
        ),
        ["10,000 members, each with a name"] = Attack.Refused(
            company =>
                AttackedCompany.Changed(
                    company.Sam.Message("help"),
                    sent =>
                        sent["membersAdded"] = Members(number => new JsonObject
                        {
                            ["id"] = $"29:{number}",
                            ["name"] = "One of ten thousand",
                        })
                ),
            413
        ),
        ["10,000 members, as short as they can be"] = Attack.Turn(
            company =>
                AttackedCompany.Changed(
                    company.Sam.Message(""),
                    sent =>
                        (sent["type"], sent["membersAdded"]) = (
                            "conversationUpdate",
                            Members(number => new JsonObject { ["id"] = $"{number}" })
                        )
                ),
            null
        ),
        ["10,000 members that are nothing"] = Attack.Turn(
            company =>
                AttackedCompany.Changed(
                    company.Sam.Message(""),
                    sent => (sent["type"], sent["membersAdded"]) = ("conversationUpdate", Members(_ => null))
                ),
            null
        ),
        ["10,000 members that are numbers"] = Attack.Refused(
            company => AttackedCompany.Changed(company.Sam.Message(""), sent => sent["membersAdded"] = Members(number => number)),
            400
        ),
        ["1,000 objects in each other"] = Attack.Text(body =>
            body.Replace(Text, string.Concat(Enumerable.Repeat("{\"a\":", 1_000)) + "1" + new string('}', 1_000), StringComparison.Ordinal)
        ),
        ["10,000 lists in each other, in a member nobody reads"] = Attack.Text(body =>
            body.Replace(Text, $"\"x\",\"tomorrow\":{new string('[', 10_000)}{new string(']', 10_000)}", StringComparison.Ordinal)
        ),
        ["lists that never end"] = Attack.Body(_ => Encoding.ASCII.GetBytes(new string('[', 200_000)), 400),
        ["the type twice"] = Attack.Text(body =>
            body.Replace("\"type\":\"message\"", "\"type\":\"message\",\"type\":\"invoke\"", StringComparison.Ordinal)
        ),
        ["the sender twice"] = Attack.Text(body =>
            body.Replace("\"from\":", "\"from\":{\"id\":\"29:x\"},\"from\":", StringComparison.Ordinal)
        ),
        ["the directory id twice"] = Attack.Text(body =>
            body.Replace(
                "\"aadObjectId\":",
                "\"aadObjectId\":\"5b0a3a2e-6f0d-4c61-9a53-000000000001\",\"aadObjectId\":",
                StringComparison.Ordinal
            )
        ),
        ["the directory id twice, once written in escapes"] = Attack.Text(body =>
            body.Replace("\"aadObjectId\":", "\"aad\\u004FbjectId\":\"x\",\"aadObjectId\":", StringComparison.Ordinal)
        ),
        ["a case twice in a stamp"] = Attack.Text(body =>
            body.Replace(
                Text,
                "\"\",\"value\":{\"verb\":\"approve\",\"_\":{\"case\":\"REQ-2026-0001\",\"case\":\"REQ-2026-0002\"}}",
                StringComparison.Ordinal
            )
        ),
        ["bytes that are no text"] = Attack.Body(company => Broken(company.Sam.Message("HERE"), 0xFF), 400),
        ["a slash in two bytes"] = Attack.Body(company => Broken(company.Sam.Message("HERE"), 0xC0, 0xAF), 400),
        ["half a surrogate pair in bytes"] = Attack.Body(company => Broken(company.Sam.Message("HERE"), 0xED, 0xA0, 0x80), 400),
        ["half a surrogate pair in escapes"] = Attack.Text(body => body.Replace("HERE", "\\uD800", StringComparison.Ordinal)),
        ["UTF-16"] = Attack.Body(company => Encoding.Unicode.GetBytes(company.Sam.Message("help").ToJsonString()), 400),
        ["a mark of UTF-8 in front"] = Attack.Body(company => [0xEF, 0xBB, 0xBF, .. Attack.Bytes(company.Sam.Message("help"))], 400),
        ["a comment"] = Attack.Text(body => body.Replace(Text, "/* x */ \"x\"", StringComparison.Ordinal)),
        ["a number that is none"] = Attack.Text(body => body.Replace(Text, "NaN", StringComparison.Ordinal)),
        ["two activities"] = Attack.Text(body => body + body),
        ["a list of activities"] = Attack.Text(body => $"[{body}]"),
        ["an activity in a text"] = Attack.Text(body => JsonValue.Create(body).ToJsonString()),
        ["half an activity"] = Attack.Text(body => body[..(body.Length / 2)]),
        ["nothing"] = Attack.Body(_ => [], 400),
        ["a sender that is a text"] = Wrong("from", "29:sam"),
        ["a sender that is nothing"] = Wrong("from", null),
        ["a conversation that is a list"] = Wrong("conversation", new JsonArray()),
        ["a recipient that is a number"] = Wrong("recipient", 28),
        ["a text that is a number"] = Wrong("text", 7),
        ["an id that is a number"] = Wrong("id", 1700000000001),
        ["a type that is an object"] = Wrong("type", new JsonObject()),
        ["entities that are an object"] = Wrong("entities", new JsonObject()),
        ["channel data that is a text"] = Wrong("channelData", "{}"),
        ["a tenant that is a text"] = Wrong("channelData", new JsonObject { ["tenant"] = "x" }),
        ["an id of 1,001 letters"] = Wrong("id", new string('x', 1_001)),
        ["a conversation without a name"] = Wrong("conversation", new JsonObject { ["id"] = "\u2003" }),
        ["a form"] = Attack.Body(_ => "payload=%7B%7D"u8.ToArray(), 415, "application/x-www-form-urlencoded"),
        ["an activity that calls itself text"] = Attack.Body(company => Attack.Bytes(company.Sam.Message("help")), 415, "text/plain"),
        ["an activity without a type of content"] = Attack.Body(company => Attack.Bytes(company.Sam.Message("help")), 415, null),
        ["another character set"] = Attack.Body(
            company => Attack.Bytes(company.Sam.Message("help")),
            415,
            "application/json; charset=utf-7"
        ),
        ["a compressed body"] = Attack.Body(
            company => Compressed(Attack.Bytes(company.Sam.Message("help"))),
            415,
            change: request => request.Content!.Headers.ContentEncoding.Add("gzip")
        ),
        ["a compressed body that does not say so"] = Attack.Body(company => Compressed(Attack.Bytes(company.Sam.Message("help"))), 400),
        ["a small body that would be large"] = Attack.Body(
            _ => Compressed(new byte[50_000_000]),
            415,
            change: request => request.Content!.Headers.ContentEncoding.Add("br")
        ),
        ["an invoke of another kind"] = Attack.Refused(
            company => AttackedCompany.Changed(company.Decides("approve", company.Waiting), sent => sent["name"] = "adaptiveCard/actions"),
            501
        ),
        ["a body that stops"] = new(
            company => company.SendAsync("Content-Length: 5000", "{\"type\":"u8.ToArray()),
            408,
            "refused with 408"
        ),
        ["chunks that stop"] = new(
            company => company.SendAsync("Transfer-Encoding: chunked", "8\r\n{\"type\":\r\n"u8.ToArray()),
            408,
            "refused with 408"
        ),
        ["chunks without end"] = new(
            company =>
                company.SendAsync(
                    "Transfer-Encoding: chunked",
                    Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"4000\r\n{new string('x', 0x4000)}\r\n", 40)))
                ),
            413,
            "refused with 413"
        ),
        ["a chunk that is none"] = new(
            company => company.SendAsync("Transfer-Encoding: chunked", "ZZ\r\n"u8.ToArray()),
            400,
            "refused with 400"
        ),
    };

    private static JsonArray Members(Func<int, JsonNode?> one) => new([.. Enumerable.Range(0, 10_000).Select(one)]);

    private static Attack Wrong(string member, JsonNode? value) =>
        Attack.Refused(company => AttackedCompany.Changed(company.Sam.Message("help"), sent => sent[member] = value?.DeepClone()), 400);

    private static byte[] Broken(JsonObject message, params byte[] bytes)
    {
        var body = Encoding.Latin1.GetString(Attack.Bytes(message));
        return Encoding.Latin1.GetBytes(body.Replace("HERE", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal));
    }

    private static byte[] Compressed(byte[] body)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
            gzip.Write(body);
        return output.ToArray();
    }
}
