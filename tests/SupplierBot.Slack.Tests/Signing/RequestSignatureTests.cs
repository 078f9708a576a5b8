using System.Security.Cryptography;
using System.Text;
using SupplierBot.Slack.Signing;

namespace SupplierBot.Slack.Tests.Signing;

public sealed class RequestSignatureTests
{
    // The example of Slack's own documentation of request signing.
    private const string DocumentedSecret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string DocumentedTime = "1531420618";
    private const string DocumentedSignature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string DocumentedBody =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
        + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    private static SignatureCheck Documented(
        string? time = DocumentedTime,
        string? signature = DocumentedSignature,
        string body = DocumentedBody,
        string[]? secrets = null,
        int secondsLater = 0
    ) =>
        RequestSignature.Check(time, signature, Encoding.UTF8.GetBytes(body), secrets ?? [DocumentedSecret], Then.AddSeconds(secondsLater));

    [Fact]
    public void The_documented_example_is_valid() => Assert.Equal(SignatureCheck.Valid, Documented());

    [Theory]
    [InlineData(300, SignatureCheck.Valid)]
    [InlineData(-300, SignatureCheck.Valid)]
    [InlineData(301, SignatureCheck.Stale)]
    [InlineData(-301, SignatureCheck.Stale)]
    public void Five_minutes_on_either_side_are_allowed(int secondsLater, SignatureCheck expected) =>
        Assert.Equal(expected, Documented(secondsLater: secondsLater));

    [Fact]
    public void Another_body_is_wrong() => Assert.Equal(SignatureCheck.Wrong, Documented(body: DocumentedBody + " "));

    [Fact]
    public void Another_time_within_the_limit_is_wrong() => Assert.Equal(SignatureCheck.Wrong, Documented(time: "1531420619"));

    [Fact]
    public void A_signature_of_the_old_or_the_new_secret_is_valid_while_one_is_replaced()
    {
        Assert.Equal(SignatureCheck.Valid, Documented(secrets: ["new", DocumentedSecret]));
        Assert.Equal(SignatureCheck.Valid, Documented(secrets: [DocumentedSecret, "new"]));
        Assert.Equal(SignatureCheck.Wrong, Documented(secrets: ["new"]));
    }

    [Fact]
    public void Without_a_secret_nothing_is_valid()
    {
        var signedWithNothing =
            "v0="
            + Convert.ToHexStringLower(
                HMACSHA256.HashData(Array.Empty<byte>(), Encoding.UTF8.GetBytes($"v0:{DocumentedTime}:{DocumentedBody}"))
            );
        Assert.Equal(SignatureCheck.Wrong, Documented(secrets: [], signature: signedWithNothing));
        Assert.Equal(SignatureCheck.Wrong, Documented(secrets: [""], signature: signedWithNothing));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1531420618")]
    [InlineData(" 1531420618")]
    [InlineData("1531420618.0")]
    [InlineData("99999999999999999999")]
    public void A_time_that_is_no_number_of_seconds_is_malformed(string? time) =>
        Assert.Equal(SignatureCheck.Malformed, Documented(time: time));

    [Fact]
    public void The_furthest_time_is_stale_and_no_overflow() => Assert.Equal(SignatureCheck.Stale, Documented(time: "9223372036854775807"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("V0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5033")]
    [InlineData("v0=g2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    public void A_signature_of_another_form_is_malformed(string? signature) =>
        Assert.Equal(SignatureCheck.Malformed, Documented(signature: signature));

    [Fact]
    public void The_bytes_are_signed_and_not_their_text()
    {
        byte[] body = [0xFF, 0x00, 0xC3, 0x28];
        var signature = "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData("s"u8, [.. "v0:1531420618:"u8, .. body]));
        Assert.Equal(SignatureCheck.Valid, RequestSignature.Check(DocumentedTime, signature, body, ["s"], Then));
    }
}
