using System.Text;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Storage.Files;
using SupplierBot.Storage.Tables.AzureTables;
using SupplierBot.Storage.Tests.Kit;

namespace SupplierBot.Storage.Tests.Files;

/// <summary>What every place for files does.</summary>
public abstract class FileStoreContractTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    protected abstract Task<IFileStore> OpenAsync();

    [Fact]
    public async Task What_is_saved_is_found_with_all_that_is_known_of_it()
    {
        var store = await OpenAsync();
        var file = FileOf("file-one_A-1");
        await SaveAsync(store, file, "the first");
        Assert.Equal((file.File, file.By, file.At), await FoundAsync(store, file.File.Key));
        Assert.Equal("the first", await ContentAsync(store, file.File.Key));
        await SaveAsync(store, file, "the second, longer");
        Assert.Equal("the second, longer", await ContentAsync(store, file.File.Key));
    }

    [Fact]
    public async Task Words_about_it_change_and_the_content_stays()
    {
        var store = await OpenAsync();
        var file = FileOf("file-two");
        await SaveAsync(store, file, "content");
        await store.NoteAsync(file with { Cases = ["REQ-2026-0001"], At = At.AddDays(1) }, TestContext.Current.CancellationToken);
        var found = (await store.FindAsync("file-two", TestContext.Current.CancellationToken))!;
        Assert.Equal(["REQ-2026-0001"], found.Cases);
        Assert.Equal(At.AddDays(1), found.At);
        Assert.Equal("content", await ContentAsync(store, "file-two"));
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_is_no_fault_twice()
    {
        var store = await OpenAsync();
        await SaveAsync(store, FileOf("file-three"), "content");
        Assert.True(await store.DeleteAsync("file-three", TestContext.Current.CancellationToken));
        Assert.False(await store.DeleteAsync("file-three", TestContext.Current.CancellationToken));
        Assert.Null(await store.FindAsync("file-three", TestContext.Current.CancellationToken));
        Assert.Null(await store.OpenAsync("file-three", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task All_of_them_are_listed()
    {
        var store = await OpenAsync();
        foreach (var key in new[] { "file-a", "file-b", "file-c" })
            await SaveAsync(store, FileOf(key), key);
        var keys = new List<string>();
        await foreach (var file in store.AllAsync(TestContext.Current.CancellationToken))
            keys.Add(file.File.Key);
        Assert.Equal(["file-a", "file-b", "file-c"], keys.Order());
    }

    [Fact]
    public async Task What_breaks_off_while_it_is_saved_is_not_there()
    {
        var store = await OpenAsync();
        await Assert.ThrowsAnyAsync<IOException>(() =>
            store.SaveAsync(FileOf("file-broken"), new BrokenStream(), TestContext.Current.CancellationToken)
        );
        Assert.Null(await store.FindAsync("file-broken", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("../secrets")]
    [InlineData("file-../../etc/passwd")]
    [InlineData("file-a/b")]
    [InlineData("file-a\\b")]
    [InlineData("supplierbot.db")]
    public async Task A_key_that_is_none_of_ours_leads_nowhere(string key)
    {
        var store = await OpenAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => store.OpenAsync(key, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => store.FindAsync(key, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync(key, TestContext.Current.CancellationToken));
    }

    private static KeptFile FileOf(string key) =>
        new(new(key, "Prüfbericht 报告.pdf", 9, new string('a', 64)), new PersonId("teams:rita"), At);

    private static async Task SaveAsync(IFileStore store, KeptFile file, string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await store.SaveAsync(file, stream, TestContext.Current.CancellationToken);
    }

    private static async Task<(StoredFile, PersonId, DateTimeOffset)> FoundAsync(IFileStore store, string key) =>
        await store.FindAsync(key, TestContext.Current.CancellationToken) is { } found
            ? (found.File, found.By, found.At)
            : throw new InvalidOperationException("not found");

    private static async Task<string> ContentAsync(IFileStore store, string key)
    {
        await using var content = (await store.OpenAsync(key, TestContext.Current.CancellationToken))!;
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A few bytes, and then the connection is gone.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        private bool begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            begun ? throw new IOException("cut") : Begin(buffer);

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("cut");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("cut");

        private ValueTask<int> Begin(Memory<byte> buffer)
        {
            begun = true;
            buffer.Span[0] = 1;
            return new(1);
        }
    }
}

public sealed class BlobFileStoreTests : FileStoreContractTests
{
    protected override Task<IFileStore> OpenAsync() =>
        Task.FromResult<IFileStore>(
            BlobFileStore.At(new AzureAccount.ByConnectionString(Azurite.BlobConnectionString), Azurite.NewTable())
        );

    [Fact]
    public async Task Nothing_is_found_and_nothing_listed_before_the_first_file()
    {
        var store = await OpenAsync();
        Assert.Null(await store.FindAsync("file-a", TestContext.Current.CancellationToken));
        await foreach (var file in store.AllAsync(TestContext.Current.CancellationToken))
            Assert.Fail(file.File.Key);
    }

    [Fact]
    public void Files_of_an_account_with_an_identity_are_beside_its_tables() =>
        Assert.Equal(
            "https://acme.blob.core.windows.net/suppliers-files",
            new AzureAccount.ByIdentity(new("https://acme.table.core.windows.net"), null).Container("suppliers-files").Uri.AbsoluteUri
        );
}

public sealed class FolderFileStoreTests : FileStoreContractTests, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<IFileStore> OpenAsync() => Task.FromResult<IFileStore>(new FolderFileStore(folder["files"]));

    /// <summary>As after a crash between the two, or in the middle of the first.</summary>
    [Theory]
    [InlineData("file-half")]
    [InlineData("file-half-0123456789abcdef0123456789abcdef.part")]
    public async Task What_was_not_saved_to_its_end_is_listed_without_a_name(string name)
    {
        var store = await OpenAsync();
        Directory.CreateDirectory(folder["files"]);
        await File.WriteAllTextAsync(Path.Combine(folder["files"], name), "half", TestContext.Current.CancellationToken);
        await foreach (var file in store.AllAsync(TestContext.Current.CancellationToken))
            Assert.Equal((name, ""), (file.File.Key, file.File.Name));
        Assert.Null(await store.FindAsync(name, TestContext.Current.CancellationToken));
        Assert.True(await store.DeleteAsync(name, TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(folder["files"]));
    }
}
