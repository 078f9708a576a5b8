using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Hosting;

/// <summary>Requests Slack did not send, or not so: refused by their bytes, without a word, and nothing is done.</summary>
public sealed class SlackEndpointsForgeryTests(AttackedCompany company) : IClassFixture<AttackedCompany>
{
    private const string Signature = "X-Slack-Signature",
        Time = "X-Slack-Request-Timestamp";

    private static readonly Dictionary<string, Func<SlackRequest, SlackRequest>> Tamperings = new()
    {
        ["another secret"] = good => good with { Secret = "another-signing-secret" },
        ["no secret at all"] = good => good with { Secret = "" },
        ["the bot token as the secret"] = good => good with { Secret = FakeSlack.BotToken },
        ["a byte more than was signed"] = good => good with { Sent = [.. good.Body, (byte)' '] },
        ["a byte less than was signed"] = good => good with { Sent = good.Body[..^1] },
        ["another body under a good signature"] = good => good with { Sent = Encoding.UTF8.GetBytes("payload=%7B%7D") },
        ["nothing in place of what was signed"] = good => good with { Sent = [] },
        ["no signature"] = good => With(good, Signature, null),
        ["no time"] = good => With(good, Time, null),
        ["an empty signature"] = good => With(good, Signature, ""),
        ["another version"] = good => With(good, Signature, Sign(good).Replace("v0=", "v1=", StringComparison.Ordinal)),
        ["no version"] = good => With(good, Signature, Sign(good)[3..]),
        ["capitals"] = good => With(good, Signature, "v0=" + Sign(good)[3..].ToUpperInvariant()),
        ["a digit less"] = good => With(good, Signature, Sign(good)[..^1]),
        ["a digit more"] = good => With(good, Signature, Sign(good) + "0"),
        ["two signatures in one"] = good => With(good, Signature, $"{Sign(good)},{Sign(good)}"),
        ["sent six minutes ago"] = good => good with { SentAt = -360 },
        ["a replay of yesterday"] = good => good with { SentAt = -86_400 },
        ["sent in six minutes"] = good => good with { SentAt = 360 },
        ["the time of another request"] = good => With(good, Time, SlackPayloads.Text(SlackPayloads.Seconds - 7)),
        ["a time that is no number"] = good => With(good, Time, "now"),
        ["a time with a sign"] = good => With(good, Time, "+" + SlackPayloads.Text(SlackPayloads.Seconds)),
        ["a time beyond all times"] = good => With(good, Time, "99999999999999999999"),
        ["the check of the address, with a payload"] = good =>
            good with
            {
                Body = [.. "ssl_check=1&"u8, .. good.Body],
                Secret = "another-signing-secret",
            },
        ["a retry that says so"] = good => With(good with { Secret = "another-signing-secret" }, "X-Slack-Retry-Num", "1"),
    };

    public static readonly TheoryData<string> NotSlacks = new(Tamperings.Keys);

    [Theory]
    [MemberData(nameof(NotSlacks))]
    public async Task Without_a_good_signature_there_is_no_answer(string how)
    {
        company.Slack.Calls.Clear();
        foreach (var good in Good())
        {
            var answer = await company.ChangesNothingAsync(() => company.Driver.SendAsync(Tamperings[how](good)));
            Assert.Equal((401, ""), (answer.Status, answer.Body));
        }
        Assert.Empty(company.Slack.Calls);
    }

    [Fact]
    public async Task A_challenge_is_not_repeated_to_strangers()
    {
        var answer = await company.Driver.SendAsync(
            SlackRequest.Json(SlackDriver.Events, new JsonObject { ["type"] = "url_verification", ["challenge"] = "3eZbrw1aB" }) with
            {
                Secret = "another-signing-secret",
            }
        );
        Assert.Equal((401, ""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task The_secret_from_before_is_good_while_it_is_configured() =>
        Assert.Equal(200, (await company.Driver.SendAsync(Good()[0] with { Secret = Product.PreviousSecret })).Status);

    private static readonly Dictionary<string, (int Status, SlackRequest Request)> MalformedRequests = new()
    {
        ["no JSON"] = (400, Raw(SlackDriver.Events, "application/json", "{")),
        ["a list"] = (400, Raw(SlackDriver.Events, "application/json", "[]")),
        ["no type"] = (400, Raw(SlackDriver.Events, "application/json", "{}")),
        ["a name twice"] = (
            400,
            Raw(SlackDriver.Events, "application/json", """{"type":"event_callback","type":"url_verification","challenge":"x"}""")
        ),
        ["no text"] = (400, new(SlackDriver.Events, "application/json", [0x7b, 0xff, 0x7d])),
        ["half a letter"] = (400, Raw(SlackDriver.Events, "application/json", """{"type":"event_callback","event":{"text":"\ud800"}}""")),
        ["deeper than anybody writes"] = (400, Raw(SlackDriver.Events, "application/json", new string('[', 5000))),
        ["an empty body"] = (400, Raw(SlackDriver.Events, "application/json", "")),
        ["no payload"] = (400, Raw(SlackDriver.Interactions, "application/x-www-form-urlencoded", "a=b")),
        ["the payload in the address"] = (
            400,
            Raw(SlackDriver.Interactions + "?payload=%7B%22type%22%3A%22shortcut%22%7D", "application/x-www-form-urlencoded", "")
        ),
        ["two payloads"] = (400, Raw(SlackDriver.Interactions, "application/x-www-form-urlencoded", "payload=%7B%7D&payload=%7B%7D")),
        ["a payload that is no JSON"] = (400, Raw(SlackDriver.Interactions, "application/x-www-form-urlencoded", "payload=approve")),
        ["a payload of other kinds"] = (
            400,
            Raw(SlackDriver.Interactions, "application/x-www-form-urlencoded", "payload=%7B%22type%22%3A%5B%5D%7D")
        ),
        ["a command of nobody"] = (400, Raw(SlackDriver.Commands, "application/x-www-form-urlencoded", "command=%2Fsupplier&text=help")),
        ["a list for nobody"] = (400, Raw(SlackDriver.Options, "application/x-www-form-urlencoded", "a=b")),
        ["an event as a form"] = (415, Raw(SlackDriver.Events, "application/x-www-form-urlencoded", "payload=%7B%7D")),
        ["an interaction as JSON"] = (415, Raw(SlackDriver.Interactions, "application/json", "{}")),
        ["plain text"] = (415, Raw(SlackDriver.Events, "text/plain", "{}")),
        ["compressed"] = (415, With(Raw(SlackDriver.Events, "application/json", "{}"), "Content-Encoding", "gzip")),
        ["in another alphabet"] = (415, Raw(SlackDriver.Events, "application/json; charset=utf-16", "{}")),
        ["longer than anything Slack sends"] = (413, new(SlackDriver.Events, "application/json", new byte[1024 * 1024 + 1])),
        ["somewhere else"] = (404, Raw("/slack/oauth", "application/json", "{}")),
        ["to Teams, which is not there"] = (404, Raw("/api/messages", "application/json", "{}")),
    };

    public static readonly TheoryData<string, int> Malformed = new(MalformedRequests.Select(one => (one.Key, one.Value.Status)));

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task What_is_signed_and_makes_no_sense_is_refused(string what, int status) =>
        Assert.Equal(status, (await company.ChangesNothingAsync(() => company.Driver.SendAsync(MalformedRequests[what].Request))).Status);

    private SlackRequest[] Good() =>
        [
            SlackRequest.Json(
                SlackDriver.Events,
                SlackPayloads.Envelope(
                    new()
                    {
                        ["type"] = "app_home_opened",
                        ["user"] = company.Slack.User("sam"),
                        ["tab"] = "messages",
                        ["event_ts"] = "1.1",
                    }
                )
            ),
            SlackRequest.Form(
                SlackDriver.Commands,
                SlackPayloads.Command(company.Slack.User("sam"), "sam", "C1", "x", "help", "1.2.x", "http://127.0.0.1/")
            ),
            SlackRequest.Payload(
                SlackDriver.Interactions,
                SlackPayloads.By("shortcut", company.Slack.User("sam"), "sam", "1.2.x", new JsonObject { ["callback_id"] = "supplier_new" })
            ),
            SlackRequest.Payload(SlackDriver.Options, SlackPayloads.By("block_suggestion", company.Slack.User("sam"), "sam", null)),
        ];

    private static SlackRequest Raw(string path, string type, string body) => new(path, type, Encoding.UTF8.GetBytes(body));

    private static SlackRequest With(SlackRequest good, string header, string? value) =>
        good with
        {
            Headers = new Dictionary<string, string?> { [header] = value },
        };

    private static string Sign(SlackRequest good)
    {
        using var signed = good.Signed();
        return Assert.Single(signed.Headers.GetValues(Signature));
    }
}
