using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using SupplierBot.BotFramework.Tests.Kit;

namespace SupplierBot.BotFramework.Tests.Authentication;

/// <summary>Where the channel's keys come from, and what happens when they change or cannot be had.</summary>
public sealed class SigningKeysTests : IAsyncLifetime
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
        var next = (bot.Good with { Sign = TestToken.Rs(bot.OtherKey, HashAlgorithmName.SHA256) }).Headed("kid", "key-2");
        Assert.Equal(200, (await bot.PostAsync($"Bearer {next}")).Status);
        Assert.Equal(2, bot.Issuer.Asked);
    }

    [Fact]
    public async Task Made_up_keys_make_nobody_ask_often()
    {
        await bot.PostAsync($"Bearer {bot.Good}");
        for (var number = 0; number < 10; number++)
            Assert.Equal(401, (await bot.PostAsync($"Bearer {bot.Good.Headed("kid", $"made-up-{number}")}")).Status);
        Assert.Equal(2, bot.Issuer.Asked);
        for (var number = 0; number < 360; number++)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(10));
            await bot.PostAsync($"Bearer {bot.Good.With("exp", TestToken.Seconds(7_200)).Headed("kid", $"made-up-later-{number}")}");
        }
        Assert.InRange(bot.Issuer.Asked, 12, 22);
    }

    /// <summary>
    /// Whatever strangers did before: a real new key is found in seconds after one of them, in five minutes under a flood.
    /// </summary>
    [Theory]
    [InlineData(1, 6), InlineData(200, 301)]
    public async Task A_made_up_key_never_uses_up_the_look_for_a_real_one(int strangers, int seconds)
    {
        await bot.PostAsync($"Bearer {bot.Good}");
        for (var number = 0; number < strangers; number++)
        {
            await bot.PostAsync($"Bearer {bot.Good.Headed("kid", $"made-up-{number}")}");
            if (strangers > 1)
                bot.Time.Advance(TimeSpan.FromSeconds(10));
        }
        bot.Issuer.Publish(bot.OtherKey, "key-2", "msteams");
        bot.Time.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(200, (await bot.PostAsync($"Bearer {New()}")).Status);
    }

    [Fact]
    public async Task A_look_that_finds_its_key_makes_the_next_one_wait_for_nothing()
    {
        await bot.PostAsync($"Bearer {bot.Good}");
        bot.Issuer.Publish(bot.OtherKey, "key-2", "msteams");
        Assert.Equal(200, (await bot.PostAsync($"Bearer {New()}")).Status);
        bot.Issuer.Publish(bot.OtherKey, "key-3", "msteams");
        Assert.Equal(200, (await bot.PostAsync($"Bearer {New("key-3")}")).Status);
        Assert.Equal(3, bot.Issuer.Asked);
    }

    public static readonly TheoryData<string, string, double> NotWorthALook = new()
    {
        { "iss", "https://evil.example", 0 },
        { "aud", "cccccccc-0000-0000-0000-000000000001", 0 },
        { "exp", "", -301 },
        { "nbf", "", 301 },
        { "exp", "", 2 * 86_400 },
    };

    [Theory, MemberData(nameof(NotWorthALook))]
    public async Task A_token_the_channel_could_not_have_made_asks_nobody(string claim, string text, double seconds)
    {
        await bot.PostAsync($"Bearer {bot.Good}");
        Assert.Equal(
            401,
            (
                await bot.PostAsync(
                    $"Bearer {bot.Good.With(claim, text.Length > 0 ? (System.Text.Json.Nodes.JsonNode)text : TestToken.Seconds(seconds)).Headed("kid", "made-up")}"
                )
            ).Status
        );
        Assert.Equal(1, bot.Issuer.Asked);
    }

    /// <summary>A server that sends a byte now and then, for good.</summary>
    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_fetch_ends_in_time_whatever_the_server_does_and_known_keys_serve_on_meanwhile(bool answersAtAll)
    {
        await bot.PostAsync($"Bearer {bot.Good}");
        bot.Issuer.Trouble = http => DripAsync(http, answersAtAll);
        var waits = bot.PostAsync($"Bearer {bot.Good.Headed("kid", "key-2")}");
        await WaitAsync(() => Task.FromResult(bot.Issuer.Asked == 2));
        Assert.Equal(200, (await bot.PostAsync($"Bearer {bot.Good}")).Status);
        Assert.False(waits.IsCompleted);
        bot.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(401, (await waits).Status);
        bot.Issuer.Trouble = null;
        bot.Issuer.Publish(bot.OtherKey, "key-2", "msteams");
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(200, (await bot.PostAsync($"Bearer {New()}")).Status);
    }

    [Fact]
    public async Task Those_who_come_with_an_unknown_key_at_once_wait_for_one_fetch()
    {
        await bot.PostAsync($"Bearer {bot.Good}");
        bot.Issuer.Publish(bot.OtherKey, "key-2", "msteams");
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => bot.PostAsync($"Bearer {New()}")));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.InRange(bot.Issuer.Asked, 2, 3);
    }

    private TestToken New(string key = "key-2") =>
        (bot.Good with { Sign = TestToken.Rs(bot.OtherKey, HashAlgorithmName.SHA256) })
            .With("exp", TestToken.Seconds(7_200))
            .Headed("kid", key);

    private static async Task DripAsync(HttpContext http, bool answersAtAll)
    {
        while (!http.RequestAborted.IsCancellationRequested)
        {
            if (answersAtAll)
            {
                await http.Response.WriteAsync(" ", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
            await Task.Delay(20, http.RequestAborted);
        }
    }

    [Fact]
    public async Task A_key_that_was_taken_back_is_forgotten_within_a_day()
    {
        await bot.PostAsync($"Bearer {bot.Good}");
        bot.Issuer.Keys.Clear();
        bot.Issuer.Publish(bot.OtherKey, "key-2", "msteams");
        bot.Time.Advance(TimeSpan.FromHours(24));
        var late = bot.Good.With("exp", TestToken.Seconds(100_000));
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
    [
        InlineData(500, ""),
        InlineData(200, "<html>"),
        InlineData(200, "{}"),
        InlineData(200, """{ "jwks_uri": "http://127.0.0.1:1/keys" }"""),
        InlineData(302, "")
    ]
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
        var late = bot.Good.With("exp", TestToken.Seconds(100_000));
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
            if (await come())
                return;
            await Task.Delay(25);
        }
        Assert.Fail("It did not come.");
    }
}
