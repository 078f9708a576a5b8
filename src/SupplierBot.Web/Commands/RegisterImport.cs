using System.Security.Cryptography;
using SupplierBot.Chat.Imports;
using SupplierBot.Chat.Templates;
using SupplierBot.Documents.Imports;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Web.Commands;

/// <summary>What <see cref="RegisterCommands"/> does: a dry run in words, then one batch.</summary>
internal static class RegisterImport
{
    private const int MostOwners = 30;
    private const int MostKnown = 20;

    public static Wording WordingOf(StoredDataCommand.StoredData kept) => WordingFile.Read(kept.All.CardsPath);

    public static async Task<int> RunAsync(
        FileInfo file,
        ImportChoices choices,
        bool writes,
        StoredDataCommand.StoredData kept,
        CancellationToken cancellation
    )
    {
        var context = await ContextAsync(kept, cancellation);
        var texts = new ImportTexts(context);
        var sheets = Sheets(file, texts, cancellation);
        var plan =
            await new ImportPlanner(kept.Table, kept.Settings).PlanAsync(sheets, choices, context, cancellation)
            ?? throw new CommandFault([$"{file.FullName}: {context.Wording["import.no_header"]}"]);
        await SayAsync(plan, sheets, choices, texts, kept.Output);
        if (texts.Missing(plan) is { Count: > 0 } missing)
            throw new CommandFault([.. missing.Select(words => $"{file.FullName}: {words}"), "Nothing was imported."]);
        if (!writes)
        {
            await kept.Output.WriteLineAsync("Nothing was imported. Correct the file, or import it as it is with --yes.");
            return 0;
        }
        await ResumeAsync(texts, kept, cancellation);
        if (plan.Lines.Count == 0)
            throw new CommandFault([$"{file.FullName}: nothing in it is new. Nothing was imported."]);
        var batch = await Writer(kept)
            .RunAsync(new(DownloadedFile.Operator(), file.Name, HashOf(file), plan.Lines), new Bar(), cancellation);
        await kept.Output.WriteLineAsync(texts.Done(batch));
        return 0;
    }

    public static async Task<int> UndoAsync(string id, StoredDataCommand.StoredData kept, CancellationToken cancellation)
    {
        var texts = new ImportTexts(await ContextAsync(kept, cancellation));
        await ResumeAsync(texts, kept, cancellation);
        if (await new ImportStore(kept.Table, kept.Settings).FindAsync(id, cancellation) is not { Value: var before })
            throw new CommandFault([$"{id}: there is no such import."]);
        if (before.Stage != ImportStage.Done)
            throw new CommandFault([$"{id}: {(before.Stage == ImportStage.Dropped ? "was never finished" : "is undone already")}."]);
        var writer = Writer(kept);
        if (!writer.MayUndo(before))
            throw new CommandFault([
                $"{id}: was imported {before.At:yyyy-MM-dd}. An import can be undone for {ImportBatch.Undoable.Days} days.",
            ]);
        await kept.Output.WriteLineAsync(texts.Undone(await writer.UndoAsync(id, DownloadedFile.Operator(), new Bar(), cancellation)));
        return 0;
    }

    /// <summary>What an earlier run left half-way comes first: its entries may be the duplicates of this one.</summary>
    private static async Task ResumeAsync(ImportTexts texts, StoredDataCommand.StoredData kept, CancellationToken cancellation)
    {
        foreach (var left in await new ImportStore(kept.Table, kept.Settings).UnfinishedAsync(cancellation))
        {
            var batch = await Writer(kept).ContinueAsync(left.Id, new Bar(), cancellation);
            if (batch.Stage != ImportStage.Dropped)
                await kept.Output.WriteLineAsync(
                    $"Finished what stopped half-way: {(batch.Stage == ImportStage.Done ? texts.Done(batch) : texts.Undone(batch))}"
                );
        }
    }

    private static ImportWriter Writer(StoredDataCommand.StoredData kept) =>
        new(kept.Table, new(kept.Table, kept.Settings), kept.Settings, TimeProvider.System);

    private static SheetFile.Read Sheets(FileInfo file, ImportTexts texts, CancellationToken cancellation)
    {
        using var content = file.OpenRead();
        return SheetReader.Read(content, cancellation) switch
        {
            SheetFile.Read read => read,
            SheetFile.Refused refused => throw new CommandFault([$"{file.FullName}: {texts.Refused(refused.Why)} Nothing was imported."]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string HashOf(FileInfo file)
    {
        using var content = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static async Task SayAsync(ImportPlan plan, SheetFile.Read file, ImportChoices choices, ImportTexts texts, TextWriter output)
    {
        foreach (var column in plan.Mapping.Columns)
            await output.WriteLineAsync(texts.Column(column));
        foreach (var words in texts.Summary(plan, file.Errors))
            await output.WriteLineAsync(words);
        foreach (var fault in plan.Faults)
            await output.WriteLineAsync(texts.Fault(fault));
        // The summary counts those that are there already; thousands of them are nothing to read.
        var known = plan.Duplicates.Where(group => group.Kind == DuplicateKind.OnRegister).Take(MostKnown);
        foreach (var group in plan.Duplicates.Where(group => group.Kind != DuplicateKind.OnRegister).Concat(known))
            await output.WriteLineAsync(texts.Duplicate(group, choices.Of(group)));
        if (plan.UnknownOwners.Count > 0)
            await output.WriteLineAsync(texts.Owners(plan, MostOwners));
    }

    private static Task<Context> ContextAsync(StoredDataCommand.StoredData kept, CancellationToken cancellation) =>
        new ImportPlanner(kept.Table, kept.Settings).ContextAsync(WordingOf(kept), TimeProvider.System.GetUtcNow(), cancellation);

    /// <summary>How far it is, where a person looks on.</summary>
    private sealed class Bar : IProgress<int>
    {
        public void Report(int value)
        {
            if (!Console.IsErrorRedirected)
                Console.Error.Write(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\r{value:N0} suppliers "));
        }
    }
}
