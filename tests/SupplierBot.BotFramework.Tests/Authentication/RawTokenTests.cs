using System.Security.Cryptography;
using System.Text;
using SupplierBot.BotFramework.Tests.Kit;

namespace SupplierBot.BotFramework.Tests.Authentication;

/// <summary>Really signed tokens of odd shapes: what two readers could read differently is refused before any library sees it.</summary>
public sealed class RawTokenTests : IAsyncLifetime
{
    private RegisteredBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RegisteredBot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    /// <summary>The good header and claims as JSON, changed as text, signed with the channel's own key.</summary>
    private static readonly Dictionary<string, (Func<string, string>? Header, Func<string, string>? Claims)> Signed = new()
    {
        ["a crit that names an extension nobody knows"] = (header => With(header, "\"crit\":[\"of-tomorrow\"],\"of-tomorrow\":1"), null),
        ["a crit that names b64"] = (header => With(header, "\"crit\":[\"b64\"],\"b64\":false"), null),
        ["an empty crit"] = (header => With(header, "\"crit\":[]"), null),
        ["a crit that is null"] = (header => With(header, "\"crit\":null"), null),
        ["a crit that is a text"] = (header => With(header, "\"crit\":\"exp\""), null),
        ["a crit that names exp"] = (header => With(header, "\"crit\":[\"exp\"]"), null),
        ["a body that is not base64"] = (header => With(header, "\"b64\":false"), null),
        ["an encryption"] = (header => With(header, "\"enc\":\"A256GCM\""), null),
        ["a compression"] = (header => With(header, "\"zip\":\"DEF\""), null),
        ["a token in the token"] = (header => With(header, "\"cty\":\"JWT\""), null),
        ["another type"] = (header => header.Replace("\"JWT\"", "\"at+jwt\"", StringComparison.Ordinal), null),
        ["a type that is no text"] = (header => header.Replace("\"JWT\"", "[\"JWT\"]", StringComparison.Ordinal), null),
        ["an empty type"] = (header => header.Replace("\"JWT\"", "\"\"", StringComparison.Ordinal), null),
        ["the algorithm twice"] = (header => With(header, "\"alg\":\"none\""), null),
        ["the algorithm twice, the good one first"] = (
            header => "{\"alg\":\"RS256\"," + header[1..].Replace("RS256", "none", StringComparison.Ordinal),
            null
        ),
        ["the algorithm in small letters"] = (header => header.Replace("RS256", "rs256", StringComparison.Ordinal), null),
        ["the algorithm with an escape, twice"] = (header => With(header, "\"\\u0061lg\":\"RS256\""), null),
        ["an algorithm that is a list"] = (header => header.Replace("\"RS256\"", "[\"RS256\"]", StringComparison.Ordinal), null),
        ["the key twice"] = (header => With(header, "\"kid\":\"key-2\""), null),
        ["a key that is a number"] = (header => header.Replace("\"key-1\"", "1", StringComparison.Ordinal), null),
        ["a key of blanks"] = (header => header.Replace("\"key-1\"", "\"  \"", StringComparison.Ordinal), null),
        ["a header that is a list"] = (header => $"[{header}]", null),
        ["a header with a comma too many"] = (header => header[..^1] + ",}", null),
        ["a header with a comment"] = (header => "/**/" + header, null),
        ["something behind the header"] = (header => header + "{}", null),
        ["the audience twice, ours last"] = (null, claims => First(claims, "\"aud\":\"cccc\"")),
        ["the audience twice, ours first"] = (null, claims => With(claims, "\"aud\":\"cccc\"")),
        ["the same audience twice"] = (null, claims => With(claims, $"\"aud\":\"{TestToken.AppId}\"")),
        ["the issuer twice"] = (null, claims => First(claims, "\"iss\":\"https://evil.example\"")),
        ["the service address twice"] = (null, claims => First(claims, "\"serviceurl\":\"https://evil.example/\"")),
        ["the end twice"] = (null, claims => First(claims, "\"exp\":1")),
        ["the begin twice"] = (null, claims => With(claims, "\"nbf\":1")),
        ["a claim nobody reads twice"] = (null, claims => With(claims, "\"x\":1,\"x\":2")),
        ["a member of a claim twice"] = (null, claims => With(claims, "\"x\":{\"y\":1,\"y\":2}")),
        ["a claim twice by an escape"] = (null, claims => With(claims, "\"\\u0061ud\":\"cccc\"")),
        ["several audiences"] = (
            null,
            claims => claims.Replace($"\"{TestToken.AppId}\"", $"[\"{TestToken.AppId}\",\"cccc\"]", StringComparison.Ordinal)
        ),
        ["a list of one audience"] = (
            null,
            claims => claims.Replace($"\"{TestToken.AppId}\"", $"[\"{TestToken.AppId}\"]", StringComparison.Ordinal)
        ),
        ["our audience behind an address that is not ours"] = (
            null,
            claims => claims.Replace(TestToken.AppId, "api://botid-cccccccc-0000-0000-0000-000000000001", StringComparison.Ordinal)
        ),
        ["our audience as another address"] = (
            null,
            claims => claims.Replace(TestToken.AppId, "https://evil.example/" + TestToken.AppId, StringComparison.Ordinal)
        ),
        ["our audience with a blank"] = (null, claims => claims.Replace(TestToken.AppId, TestToken.AppId + " ", StringComparison.Ordinal)),
        ["an issuer with a blank"] = (null, claims => claims.Replace(TestToken.Issuer, TestToken.Issuer + " ", StringComparison.Ordinal)),
        ["an issuer that is a list"] = (
            null,
            claims => claims.Replace($"\"{TestToken.Issuer}\"", $"[\"{TestToken.Issuer}\"]", StringComparison.Ordinal)
        ),
        ["an end that is a text"] = (
            null,
            claims => claims.Replace("\"exp\":", "\"exp\":\"4000000000\",\"was\":", StringComparison.Ordinal)
        ),
        ["an end that is true"] = (null, claims => claims.Replace("\"exp\":", "\"exp\":true,\"was\":", StringComparison.Ordinal)),
        ["an end before all time"] = (null, claims => claims.Replace("\"exp\":", "\"exp\":-1,\"was\":", StringComparison.Ordinal)),
        ["an end beyond all numbers"] = (null, claims => claims.Replace("\"exp\":", "\"exp\":1e400,\"was\":", StringComparison.Ordinal)),
        ["an end behind the last year"] = (
            null,
            claims => claims.Replace("\"exp\":", "\"exp\":253402300800,\"was\":", StringComparison.Ordinal)
        ),
        ["a begin that is a text"] = (null, claims => claims.Replace("\"nbf\":", "\"nbf\":\"0\",\"was\":", StringComparison.Ordinal)),
        ["a begin that is null"] = (null, claims => claims.Replace("\"nbf\":", "\"nbf\":null,\"was\":", StringComparison.Ordinal)),
        ["a service address that is a list"] = (
            null,
            claims => claims.Replace("\"serviceurl\":", "\"serviceurl\":[],\"was\":", StringComparison.Ordinal)
        ),
        ["claims that are a list"] = (null, claims => $"[{claims}]"),
        ["something behind the claims"] = (null, claims => claims + "x"),
        ["claims deeper than anybody writes"] = (null, claims => With(claims, $"\"x\":{new string('[', 40)}{new string(']', 40)}")),
        ["half a letter in the claims"] = (null, claims => With(claims, "\"x\":\"\\ud800\",\"x\":1")),
    };

    /// <summary>A good token, changed after it was signed.</summary>
    private static readonly Dictionary<string, Func<string, string>> Changed = new()
    {
        ["a dot behind it"] = token => token + ".",
        ["a fourth part"] = token => token + ".x",
        ["a fifth part"] = token => token + ".x.y",
        ["a letter behind it"] = token => token + "A",
        ["padding behind it"] = token => token + "==",
        ["padding in the header"] = token => Part(token, 0, part => part + "="),
        ["a tab in the middle"] = token => token.Insert(20, "\t"),
        ["a blank in the middle"] = token => Part(token, 1, part => part.Insert(8, " ")),
        ["a letter of plain base64"] = token => Part(token, 2, part => "+" + part[1..]),
        ["a letter that is none"] = token => Part(token, 2, part => "!" + part[1..]),
        ["an empty header"] = token => Part(token, 0, _ => ""),
        ["empty claims"] = token => Part(token, 1, _ => ""),
        ["an empty signature"] = token => Part(token, 2, _ => ""),
        ["another last letter for the same bytes"] = token => Part(token, 2, Twin),
        ["a mark of the byte order"] = token => Part(token, 1, _ => TestToken.Base64Url([0xEF, 0xBB, 0xBF, .. "{}"u8])),
        ["bytes that are no text"] = token => Part(token, 1, _ => TestToken.Base64Url([0x7B, 0xFF, 0x7D])),
    };

    public static TheoryData<string> OddSigned => [.. Signed.Keys];
    public static TheoryData<string> OddSent => [.. Changed.Keys];

    [Theory, MemberData(nameof(OddSigned))]
    public async Task Signed_with(string what) => await RefusedAsync(Made(Signed[what].Header, Signed[what].Claims));

    [Theory, MemberData(nameof(OddSent))]
    public async Task Sent_with(string what) => await RefusedAsync(Changed[what](bot.Good.ToString()));

    /// <summary>The rest of this page proves nothing unless these get in.</summary>
    [Theory]
    [InlineData("\"JWT\"", "\"jwt\""), InlineData("\"typ\":\"JWT\",", ""), InlineData("\"typ\"", "\"x5t\":\"thumb\",\"typ\"")]
    public async Task A_header_that_differs_only_in_what_does_not_matter_gets_in(string part, string other) =>
        Assert.Equal(
            200,
            (await bot.PostAsync($"Bearer {Made(header => header.Replace(part, other, StringComparison.Ordinal), null)}")).Status
        );

    [Theory]
    [InlineData(TestToken.AppId), InlineData("api://" + TestToken.AppId), InlineData("api://botid-" + TestToken.AppId)]
    public async Task Our_audience_is_our_id_or_its_address(string audience) =>
        Assert.Equal(200, (await bot.PostAsync($"Bearer {bot.Good.With("aud", audience)}")).Status);

    [Fact]
    public async Task A_token_of_another_clouds_channel_is_named_as_one()
    {
        Assert.Equal(401, (await bot.PostAsync($"Bearer {bot.Good.With("iss", "https://api.botframework.us")}")).Status);
        Assert.Contains("USGov", Assert.Single(bot.Logged), StringComparison.Ordinal);
    }

    private async Task RefusedAsync(string token)
    {
        Assert.Equal((401, ""), await bot.PostAsync($"Bearer {token}"));
        Assert.Empty(bot.Turns);
        Assert.InRange(bot.Issuer.Asked, 0, 1);
    }

    private string Made(Func<string, string>? header, Func<string, string>? claims)
    {
        var (head, body) = (bot.Good.Header.ToJsonString(), bot.Good.Claims.ToJsonString());
        var text =
            $"{TestToken.Base64Url(Encoding.UTF8.GetBytes(header?.Invoke(head) ?? head))}.{TestToken.Base64Url(Encoding.UTF8.GetBytes(claims?.Invoke(body) ?? body))}";
        return $"{text}.{TestToken.Base64Url(bot.Key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string With(string json, string members) => $"{json[..^1]},{members}}}";

    private static string First(string json, string members) => $"{{{members},{json[1..]}";

    private static string Part(string token, int number, Func<string, string> change)
    {
        var parts = token.Split('.');
        parts[number] = change(parts[number]);
        return string.Join('.', parts);
    }

    /// <summary>The last letter of 256 bytes has four bits that mean nothing.</summary>
    private static string Twin(string part)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return part[..^1] + letters[letters.IndexOf(part[^1], StringComparison.Ordinal) | 1];
    }
}
