using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Backup;
using SupplierBot.Chat.Files;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using SupplierBot.Storage.Files;

namespace SupplierBot.Chat.Tests.Backup;

/// <summary>Documents that people gave the bot go with the backup, come back with it, and are audited.</summary>
public sealed class FileCopiesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("files-");

    [Fact]
    public async Task Documents_go_out_with_the_rows_and_come_in_before_them()
    {
        await using var bot = await TestBot.StartAsync();
        var (first, second) = (await WithDocumentAsync(bot, "one"), await WithDocumentAsync(bot, "two"));
        var backup = new FolderFileStore(In("backup"));
        var (text, copies) = await ExportAsync(bot, backup);
        Assert.Equal((2, 6, 0, 0), (copies.Named, copies.Bytes, copies.Missing, copies.Changed));
        using var moved = new BackupTransfer(bot);
        var target = new FolderFileStore(In("target"));
        var came = await ImportAsync(moved, text, backup, target);
        Assert.Equal((2, 6, 0, 0), (came.Named, came.Bytes, came.Missing, came.Changed));
        foreach (var file in new[] { first, second })
            Assert.Equal(await bot.The<IFileStore>().FindAsync(file.Key, Now), await target.FindAsync(file.Key, Now), Same);
        Assert.Equal("one", await ContentAsync(target, first));
        Assert.Equal((0L, 2L, ""), await AuditAsync(moved.Target, moved.Settings, target));
        if (OperatingSystem.IsWindows())
            return;
        foreach (var path in Directory.GetFiles(In("backup")))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task What_is_missing_or_was_changed_is_counted_and_audit_verify_names_it()
    {
        await using var bot = await TestBot.StartAsync();
        var (gone, changed) = (await WithDocumentAsync(bot, "one"), await WithDocumentAsync(bot, "two"));
        var store = bot.The<IFileStore>();
        await store.DeleteAsync(gone.Key, Now);
        await store.SaveAsync((await store.FindAsync(changed.Key, Now))!, new MemoryStream("too"u8.ToArray()), Now);
        var backup = new FolderFileStore(In("backup"));
        var (text, copies) = await ExportAsync(bot, backup);
        Assert.Equal((2, 3, 1, 1), (copies.Named, copies.Bytes, copies.Missing, copies.Changed));
        using var moved = new BackupTransfer(bot);
        var target = new FolderFileStore(In("target"));
        Assert.Equal(1, (await ImportAsync(moved, text, backup, target)).Missing);
        foreach (var (table, files) in new[] { (bot.The<ITable>(), store), (moved.Target, target) })
        {
            var (found, looked, words) = await AuditAsync(table, moved.Settings, files);
            Assert.Equal((2L, 2L), (found, looked));
            Assert.Contains($"REQ-2026-0001: the file of document 1 (E-CERT) is missing ({gone.Key})", words, StringComparison.Ordinal);
            Assert.Contains("REQ-2026-0002: the file of document 1 (E-CERT) has another SHA-256", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_backup_without_its_folder_brings_the_rows_and_says_what_is_missing()
    {
        await using var bot = await TestBot.StartAsync();
        var file = await WithDocumentAsync(bot, "one");
        var backup = new FolderFileStore(In("backup"));
        var (text, _) = await ExportAsync(bot, backup);
        using var moved = new BackupTransfer(bot);
        var target = new FolderFileStore(In("target"));
        Assert.Equal((1, 1), await CountAsync(ImportAsync(moved, text, new FolderFileStore(In("nowhere")), target)));
        Assert.False(Directory.Exists(In("nowhere")));
        // With what was left behind everything is whole; what is there is not copied again.
        var later = new FileCopies(backup, target);
        await later.OfAsync(await moved.Target.GetAsync(Keys.Workflow("test"), Keys.Case("REQ-2026-0001"), Now), Now);
        Assert.Equal(0L, (await AuditAsync(moved.Target, moved.Settings, target)).Found);
        await backup.DeleteAsync(file.Key, Now);
        var again = new FileCopies(backup, target);
        await again.OfAsync(await moved.Target.GetAsync(Keys.Workflow("test"), Keys.Case("REQ-2026-0001"), Now), Now);
        Assert.Equal((1, 0), (again.Named, again.Missing));
    }

    /// <summary>Its row says that there was one, of which hash; nothing promises the file any more.</summary>
    [Fact]
    public async Task A_document_that_was_erased_is_missed_by_nobody()
    {
        await using var bot = await TestBot.StartAsync();
        var file = await WithDocumentAsync(bot, "one");
        await bot.The<IFileStore>().DeleteAsync(file.Key, Now);
        await bot.PutAsync(
            (await bot.RowAsync("r-REQ-2026-0001")).Changed(
                StoredJson.Default.Case,
                head => head with { Evidence = [head.Evidence[0] with { File = file with { Name = "" } }] }
            )
        );
        Assert.Equal((0L, 0L, ""), await AuditAsync(bot.The<ITable>(), bot.The<ChatSettings>(), bot.The<IFileStore>()));
        Assert.Equal(0, (await ExportAsync(bot, new FolderFileStore(In("backup")))).Copies.Named);
    }

    /// <summary>A request with a document whose file was dropped, as a form adds it.</summary>
    private static async Task<StoredFile> WithDocumentAsync(TestBot bot, string content)
    {
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var sent = await bot.SendsAsync(TestBot.Rita, $"Acme {content}", SampleAnswers.NotesApp($"Acme {content}"));
        var file = new StoredFile(
            $"file-{content}",
            $"{content}.pdf",
            content.Length,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))
        );
        await bot.The<IFileStore>()
            .SaveAsync(
                new(file, TestBot.Rita.Id, bot.Time.GetUtcNow()) { Cases = [sent.Id] },
                new MemoryStream(Encoding.UTF8.GetBytes(content)),
                Now
            );
        await bot.PressesAsync(
            TestBot.Rita,
            CardStamp.OfCase(sent.Id, "receipt", sent.ContentVersion) with
            {
                Page = file.Key,
            },
            "evidence_add",
            "sent",
            new Dictionary<string, string> { ["evidence_kind"] = "E-CERT" }
        );
        Assert.Equal(file, Assert.Single((await bot.NewestAsync(TestBot.Rita)).Evidence).File);
        return file;
    }

    private static async Task<(string Text, FileCopies Copies)> ExportAsync(TestBot bot, IFileStore backup)
    {
        using var file = new MemoryStream();
        var copies = new FileCopies(bot.The<IFileStore>(), backup);
        await new Export(bot.The<ITable>(), bot.The<ChatSettings>(), copies).WriteAsync(file, "1.2.3", Now);
        return (Encoding.UTF8.GetString(file.ToArray()), copies);
    }

    private static async Task<FileCopies> ImportAsync(BackupTransfer moved, string text, IFileStore from, IFileStore to)
    {
        var copies = new FileCopies(from, to);
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.IsType<Imported.Done>(await new Import(moved.Target, moved.Settings, moved.Time, copies).RunAsync(bytes, Now));
        return copies;
    }

    private static async Task<(int Named, int Missing)> CountAsync(Task<FileCopies> copying) =>
        (await copying is var copies) ? (copies.Named, copies.Missing) : default;

    private static async Task<(long Found, long Files, string Words)> AuditAsync(ITable table, ChatSettings settings, IFileStore files)
    {
        var found = new List<string>();
        var audited = await new ChainAudit(table, settings, files).RunAsync(found.Add, Now);
        return (audited.Findings, audited.Files, string.Join('\n', found));
    }

    private static async Task<string> ContentAsync(IFileStore store, StoredFile file)
    {
        await using var content = await store.OpenAsync(file.Key, Now);
        using var reader = new StreamReader(content!);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static bool Same(KeptFile? one, KeptFile? other) =>
        (one?.File, one?.By, one?.At) == (other?.File, other?.By, other?.At) && one!.Cases.SequenceEqual(other!.Cases);

    private static CancellationToken Now => CancellationToken.None;

    private string In(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
