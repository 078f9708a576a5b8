using System.Text;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Files;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Agreements;

namespace SupplierBot.Chat.Tests.Exports;

/// <summary>A link leads to one file, once and for ten minutes, and nobody can guess it from what is kept.</summary>
public sealed class FileLinksTests : IAsyncLifetime
{
    private static readonly StoredFile File = new(DroppedFile.KeyPrefix + "register", "register.csv", 5, new string('a', 64));
    private TestBot bot = null!;
    private string token = "";

    private FileLinks Links => bot.The<FileLinks>();

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        var kept = new KeptFile(File, TestBot.Sam.Id, bot.Time.GetUtcNow()) { Until = bot.Time.GetUtcNow() + FileLinks.Lasting };
        await bot.The<IFileStore>().SaveAsync(kept, new MemoryStream("a,b,c"u8.ToArray()), CancellationToken.None);
        token = await Links.MakeAsync(File, "text/csv", TestBot.Sam.Id, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task It_is_looked_at_as_often_as_a_scanner_likes_and_taken_once()
    {
        for (var looks = 0; looks < 3; looks++)
            Assert.Equal(File, (await Links.FindAsync(token, CancellationToken.None))!.File);
        var taken = (await Links.TakeAsync(token, CancellationToken.None))!;
        using (var reader = new StreamReader(taken.Content, Encoding.UTF8))
            Assert.Equal("a,b,c", await reader.ReadToEndAsync(CancellationToken.None));
        Assert.Null(await Links.TakeAsync(token, CancellationToken.None));
        Assert.Null(await Links.FindAsync(token, CancellationToken.None));
        await Links.ForgetAsync(taken.Link);
        Assert.Null(await bot.The<IFileStore>().FindAsync(File.Key, CancellationToken.None));
    }

    [Fact]
    public async Task Of_many_at_once_one_gets_it()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Links.TakeAsync(token, CancellationToken.None))));
        await using var content = Assert.Single(taken, one => one is not null)!.Content;
    }

    [Fact]
    public async Task After_ten_minutes_it_leads_nowhere_and_is_swept_away_with_its_file()
    {
        bot.Time.Advance(FileLinks.Lasting - TimeSpan.FromSeconds(1));
        Assert.NotNull(await Links.FindAsync(token, CancellationToken.None));
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await Links.FindAsync(token, CancellationToken.None));
        Assert.Null(await Links.TakeAsync(token, CancellationToken.None));
        Assert.Equal(1, await Links.SweepAsync(CancellationToken.None).SumAsync(CancellationToken.None));
        Assert.Equal(1, await bot.The<OrphanFiles>().SweepAsync(CancellationToken.None).SumAsync(CancellationToken.None));
        Assert.Null(await bot.The<IFileStore>().FindAsync(File.Key, CancellationToken.None));
    }

    [Fact]
    public async Task What_is_kept_does_not_hold_the_token()
    {
        var partition = Keys.Storage(bot.The<ChatSettings>().OrganisationId);
        var rows = await bot.The<ITable>()
            .PrefixAsync(partition, Keys.FileLinkPrefix, CancellationToken.None)
            .ToListAsync(CancellationToken.None);
        var row = Assert.Single(rows);
        Assert.DoesNotContain(token, row.Key + string.Join(' ', row.Values.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("0000000000000000000000000000000000000000000")]
    [InlineData("tØken-of-forty-three-characters-with-a-sign-")]
    public async Task What_is_no_token_leads_nowhere(string other)
    {
        Assert.Null(await Links.FindAsync(other, CancellationToken.None));
        Assert.Null(await Links.TakeAsync(other, CancellationToken.None));
    }
}
