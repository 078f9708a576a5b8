using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Tests.Kit;

namespace SupplierBot.BotFramework.Tests.Authentication;

/// <summary>
/// Attacks on the door: each is turned away with 401 and nothing else, nothing is handled, and one line without the token is logged.
/// </summary>
public sealed class TokenAuthenticatorTests : IAsyncLifetime
{
    private RegisteredBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RegisteredBot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    private static readonly Dictionary<string, Func<RegisteredBot, string>> Tokens = new()
    {
        ["another audience"] = bot => Of(bot.Good.With("aud", "cccccccc-0000-0000-0000-000000000001")),
        ["the audience of Bot Framework itself"] = bot => Of(bot.Good.With("aud", "https://api.botframework.com")),
        ["our audience with a slash"] = bot => Of(bot.Good.With("aud", TestToken.AppId + "/")),
        ["no audience"] = bot => Of(bot.Good.With("aud", null)),
        ["an empty audience"] = bot => Of(bot.Good.With("aud", "")),
        ["another issuer"] = bot => Of(bot.Good.With("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")),
        ["an issuer that begins like ours"] = bot => Of(bot.Good.With("iss", TestToken.Issuer + ".evil.example")),
        ["an issuer that ends like ours"] = bot => Of(bot.Good.With("iss", "https://evil.example/?" + TestToken.Issuer)),
        ["our issuer with a slash"] = bot => Of(bot.Good.With("iss", TestToken.Issuer + "/")),
        ["our issuer in capitals"] = bot => Of(bot.Good.With("iss", TestToken.Issuer.ToUpperInvariant())),
        ["no issuer"] = bot => Of(bot.Good.With("iss", null)),
        ["two issuers"] = bot => Of(bot.Good.With("iss", new JsonArray(TestToken.Issuer, "https://evil.example"))),
        ["somebody else's key under our key's id"] = bot =>
            Of(bot.Good with { Sign = TestToken.Rs(bot.OtherKey, HashAlgorithmName.SHA256) }),
        ["a key nobody names"] = bot =>
            Of((bot.Good with { Sign = TestToken.Rs(bot.OtherKey, HashAlgorithmName.SHA256) }).Headed("kid", "key-of-mine")),
        ["no key id"] = bot => Of(bot.Good.Headed("kid", null)),
        ["a key in the header"] = bot =>
            Of(
                (bot.Good with { Sign = TestToken.Rs(bot.OtherKey, HashAlgorithmName.SHA256) })
                    .Headed("kid", null)
                    .Headed("jwk", Jwk(bot.OtherKey))
            ),
        ["an address of keys in the header"] = bot =>
            Of((bot.Good with { Sign = TestToken.Rs(bot.OtherKey, HashAlgorithmName.SHA256) }).Headed("jku", "https://evil.example/keys")),
        ["algorithm none"] = bot => Of((bot.Good with { Sign = _ => [] }).Headed("alg", "none")),
        ["algorithm None with a signature"] = bot => Of(bot.Good.Headed("alg", "None")),
        ["HS256 with the public key"] = bot =>
            Of(
                (
                    bot.Good with
                    {
                        Sign = text => HMACSHA256.HashData(Encoding.ASCII.GetBytes(bot.Key.ExportRSAPublicKeyPem()), text),
                    }
                ).Headed("alg", "HS256")
            ),
        ["HS256 with the modulus"] = bot =>
            Of(
                (bot.Good with { Sign = text => HMACSHA256.HashData(bot.Key.ExportParameters(false).Modulus!, text) }).Headed(
                    "alg",
                    "HS256"
                )
            ),
        ["RS384"] = bot => Of((bot.Good with { Sign = TestToken.Rs(bot.Key, HashAlgorithmName.SHA384) }).Headed("alg", "RS384")),
        ["PS256"] = bot =>
            Of((bot.Good with { Sign = TestToken.Rs(bot.Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss) }).Headed("alg", "PS256")),
        ["no signature"] = bot => Of(bot.Good with { Sign = _ => [] }),
        ["a signature of something else"] = bot =>
            $"Bearer {Parts(bot.Good)[0]}.{Parts(bot.Good.With("aud", "x"))[1]}.{Parts(bot.Good)[2]}",
        ["a signature cut short"] = bot => Of(bot.Good)[..^40],
        ["expired"] = bot => Of(bot.Good.With("exp", TestToken.Seconds(-301))),
        ["not yet valid"] = bot => Of(bot.Good.With("nbf", TestToken.Seconds(301))),
        ["no end"] = bot => Of(bot.Good.With("exp", null)),
        ["an end that is no time"] = bot => Of(bot.Good.With("exp", "tomorrow")),
        ["an end beyond time"] = bot => Of(bot.Good.With("exp", 1e300)),
        ["no serviceurl"] = bot => Of(bot.Good.With("serviceurl", null)),
        ["an empty serviceurl"] = bot => Of(bot.Good.With("serviceurl", "")),
        ["another serviceurl"] = bot => Of(bot.Good.With("serviceurl", SampleActivities.TeamsUrl)),
        ["a serviceurl that begins like the activity's"] = bot => Of(bot.Good.With("serviceurl", bot.Connector.Url + "x")),
        ["a token of a skill"] = bot =>
            Of(
                bot.Good.With("iss", "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0")
                    .With("ver", "2.0")
                    .With("azp", "dddddddd-0000-0000-0000-000000000001")
            ),
        ["an encrypted token"] = _ => "Bearer eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d",
        ["another scheme"] = bot => "Basic " + bot.Good,
        ["the scheme in small letters"] = bot => "bearer " + bot.Good,
        ["the scheme alone"] = _ => "Bearer",
        ["two spaces"] = bot => "Bearer  " + bot.Good,
        ["something behind the token"] = bot => Of(bot.Good) + " more",
        ["two tokens with a comma"] = bot => Of(bot.Good) + ",Bearer x",
        ["garbage"] = _ => "Bearer garbage",
        ["dots"] = _ => "Bearer ..",
        ["a body that is no JSON"] = bot =>
            $"Bearer {Parts(bot.Good)[0]}.{TestToken.Base64Url("nothing"u8.ToArray())}.{Parts(bot.Good)[2]}",
        ["a head that is no JSON"] = bot =>
            $"Bearer {TestToken.Base64Url("nothing"u8.ToArray())}.{Parts(bot.Good)[1]}.{Parts(bot.Good)[2]}",
        ["a token of 20,000 characters"] = bot => Of(bot.Good.With("more", new string('x', 20_000))),
    };

    public static TheoryData<string> Names => [.. Tokens.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_token_with(string name) => TurnedAwayAsync([Tokens[name](bot)], bot.Message().Bytes());

    [Fact]
    public Task No_token() => TurnedAwayAsync([], bot.Message().Bytes());

    [Fact]
    public Task Two_headers_even_with_good_tokens() => TurnedAwayAsync([Of(bot.Good), Of(bot.Good)], bot.Message().Bytes());

    [Theory]
    [
        InlineData("channelId", "slack"),
        InlineData("channelId", "MSTEAMS"),
        InlineData("channelId", "emulator"),
        InlineData("serviceUrl", "https://smba.trafficmanager.net/emea/")
    ]
    public Task A_good_token_for_another_activity(string member, string value) =>
        TurnedAwayAsync([Of(bot.Good)], bot.Message(sent => sent[member] = value).Bytes());

    [Fact]
    public async Task A_key_without_endorsements_speaks_for_nobody()
    {
        bot.Issuer.Publish(bot.OtherKey, "key-2");
        await TurnedAwayAsync(
            [Of((bot.Good with { Sign = TestToken.Rs(bot.OtherKey, HashAlgorithmName.SHA256) }).Headed("kid", "key-2"))],
            bot.Message().Bytes()
        );
    }

    [Theory]
    [InlineData("not json"), InlineData(""), InlineData("{}")]
    public async Task Who_forges_learns_nothing_about_bodies(string body)
    {
        await TurnedAwayAsync([Of(bot.Good with { Sign = _ => [1] })], Encoding.UTF8.GetBytes(body));
        Assert.Equal((401, ""), await bot.PostAsync([], Encoding.UTF8.GetBytes(body), "text/plain"));
        Assert.Equal((401, ""), await bot.PostAsync([], new byte[2 * ActivityReading.MostBytes]));
    }

    /// <summary>Nobody can fill the log from outside: the first of a kind is logged at once, the rest of a minute in one line.</summary>
    [Fact]
    public async Task Five_hundred_are_two_lines_of_the_log()
    {
        for (var number = 0; number < 500; number++)
            await bot.PostAsync(number % 2 == 0 ? [] : ["Bearer garbage"], "{}"u8.ToArray());
        Assert.Equal(2, bot.Logged.Count);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var line = bot.Logged.Last();
        Assert.Equal(3, bot.Logged.Count);
        Assert.Contains("500", line, StringComparison.Ordinal);
        Assert.Contains("250 × 401 Teams: no Authorization header", line, StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, bot.Logged.Count);
    }

    [Fact]
    public async Task What_stands_outside_a_list_is_named_once_its_sender_was_let_in()
    {
        const string other = "https://smba.elsewhere.example/conversations/secret";
        Assert.Equal(
            403,
            (await bot.PostAsync([Of(bot.Good.With("serviceurl", other))], bot.Message(sent => sent["serviceUrl"] = other).Bytes())).Status
        );
        Assert.Equal(
            501,
            (
                await bot.PostAsync(
                    [Of(bot.Good)],
                    bot.Message(sent => (sent["type"], sent["name"]) = ("invoke", "signin/tomorrow\nline")).Bytes()
                )
            ).Status
        );
        Assert.Equal(401, (await bot.PostAsync([Of(bot.Good)], bot.Message(sent => sent["channelId"] = "fax").Bytes())).Status);
        Assert.Equal(3, bot.Logged.Count);
        Assert.Contains(
            bot.Logged,
            line =>
                line.Contains("(https://smba.elsewhere.example)", StringComparison.Ordinal)
                && !line.Contains("secret", StringComparison.Ordinal)
        );
        Assert.Contains(bot.Logged, line => line.Contains("(signin/tomorrow?line)", StringComparison.Ordinal));
        Assert.Contains(bot.Logged, line => line.Contains("(fax)", StringComparison.Ordinal));
    }

    /// <summary>The rest of this page proves nothing unless this one gets in.</summary>
    [Theory]
    [InlineData(0, 0), InlineData(-299, 0), InlineData(0, 299)]
    public async Task A_good_token_gets_in_also_with_a_clock_five_minutes_off(int expires, int begins)
    {
        var token = expires == 0 ? bot.Good : bot.Good.With("exp", TestToken.Seconds(expires));
        Assert.Equal((200, ""), await bot.PostAsync(Of(begins == 0 ? token : token.With("nbf", TestToken.Seconds(begins)))));
        Assert.True(Assert.Single(bot.Turns).Actor.Member);
        Assert.Empty(bot.Logged);
    }

    [Theory]
    [InlineData("22222222-2222-2222-2222-222222222222"), InlineData(null)]
    public async Task Of_another_tenant_or_of_none_nobody_is_a_member(string? tenant)
    {
        await bot.PostAsync(
            Of(bot.Good),
            bot.Message(sent => (sent["conversation"]!["tenantId"], sent["channelData"]!["tenant"]!["id"]) = (tenant, tenant))
        );
        Assert.All(bot.Turns, turn => Assert.False(turn.Actor.Member));
    }

    private async Task TurnedAwayAsync(string[] headers, byte[] body)
    {
        Assert.Equal((401, ""), await bot.PostAsync(headers, body));
        Assert.Empty(bot.Turns);
        Assert.Empty(bot.Connector.Calls);
        var line = Assert.Single(bot.Logged);
        Assert.StartsWith("A request was refused with 401", line, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Rita", line, StringComparison.Ordinal);
    }

    private static string Of(TestToken token) => $"Bearer {token}";

    private static string[] Parts(TestToken token) => token.ToString().Split('.');

    private static JsonObject Jwk(RSA key)
    {
        var parts = key.ExportParameters(false);
        return new()
        {
            ["kty"] = "RSA",
            ["n"] = TestToken.Base64Url(parts.Modulus!),
            ["e"] = TestToken.Base64Url(parts.Exponent!),
        };
    }
}
