using System.Net;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Portal.Tests.Kit;

namespace SupplierBot.Portal.Tests.Api;

/// <summary>A ticket that is closed reports its condition as done: once, with a proof, as the person who answers for the key.</summary>
public sealed class ConditionWriterTests
{
    private const string Proof = """{"proof":"https://tickets.example.com/SEC-41 is closed"}""";

    [Fact]
    public async Task The_owner_reports_it_once_however_often_it_is_sent()
    {
        await using var portal = await PortalHost.StartAsync();
        var sent = await ConditionedAsync(portal);
        var key = await portal.KeyAsync(owner: TestBot.Rita);
        for (var time = 0; time < 3; time++)
        {
            using var answer = await portal.PostAsync(PathOf(sent), key, Proof, "SEC-41");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("Reported", (await PortalHost.JsonOf(answer)).GetProperty("state").GetString());
        }
        var condition = Assert.Single((await portal.Bot.CaseAsync(sent)).Conditions);
        Assert.Equal(("https://tickets.example.com/SEC-41 is closed", TestBot.Rita.Id), (condition.Proof, condition.ReportedBy!.Id));
        await portal.Bot.IsWholeAsync();
    }

    [Fact]
    public async Task Many_at_once_report_it_once()
    {
        await using var portal = await PortalHost.StartAsync();
        var sent = await ConditionedAsync(portal);
        var key = await portal.KeyAsync(owner: TestBot.Rita);
        var before = (await portal.Bot.CaseAsync(sent)).EventCount;
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => portal.PostAsync(PathOf(sent), key, Proof, $"k{number % 4}"))
        );
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(before + 1, (await portal.Bot.CaseAsync(sent)).EventCount);
    }

    [Fact]
    public async Task Who_may_not_in_chat_may_not_here()
    {
        await using var portal = await PortalHost.StartAsync();
        var sent = await ConditionedAsync(portal);
        using var answer = await portal.PostAsync(PathOf(sent), await portal.KeyAsync(owner: TestBot.Priya), Proof, "one");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Rita Requester", (await PortalHost.JsonOf(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(ApprovalConditionState.Open, (await portal.Bot.CaseAsync(sent)).Conditions[0].State);
    }

    [Theory]
    [InlineData("""{"proof":""}""", "one")]
    [InlineData("""{"proof":"short"}""", "one")]
    [InlineData("{}", "one")]
    [InlineData("""{"proof":"https://tickets.example.com/SEC-41 is closed"}""", null)]
    [InlineData("""{"proof":"https://tickets.example.com/SEC-41 is closed"}""", "with a space")]
    [InlineData("{", "one")]
    [InlineData("[]", "one")]
    [InlineData("""{"proof":7}""", "one")]
    public async Task What_is_missing_is_said_and_nothing_changes(string body, string? idempotency)
    {
        await using var portal = await PortalHost.StartAsync();
        var sent = await ConditionedAsync(portal);
        using var answer = await portal.PostAsync(PathOf(sent), await portal.KeyAsync(owner: TestBot.Rita), body, idempotency);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(ApprovalConditionState.Open, (await portal.Bot.CaseAsync(sent)).Conditions[0].State);
    }

    [Fact]
    public async Task A_condition_that_is_not_there_is_a_404()
    {
        await using var portal = await PortalHost.StartAsync();
        var sent = await ConditionedAsync(portal);
        var key = await portal.KeyAsync(owner: TestBot.Rita);
        foreach (var path in new[] { $"/api/v1/cases/{sent.Id}/conditions/2/done", "/api/v1/cases/REQ-2026-9999/conditions/1/done" })
        {
            using var answer = await portal.PostAsync(path, key, Proof, "one");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static string PathOf(Case sent) => $"/api/v1/cases/{sent.Id}/conditions/1/done";

    private static async Task<Case> ConditionedAsync(PortalHost portal)
    {
        var sent = await portal.Bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        portal.Bot.Time.Advance(TimeSpan.FromMinutes(2));
        await portal.Bot.ApprovesWithConditionAsync(sent, "2026-12-18");
        portal.Bot.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Single((await portal.Bot.CaseAsync(sent)).Conditions);
        return sent;
    }
}
