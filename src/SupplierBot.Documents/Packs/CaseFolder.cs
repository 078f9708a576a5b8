using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using SupplierBot.Documents.Registers;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Documents.Packs;

/// <summary>One sampled case: to read, as it is kept, its audit events, and the files of its documents.</summary>
internal sealed class CaseFolder(PackWriter pack, RegisterContext context)
{
    /// <summary>
    /// Members by name, and only those that say something: the text that the seal of a case is made of, with nothing left out.
    /// </summary>
    private static readonly JsonSerializerOptions Whole = Indented();

    private readonly HashSet<string> folders = new(StringComparer.OrdinalIgnoreCase);

    public async Task AddAsync(PackedCase packed)
    {
        if (packed.Record is { Case: null, Entry: { Status: EntryStatus.Legacy } unassessed })
        {
            await pack.AddAsync(
                $"{Folder(unassessed.Id)}/entry.md",
                context.Wording.Fill("file.register_imported", ("batch", unassessed.Imported?.Batch ?? "")) + "\n"
            );
            return;
        }
        var folder = Folder(packed.Record.Case?.Id ?? packed.Record.Entry.CaseId);
        if (packed.Record.Case is not { } current)
        {
            await pack.AddAsync($"{folder}/case.md", context.Wording["file.register_no_case"] + "\n");
            pack.AddFault(new($"{folder}/case.md", "the case couldn't be read when the pack was made"));
            return;
        }
        var broken = BrokenLink.FirstOf(current, packed.Events);
        if (broken is not null)
            pack.AddFault(
                new($"{folder}/events.jsonl", $"the chain was broken at event {broken.Event} when the pack was made: {broken.Words}")
            );
        var files = new List<CaseFile>();
        foreach (var file in packed.Files)
            files.Add(await FileAsync($"{folder}/files", files.Count + 1, file));
        await pack.AddAsync($"{folder}/case.md", new CaseMarkdown(new(packed.Record, context), packed.Events, files, broken).Text());
        await pack.AddAsync($"{folder}/case.json", JsonSerializer.Serialize(current, Whole) + "\n");
        await ChainFiles.AddAsync(
            pack,
            folder,
            new($"{folder}/events.jsonl", $"{folder}/texts.jsonl", current.Id, current.EventCount, current.ChainHead),
            packed.Events
        );
    }

    /// <summary>The bytes as they are now; where they aren't those that were added, the pack says so.</summary>
    private async Task<CaseFile> FileAsync(string folder, int number, PackedFile file)
    {
        var path = $"{folder}/{number}-{Name(file.File.Name)}";
        await using var content = await file.OpenAsync(pack.Cancellation);
        if (content is null)
        {
            pack.AddFault(new(folder, $"{file.File.Name} with the SHA-256 {file.File.Sha256} isn't kept any more"));
            return new(file.File, null, IsSame: false);
        }
        var entry = await pack.AddAsync(path, stream => content.CopyToAsync(stream, pack.Cancellation), CompressionLevel.NoCompression);
        var same = entry.Sha256 == file.File.Sha256;
        if (!same)
            pack.AddFault(new(path, $"it isn't the file that was added, which has the SHA-256 {file.File.Sha256}"));
        return new(file.File, path, same);
    }

    /// <summary>One of its own, also where a case was given twice.</summary>
    private string Folder(string id)
    {
        var folder = $"cases/{Name(id)}";
        for (var number = 2; !folders.Add(folder); number++)
            folder = string.Create(CultureInfo.InvariantCulture, $"cases/{Name(id)}-{number}");
        return folder;
    }

    /// <summary>A name from outside as part of a path: nothing in it leads anywhere.</summary>
    private static string Name(string name)
    {
        var plain = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '-'));
        return plain.Length > 80 ? plain[^80..].TrimStart('.') : plain.TrimStart('.');
    }

    private static JsonSerializerOptions Indented() => new(SealedText.Options(_ => false)) { WriteIndented = true, NewLine = "\n" };
}

/// <param name="Path">In the pack; null where the file isn't kept any more.</param>
/// <param name="IsSame">It is the file that was added.</param>
internal sealed record CaseFile(Onboarding.Agreements.StoredFile File, string? Path, bool IsSame);
