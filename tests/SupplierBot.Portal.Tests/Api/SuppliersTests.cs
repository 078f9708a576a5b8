using System.Net;
using System.Text.Json;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Portal.Tests.Kit;

namespace SupplierBot.Portal.Tests.Api;

/// <summary>The register as other programs read it: the same lines as in chat, all of them, each once.</summary>
public sealed class SuppliersTests
{
    [Fact]
    public async Task Pages_together_are_the_register()
    {
        await using var portal = await PortalHost.StartAsync(await TestBot.FilledAsync(130, 0));
        var key = await portal.KeyAsync();
        var (read, path) = (new List<string>(), (string?)"/api/v1/suppliers?limit=50");
        for (var pages = 0; path is not null; pages++)
        {
            Assert.True(pages < 4);
            var page = await portal.ReadAsync(path, key);
            read.AddRange(page.GetProperty("suppliers").EnumerateArray().Select(line => line.GetProperty("id").GetString()!));
            path = page.GetProperty("next").GetString() is { } next ? $"/api/v1/suppliers?limit=50&after={next}" : null;
        }
        Assert.Equal(130, read.Count);
        Assert.Equal(130, read.Distinct().Count());
        Assert.Equal(read, read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_filter_finds_what_it_says_and_nothing_else()
    {
        await using var portal = await PortalHost.StartAsync(await TestBot.FilledAsync(130, 0));
        var key = await portal.KeyAsync();
        var all = (await portal.ReadAsync("/api/v1/suppliers?limit=100", key)).GetProperty("suppliers").EnumerateArray().ToList();
        foreach (var tier in all.Select(line => line.GetProperty("tier").GetString()).Distinct())
        {
            var found = (await portal.ReadAsync($"/api/v1/suppliers?limit=100&tier={tier}", key))
                .GetProperty("suppliers")
                .EnumerateArray()
                .ToList();
            Assert.NotEmpty(found);
            Assert.All(found, line => Assert.Equal(tier, line.GetProperty("tier").GetString()));
        }
        var usable = (await portal.ReadAsync("/api/v1/suppliers?limit=100&part=inUse", key)).GetProperty("suppliers").EnumerateArray();
        Assert.All(usable, line => Assert.True(line.GetProperty("mayBeUsed").GetBoolean()));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("after=REQ-2026-0001", "after")]
    [InlineData("after=SUP-0001'%20OR%201", "after")]
    [InlineData("tier=Highest", "tier")]
    [InlineData("tier=3", "tier")]
    [InlineData("part=used", "part")]
    [InlineData("due=someday", "due")]
    [InlineData("teir=High", "teir")]
    public async Task A_query_that_is_wrong_is_told_what_is(string query, string name)
    {
        await using var portal = await PortalHost.StartAsync();
        using var answer = await portal.GetAsync($"/api/v1/suppliers?{query}", await portal.KeyAsync());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await PortalHost.JsonOf(answer)).GetProperty("errors").TryGetProperty(name, out _));
    }

    [Fact]
    public async Task One_supplier_says_what_chat_says_of_it()
    {
        await using var portal = await PortalHost.StartAsync();
        var bot = portal.Bot;
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.ApprovesAsync(TestBot.Sam, sent);
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        var key = await portal.KeyAsync();
        var line = await portal.ReadAsync($"/api/v1/suppliers/{sent.EntryId}", key);
        var entry = (await bot.The<CaseStore>().EntryAsync(sent.EntryId, CancellationToken.None))!;
        Assert.Equal("Acme Notes", line.GetProperty("supplier").GetString());
        Assert.Equal(entry.Status.ToString(), line.GetProperty("status").GetString());
        Assert.Equal(entry.Tier.ToString(), line.GetProperty("tier").GetString());
        Assert.Equal(sent.Id, line.GetProperty("case").GetString());
        var points = (await portal.ReadAsync($"/api/v1/suppliers/{sent.EntryId}/contract-points", key)).GetProperty("contractPoints");
        Assert.Equal(
            sent.Assessment.Clauses.Select(clause => clause.Id),
            points.EnumerateArray().Select(point => point.GetProperty("clause").GetString())
        );
        var documents = (await portal.ReadAsync($"/api/v1/suppliers/{sent.EntryId}/evidence", key)).GetProperty("documents");
        Assert.All(documents.EnumerateArray(), document => Assert.True(document.GetProperty("missing").GetBoolean()));
        var seen = await portal.ReadAsync($"/api/v1/cases/{sent.Id}", key);
        var current = await bot.CaseAsync(sent);
        Assert.Equal(current.ChainHead, seen.GetProperty("chainHead").GetString());
        Assert.Equal(current.ChainHead, seen.GetProperty("events").EnumerateArray().Last().GetProperty("hash").GetString());
        Assert.Equal("teams:sam", seen.GetProperty("decision").GetProperty("by").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/api/v1/suppliers/SUP-9999")]
    [InlineData("/api/v1/suppliers/REQ-2026-0001")]
    [InlineData("/api/v1/suppliers/b-roles")]
    [InlineData("/api/v1/suppliers/SUP-9999/contract-points")]
    [InlineData("/api/v1/suppliers/%2e%2e%2fSUP-0001/evidence")]
    [InlineData("/api/v1/cases/REQ-2026-9999")]
    [InlineData("/api/v1/cases/SUP-0001")]
    [InlineData("/api/v1/cases/REQ-%2500%25ff")]
    public async Task What_is_not_there_is_a_404(string path)
    {
        await using var portal = await PortalHost.StartAsync();
        using var answer = await portal.GetAsync(path, await portal.KeyAsync());
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Who_has_the_answer_already_is_not_sent_it_again()
    {
        await using var portal = await PortalHost.StartAsync(await TestBot.FilledAsync(3, 0));
        var key = await portal.KeyAsync();
        using var first = await portal.GetAsync("/api/v1/suppliers", key);
        var tag = first.Headers.ETag!.ToString();
        foreach (var sent in new[] { tag, $"W/{tag}", $"\"other\", {tag}", "*" })
        {
            using var again = await portal.GetAsync("/api/v1/suppliers", key, sent);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        }
        using var other = await portal.GetAsync("/api/v1/suppliers", key, "\"other\"");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal((true, true), (first.Headers.CacheControl!.Private, first.Headers.CacheControl.NoCache));
    }

    [Fact]
    public async Task A_press_that_can_still_be_undone_reads_as_if_it_had_not_been()
    {
        var bot = await TestBot.StartAsync();
        bot.Configure = settings => settings with { UndoFor = TimeSpan.FromSeconds(30) };
        await bot.RestartAsync();
        await using var portal = await PortalHost.StartAsync(bot);
        var key = await portal.KeyAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        using (var early = await portal.GetAsync($"/api/v1/suppliers/{sent.EntryId}", key))
            Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        using (var early = await portal.GetAsync($"/api/v1/cases/{sent.Id}", key))
            Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        Assert.Empty((await portal.ReadAsync("/api/v1/suppliers", key)).GetProperty("suppliers").EnumerateArray());
        bot.Time.Advance(TimeSpan.FromMinutes(3));
        await bot.ApprovesAsync(TestBot.Sam, sent);
        Assert.Equal("InReview", (await portal.ReadAsync($"/api/v1/cases/{sent.Id}", key)).GetProperty("status").GetString());
        Assert.Equal("Proposed", (await portal.ReadAsync($"/api/v1/suppliers/{sent.EntryId}", key)).GetProperty("status").GetString());
        bot.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("Approved", (await portal.ReadAsync($"/api/v1/cases/{sent.Id}", key)).GetProperty("status").GetString());
    }
}
