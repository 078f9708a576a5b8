using Microsoft.AspNetCore.Http;
using SupplierBot.Web.Local;

namespace SupplierBot.Web.Tests.Local;

public sealed class LocalRequestRulesTests
{
    private static readonly Uri Playground = new("http://127.0.0.1:56150/_connector");

    [Theory]
    [InlineData("127.0.0.1:3978"), InlineData("localhost:3978"), InlineData("[::1]:3978"), InlineData("LOCALHOST")]
    public void A_loopback_host_gets_in(string host) => Assert.Equal(LocalRequestResult.Open, LocalRequestRules.Check(Request(host)));

    [Theory]
    [
        InlineData("rebind.example.com"),
        InlineData("192.168.1.5:3978"),
        InlineData("localhost.example.com"),
        InlineData("127.0.0.1.nip.io"),
        InlineData("")
    ]
    public void Any_other_host_does_not(string host) =>
        Assert.Equal(LocalRequestResult.HostNotLoopback, LocalRequestRules.Check(Request(host)));

    [Theory]
    [
        InlineData("Origin", LocalRequestResult.FromBrowser),
        InlineData("Forwarded", LocalRequestResult.Forwarded),
        InlineData("X-Forwarded-For", LocalRequestResult.Forwarded),
        InlineData("x-forwarded-host", LocalRequestResult.Forwarded),
        InlineData("X-Real-IP", LocalRequestResult.Forwarded)
    ]
    internal void A_browser_a_tunnel_and_a_proxy_do_not(string header, LocalRequestResult verdict)
    {
        var request = Request("localhost");
        request.Headers[header] = "null";
        Assert.Equal(verdict, LocalRequestRules.Check(request));
        Assert.Equal(403, LocalRequestRules.StatusOf(verdict));
    }

    [Theory]
    [
        InlineData("application/json", true),
        InlineData("application/json; charset=utf-8", true),
        InlineData("text/plain", false),
        InlineData("application/x-www-form-urlencoded", false),
        InlineData("application/jsonx", false),
        InlineData(null, false)
    ]
    public void Only_JSON_is_taken(string? contentType, bool open)
    {
        var request = Request("localhost");
        request.ContentType = contentType;
        Assert.Equal(open ? 200 : 415, LocalRequestRules.StatusOf(LocalRequestRules.Check(request)));
    }

    [Fact]
    public void HEAD_has_no_body_and_needs_no_type()
    {
        var request = Request("localhost");
        (request.Method, request.ContentType) = ("HEAD", null);
        Assert.Equal(LocalRequestResult.Open, LocalRequestRules.Check(request));
    }

    [Theory]
    [
        InlineData("http://127.0.0.1:56150/_connector", true),
        InlineData("http://127.0.0.1:56150/_connector/", true),
        InlineData("HTTP://127.0.0.1:56150/_connector", true),
        InlineData("http://127.0.0.1:56151/_connector", false),
        InlineData("https://127.0.0.1:56150/_connector", false),
        InlineData("http://127.0.0.1:56150/", false),
        InlineData("http://127.0.0.1:56150@example.com/_connector", false),
        InlineData("http://u@127.0.0.1:56150/_connector", false),
        InlineData("http://127.0.0.1:56150/_connector?x", false),
        InlineData("http://127.0.0.1:56150/_connector/../x", false),
        InlineData("https://smba.trafficmanager.net/teams/", false),
        InlineData("/_connector", false),
        InlineData(null, false)
    ]
    public void Answers_go_to_known_connectors_alone(string? serviceUrl, bool open) =>
        Assert.Equal(
            open ? LocalRequestResult.Open : LocalRequestResult.UnknownServiceUrl,
            LocalRequestRules.CheckServiceUrl(serviceUrl, [Playground])
        );

    private static HttpRequest Request(string host)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Host, request.ContentType) = ("POST", new HostString(host), "application/json");
        return request;
    }
}
