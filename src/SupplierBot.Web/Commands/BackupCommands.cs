using System.CommandLine;
using SupplierBot.Chat.Backup;
using SupplierBot.Storage.Files;
using SupplierBot.Web.Hosting;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>The whole organisation out into a file, and in from one.</summary>
internal static class BackupCommands
{
    public static Command Export()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The file to write, JSON lines; it must not be there yet." };
        var files = Folder("The folder to write the documents to that people gave the bot; without it, FILE.files.");
        var command = new Command(
            "export",
            "Write the whole organisation to a file, and its documents to a folder: the backup, and the way to another storage."
        )
        {
            file,
            files,
        };
        StoredDataCommand.SetAction(
            command,
            StoredDataCommand.Use.Read,
            (parsed, kept, cancellation) =>
            {
                var path = parsed.GetRequiredValue(file).FullName;
                return ExportAsync(path, parsed.GetValue(files)?.FullName ?? Beside(path), kept, cancellation);
            }
        );
        return command;
    }

    public static Command Import()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file that export wrote." };
        var files = Folder("The folder with the documents that export wrote; without it, FILE.files.");
        var command = new Command(
            "import",
            "Bring an exported organisation into a storage where it has nothing yet. May be repeated with the same file."
        )
        {
            file,
            files,
        };
        StoredDataCommand.SetAction(
            command,
            StoredDataCommand.Use.Make,
            (parsed, kept, cancellation) =>
            {
                var path = parsed.GetRequiredValue(file);
                return ImportAsync(path, parsed.GetValue(files)?.FullName ?? Beside(path.FullName), kept, cancellation);
            },
            parsed => MissingFile(parsed.GetRequiredValue(file)) ?? MissingFolder(parsed.GetValue(files))
        );
        return command;
    }

    private static Option<DirectoryInfo> Folder(string description) => new("--files") { Description = description };

    private static string Beside(string path) => path + ".files";

    /// <summary>Under its name the file is there only whole and on the disk.</summary>
    private static async Task<int> ExportAsync(
        string path,
        string folder,
        StoredDataCommand.StoredData kept,
        CancellationToken cancellation
    )
    {
        if (File.Exists(path))
            throw new CommandFault([$"{path}: is there already. Name another file; a backup is never written over."]);
        if (await new ImportState(kept.Table, kept.Settings).UnfinishedAsync(cancellation) is { } unfinished)
            throw new CommandFault([unfinished]);
        var files = new FileCopies(kept.Files, new FolderFileStore(folder));
        var exported = await PrivateFile.WriteAsync(
            path,
            file => new Export(kept.Table, kept.Settings, files).WriteAsync(file, TelemetrySetup.Version, cancellation)
        );
        await kept.Output.WriteLineAsync($"{path}: cases {exported.Cases:N0}, other rows {exported.Rows:N0}, SHA-256 {exported.Sha256}");
        await FilesAsync(folder, "exported", files, kept);
        if (exported.BrokenChains > 0)
            await Console.Error.WriteLineAsync(
                $"Broken chains: {exported.BrokenChains:N0}; `audit verify` names them. They are in the file as they are."
            );
        return 0;
    }

    /// <summary>Nothing where no case names a document.</summary>
    private static async Task FilesAsync(string folder, string done, FileCopies files, StoredDataCommand.StoredData kept)
    {
        if (files.Named == 0)
            return;
        await kept.Output.WriteLineAsync(
            $"{folder}: {done} documents {files.Named - files.Missing:N0} of {files.Named:N0}, bytes {files.Bytes:N0}"
        );
        if (files.Missing > 0)
            await Console.Error.WriteLineAsync($"Documents whose file is missing: {files.Missing:N0}; `audit verify` names them.");
        if (files.Changed > 0)
            await Console.Error.WriteLineAsync(
                $"Documents whose file was changed: {files.Changed:N0}; `audit verify` names them. They are copied as they are."
            );
    }

    /// <summary>Asked before a database is made for what cannot come.</summary>
    private static string? MissingFile(FileInfo path) => path.Exists ? null : $"{path.FullName}: is not there. Correct the path.";

    private static string? MissingFolder(DirectoryInfo? folder) =>
        folder is { Exists: false } ? $"{folder.FullName}: is not there. Correct the path." : null;

    private static async Task<int> ImportAsync(
        FileInfo path,
        string folder,
        StoredDataCommand.StoredData kept,
        CancellationToken cancellation
    )
    {
        await using var file = path.OpenRead();
        var files = new FileCopies(new FolderFileStore(folder), kept.Files);
        var import = new Import(kept.Table, kept.Settings, TimeProvider.System, files);
        try
        {
            var imported = await import.RunAsync(file, cancellation);
            await FilesAsync(folder, "imported", files, kept);
            return await ReportAsync(path.FullName, imported, kept, cancellation);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or CommandFault))
        {
            var why = fault is OperationCanceledException ? "Stopped before it was done." : StartFaults.Words(fault) ?? fault.Message;
            throw new CommandFault([
                why,
                $"Imported so far: {import.Cases:N0} cases, each whole. Run the same command with the same file again: what is there already does no harm.",
            ]);
        }
    }

    private static async Task<int> ReportAsync(
        string path,
        Imported imported,
        StoredDataCommand.StoredData kept,
        CancellationToken cancellation
    )
    {
        switch (imported)
        {
            case Imported.Done done:
                await kept.Output.WriteLineAsync($"{path}: imported cases {done.Cases:N0}, other rows {done.Rows:N0}");
                if (done.Unreadable > 0)
                    await Console.Error.WriteLineAsync(
                        $"Lines whose rows this release cannot read: {done.Unreadable:N0}; they were taken as they are, and `audit verify` and `index rebuild` name them."
                    );
                return await AuditedAsync(kept, cancellation);
            case Imported.Before before:
                await kept.Output.WriteLineAsync($"{path}: was imported here before ({before.At:yyyy-MM-dd HH:mm} UTC); nothing was done");
                return 0;
            case Imported.Refused refused:
                throw new CommandFault([$"{path}: {refused.Words}"]);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>
    /// A backup can be changed and sealed again: what came in is proved at once. It stays, and the person who brought it in decides.
    /// </summary>
    private static async Task<int> AuditedAsync(StoredDataCommand.StoredData kept, CancellationToken cancellation)
    {
        var audited = await AuditCommands.ReportAsync(kept, Console.Error, cancellation);
        if (audited.Findings == 0)
            return 0;
        await Console.Error.WriteLineAsync(
            "Imported, and what came in contradicts itself: see above. Don't start the bot on it before you know why; compare with another backup and the fingerprints in the log."
        );
        return AuditCommands.Broken;
    }
}
