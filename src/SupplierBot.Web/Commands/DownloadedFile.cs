using System.Globalization;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Templates;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Web.Hosting;

namespace SupplierBot.Web.Commands;

/// <summary>One file of <see cref="DownloadCommands"/>, from what is kept to the path that was given.</summary>
internal static class DownloadedFile
{
    /// <summary>Whole or not at all, and on the log of exports.</summary>
    public static async Task<int> WriteAsync(
        string path,
        ExportOrder order,
        StoredDataCommand.StoredData kept,
        CancellationToken cancellation
    )
    {
        var cases = new CaseStore(kept.Table, kept.Settings);
        var policies = await StoredPolicies.OpenAsync(kept, cancellation);
        var source = StoredPolicies.SourceOf(kept, policies, withFiles: true);
        using var exporter = new Exporter(
            source,
            new ExportLogStore(kept.Table, kept.Settings),
            TimeProvider.System,
            new ExportWriter(WordingFile.Read(kept.All.CardsPath))
        );
        await using var made = await exporter.MakeAsync(
            new(await NamedAsync(order, cases, cancellation), null),
            Operator(),
            new Bar(),
            cancellation
        );
        await PrivateFile.WriteAsync(
            path,
            async file =>
            {
                await made.Content.CopyToAsync(file, cancellation);
                return true;
            }
        );
        await kept.Output.WriteLineAsync($"{path}: {made.File.Size:N0} bytes, SHA-256 {made.File.Sha256}");
        if (made.Written.Manifest is { Length: > 0 } manifest)
            await kept.Output.WriteLineAsync($"Manifest SHA-256 {manifest}");
        return 0;
    }

    /// <summary>SUP-0003 is the case behind it.</summary>
    private static async Task<ExportOrder> NamedAsync(ExportOrder order, CaseStore cases, CancellationToken cancellation) =>
        order switch
        {
            ExportOrder.Schedule schedule => schedule with { CaseId = await CaseOfAsync(schedule.CaseId, cases, cancellation) },
            ExportOrder.Needs needs => needs with { CaseId = await CaseOfAsync(needs.CaseId, cases, cancellation) },
            _ => order,
        };

    private static async Task<string> CaseOfAsync(string number, CaseStore cases, CancellationToken cancellation)
    {
        var typed = number.ToUpperInvariant();
        return await cases.EntryAsync(typed, cancellation) is { CaseId: var behind } ? behind
            : await cases.FindAsync(typed, cancellation) is not null ? typed
            : throw new CommandFault([$"{number}: there is no such request or register entry. Write REQ-2026-0012 or SUP-0003."]);
    }

    /// <summary>The person at the machine.</summary>
    public static Person Operator() => new(new($"operator:{Environment.UserName}"), Environment.UserName);

    /// <summary>How far it is, where a person looks on.</summary>
    private sealed class Bar : IProgress<int>
    {
        public void Report(int value)
        {
            if (!Console.IsErrorRedirected && value % 1_000 == 0)
                Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value:N0} suppliers "));
        }
    }
}
