using System.Net;
using SupplierBot.Chat.Access;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Portal.Tests.Kit;

namespace SupplierBot.Portal.Tests.Access;

/// <summary>Nobody gets anything without a key that works and is for it; and no answer says what is wrong with one.</summary>
public sealed class ApiKeyTests
{
    /// <summary>Every way in, with a scope that is not enough for it.</summary>
    public static TheoryData<string, string, string> Ways =>
        new()
        {
            { "GET", "/api/v1/suppliers", ApiScopes.Cases },
            { "GET", "/api/v1/suppliers/SUP-0001", ApiScopes.Cases },
            { "GET", "/api/v1/suppliers/SUP-0001/contract-points", ApiScopes.Write },
            { "GET", "/api/v1/suppliers/SUP-0001/evidence", ApiScopes.Write },
            { "GET", "/api/v1/can-i-use?name=Acme", ApiScopes.Cases },
            { "GET", "/api/v1/cases/REQ-2026-0001", ApiScopes.Register },
            { "POST", "/api/v1/cases/REQ-2026-0001/conditions/1/done", ApiScopes.Register },
            { "POST", "/mcp", ApiScopes.Cases },
        };

    [Theory, MemberData(nameof(Ways))]
    public async Task Every_way_in_asks_for_a_key_of_its_scope(string method, string path, string otherScope)
    {
        await using var portal = await PortalHost.StartAsync();
        var key = await portal.KeyAsync();
        string?[] refused =
        [
            null,
            "",
            "sbk_",
            key[..^1],
            key + "a",
            Flipped(key),
            key.ToUpperInvariant(),
            new string('a', 10_000),
            "eyJhbGciOiJSUzI1NiJ9.e30.x",
        ];
        foreach (var wrong in refused)
        {
            using var answer = await SendAsync(portal, method, path, wrong);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
            Assert.DoesNotContain("SUP-", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var other = await SendAsync(portal, method, path, await portal.KeyAsync([otherScope]));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        using var own = await SendAsync(portal, method, path, key);
        Assert.NotEqual(HttpStatusCode.Unauthorized, own.StatusCode);
        Assert.NotEqual(HttpStatusCode.Forbidden, own.StatusCode);
    }

    [Fact]
    public async Task A_key_ends_by_itself_and_when_somebody_ends_it()
    {
        await using var portal = await PortalHost.StartAsync();
        var (until, ended) = (await portal.KeyAsync(days: 1), await portal.KeyAsync());
        portal.Bot.Time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(portal, until));
        portal.Bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(portal, until));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(portal, ended));
        var keys = portal.Bot.The<ApiKeyStore>();
        var id = ended.Substring(ApiKeyStore.Prefix.Length, 10);
        Assert.NotNull(await keys.EndAsync(id, TestBot.Carla.Id, CancellationToken.None));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(portal, ended));
        Assert.Null(await keys.EndAsync("nothere234", TestBot.Carla.Id, CancellationToken.None));
        await portal.Bot.IsWholeAsync();
    }

    [Fact]
    public async Task When_a_key_was_used_is_noted_once_an_hour()
    {
        await using var portal = await PortalHost.StartAsync();
        var key = await portal.KeyAsync();
        var keys = portal.Bot.The<ApiKeyStore>();
        Assert.Null(Assert.Single(await keys.AllAsync(CancellationToken.None)).UsedAt);
        await StatusAsync(portal, key);
        var first = portal.Bot.Time.GetUtcNow();
        portal.Bot.Time.Advance(TimeSpan.FromMinutes(59));
        await StatusAsync(portal, key);
        Assert.Equal(first, Assert.Single(await keys.AllAsync(CancellationToken.None)).UsedAt);
        portal.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        await StatusAsync(portal, key);
        Assert.Equal(first.AddHours(1), Assert.Single(await keys.AllAsync(CancellationToken.None)).UsedAt);
    }

    [Fact]
    public async Task The_secret_is_kept_nowhere()
    {
        await using var portal = await PortalHost.StartAsync();
        var secret = (await portal.KeyAsync())[^43..];
        var table = portal.Bot.The<SupplierBot.Chat.Ports.ITable>();
        var rows = await table.ReadAsync("test", "!", "~", 1000, CancellationToken.None);
        Assert.NotEmpty(rows);
        Assert.All(
            rows.SelectMany(row => row.Values.Values.OfType<string>()),
            value => Assert.DoesNotContain(secret, value, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Too_many_calls_with_one_key_wait_and_other_keys_do_not()
    {
        await using var portal = await PortalHost.StartAsync();
        var (busy, other) = (await portal.KeyAsync(), await portal.KeyAsync());
        var answers = new List<HttpStatusCode>();
        for (var call = 0; call < 605; call++)
            answers.Add(await StatusAsync(portal, busy));
        Assert.Equal(600, answers.Count(status => status == HttpStatusCode.OK));
        using var refused = await portal.GetAsync("/api/v1/suppliers", busy);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(portal, other));
    }

    private static async Task<HttpStatusCode> StatusAsync(PortalHost portal, string key)
    {
        using var answer = await portal.GetAsync("/api/v1/suppliers", key);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> SendAsync(PortalHost portal, string method, string path, string? key) =>
        method == "GET" ? portal.GetAsync(path, key) : portal.PostAsync(path, key, "{}", "one");

    private static string Flipped(string key) => key[..^1] + (key[^1] == 'a' ? 'b' : 'a');
}
