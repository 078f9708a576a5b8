using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace SupplierBot.BotFramework.Tests;

/// <summary>Where the channel's keys come from, and what happens when they change or cannot be had.</summary>
public sealed class ChangingKeys : IAsyncLifetime
{
    private RegisteredBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RegisteredBot.StartAsync();
    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Keys_are_asked_for_once_however_many_come_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => bot.PostAsync($"Bearer {bot.Good}")));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(1, bot.Issuer.Asked);
    }

    [Fact]
    public async Task A_new_key_is_found_by_one_more_look()
    {
        await bot.PostAsync($"Bearer {bot.Good}");
        bot.Issuer.Publish(bot.OtherKey, "key-2", "msteams");
        var next = (bot.Good with { Sign = Token.Rs(bot.OtherKey, HashAlgorithmName.SHA256) }).Headed("kid", "key-2");
        Assert.Equal(200, (await bot.PostAsync($"Bearer {next}")).Status);
        Assert.Equal(2, bot.Issuer.Asked);
    }

    [Fact]
    public async Task Made_up_keys_make_nobody_ask_more_than_once_an_hour()
    {
        await bot.PostAsync($"Bearer {bot.Good}");
        for (var number = 0; number < 10; number++) Assert.Equal(401, (await bot.PostAsync($"Bearer {bot.Good.Headed("kid", $"made-up-{number}")}")).Status);
        Assert.Equal(2, bot.Issuer.Asked);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.PostAsync($"Bearer {bot.Good.Headed("kid", "made-up")}");
        Assert.Equal(3, bot.Issuer.Asked);
    }

    [Fact]
    public async Task A_key_that_was_taken_back_is_forgotten_within_a_day()
    {
        await bot.PostAsync($"Bearer {bot.Good}");
        bot.Issuer.Keys.Clear();
        bot.Issuer.Publish(bot.OtherKey, "key-2", "msteams");
        bot.Time.Advance(TimeSpan.FromHours(24));
        var late = bot.Good.With("exp", Token.Seconds(100_000));
        await bot.PostAsync($"Bearer {late}"); // the old keys serve while the new ones come
        await WaitAsync(async () => (await bot.PostAsync($"Bearer {late}")).Status == 401);
    }

    [Fact]
    public async Task Without_keys_nobody_gets_in_and_the_platform_may_try_again()
    {
        bot.Issuer.Trouble = Fails;
        Assert.Equal((503, ""), await bot.PostAsync($"Bearer {bot.Good}"));
        Assert.Equal(401, (await bot.PostAsync("Bearer garbage")).Status);
        bot.Issuer.Trouble = null;
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(200, (await bot.PostAsync($"Bearer {bot.Good}")).Status);
    }

    [Theory]
    [InlineData(500, ""), InlineData(200, "<html>"), InlineData(200, "{}"), InlineData(200, """{ "jwks_uri": "http://127.0.0.1:1/keys" }"""), InlineData(302, "")]
    public async Task The_last_good_keys_serve_on_when_the_issuer_talks_nonsense(int status, string body)
    {
        await bot.PostAsync($"Bearer {bot.Good}");
        bot.Issuer.Trouble = http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = bot.Connector.Url;
            return http.Response.WriteAsync(body);
        };
        bot.Time.Advance(TimeSpan.FromHours(24));
        var late = bot.Good.With("exp", Token.Seconds(100_000));
        Assert.Equal(200, (await bot.PostAsync($"Bearer {late}")).Status);
        await WaitAsync(() => Task.FromResult(bot.Logged.Any(line => line.StartsWith("The signing keys", StringComparison.Ordinal))));
        Assert.Equal(200, (await bot.PostAsync($"Bearer {late}")).Status);
        Assert.Empty(bot.Connector.Calls);
    }

    private static Task Fails(HttpContext http)
    {
        http.Response.StatusCode = 500;
        return Task.CompletedTask;
    }

    private static async Task WaitAsync(Func<Task<bool>> come)
    {
        for (var tries = 0; tries < 12_000; tries++)
        {
            if (await come()) return;
            await Task.Delay(25);
        }
        Assert.Fail("It did not come.");
    }
}
