using System.Net;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Portal.Tests.Kit;

namespace SupplierBot.Portal.Tests.Api;

/// <summary>A yes is only for what may be used, and only by its own name.</summary>
public sealed class CanIUseTests
{
    [Fact]
    public async Task The_answer_follows_the_register()
    {
        await using var portal = await PortalHost.StartAsync();
        var (bot, key) = (portal.Bot, await portal.KeyAsync());
        Assert.Equal("unknown", await AnswerAsync(portal, "Acme Notes", key));
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("no", await AnswerAsync(portal, "Acme Notes", key));
        await bot.ApprovesAsync(TestBot.Sam, sent);
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        var status = await bot.StatusAsync(sent);
        Assert.Equal(
            SupplierBot.Onboarding.Register.EntryStatuses.MayBeUsed(status) ? "yes" : "no",
            await AnswerAsync(portal, "acme  notes", key)
        );
        var guess = await portal.ReadAsync("/api/v1/can-i-use?name=Acme%20Note", key);
        Assert.Equal("unknown", guess.GetProperty("answer").GetString());
        Assert.Equal("Acme Notes", guess.GetProperty("didYouMean")[0].GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?name=")]
    [InlineData("?name=%20%20")]
    public async Task A_name_is_needed(string query)
    {
        await using var portal = await PortalHost.StartAsync();
        using var answer = await portal.GetAsync($"/api/v1/can-i-use{query}", await portal.KeyAsync());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_name_of_any_letters_is_answered()
    {
        await using var portal = await PortalHost.StartAsync();
        var key = await portal.KeyAsync();
        foreach (var name in new[] { "=1+1", "<script>", "مرحبا", "🤖", "a'b\"c", "%00", "..\\..", new string('x', 200) })
            Assert.Equal("unknown", await AnswerAsync(portal, name, key));
        using var answer = await portal.GetAsync($"/api/v1/can-i-use?name={new string('x', 201)}", key);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<string?> AnswerAsync(PortalHost portal, string name, string key) =>
        (await portal.ReadAsync($"/api/v1/can-i-use?name={Uri.EscapeDataString(name)}", key)).GetProperty("answer").GetString();
}
