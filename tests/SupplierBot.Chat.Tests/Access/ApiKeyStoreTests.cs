using SupplierBot.Chat.Access;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Audit;

namespace SupplierBot.Chat.Tests.Access;

/// <summary>A key works for whom it was made and as long; who made and ended it is on the record, and its secret isn't.</summary>
public sealed class ApiKeyStoreTests
{
    [Fact]
    public async Task A_key_is_known_by_its_whole_self_alone()
    {
        await using var bot = await TestBot.StartAsync();
        var keys = bot.The<ApiKeyStore>();
        var (made, secret) = await MakeAsync(keys);
        Assert.Equal(
            made,
            await keys.KnownAsync(secret, CancellationToken.None) is { } known ? known with { UsedAt = null, Scopes = made.Scopes } : null
        );
        var (_, other) = await MakeAsync(keys);
        string[] wrong =
        [
            "",
            secret[..^1],
            secret + "x",
            secret.ToUpperInvariant(),
            secret[..15] + other[15..],
            other[..15] + secret[15..],
            secret.Replace('_', '-'),
        ];
        foreach (var presented in wrong)
            Assert.Null(await keys.KnownAsync(presented, CancellationToken.None));
    }

    [Fact]
    public async Task Two_who_end_it_at_once_both_see_it_ended()
    {
        await using var bot = await TestBot.StartAsync();
        var keys = bot.The<ApiKeyStore>();
        var (made, secret) = await MakeAsync(keys);
        await Task.WhenAll(
            keys.EndAsync(made.Id, TestBot.Carla.Id, CancellationToken.None),
            keys.EndAsync(made.Id, TestBot.Sam.Id, CancellationToken.None)
        );
        Assert.Null(await keys.KnownAsync(secret, CancellationToken.None));
        await bot.IsWholeAsync();
    }

    [Fact]
    public async Task Making_and_ending_are_on_the_log_of_what_leaves()
    {
        await using var bot = await TestBot.StartAsync();
        var keys = bot.The<ApiKeyStore>();
        var (made, secret) = await MakeAsync(keys);
        await keys.EndAsync(made.Id, TestBot.Carla.Id, CancellationToken.None);
        var events = await bot.The<ExportSource>().ExportEventsAsync(CancellationToken.None);
        Assert.Equal([AuditEventKind.ApiKeyMade, AuditEventKind.ApiKeyEnded], events.Select(one => one.Event.Kind));
        Assert.All(events, one => Assert.Equal(TestBot.Carla.Id, one.Event.Actor));
        Assert.All(
            events.SelectMany(one => one.Event.Details),
            detail => Assert.DoesNotContain(secret[^43..], detail.Value, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_key_moves_with_the_register_and_works_there()
    {
        await using var bot = await TestBot.StartAsync();
        var (_, secret) = await MakeAsync(bot.The<ApiKeyStore>());
        await using var other = await TestBot.StartAsync(storage: bot.The<ITable>());
        Assert.NotNull(await other.The<ApiKeyStore>().KnownAsync(secret, CancellationToken.None));
    }

    [Fact]
    public async Task A_use_that_can_not_be_noted_is_a_use_all_the_same()
    {
        await using var bot = await TestBot.StartAsync();
        var keys = bot.The<ApiKeyStore>();
        var (made, secret) = await MakeAsync(keys);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => Assert.NotNull(await keys.KnownAsync(secret, CancellationToken.None))));
        Assert.NotNull((await keys.AllAsync(CancellationToken.None)).Single(key => key.Id == made.Id).UsedAt);
    }

    private static Task<(ApiKey Key, string Secret)> MakeAsync(ApiKeyStore keys) =>
        keys.MakeAsync("test", [ApiScopes.Register], TestBot.Sam, TestBot.Carla.Id, 30, CancellationToken.None);
}
