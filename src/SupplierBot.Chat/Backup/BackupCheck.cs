using System.Security.Cryptography;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Backup;

/// <summary>Reads a backup from its first line to its last before anything of it is written anywhere.</summary>
internal static class BackupCheck
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    public static async Task<BackupChecked> RunAsync(Stream file, ChatSettings settings, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var seen = new Seen(0, 0, 0, "", "");
        BackupLine.End? end = null;
        try
        {
            await foreach (var text in BackupText.LinesAsync(file, cancellation))
            {
                if (end is not null)
                    return Faulty(text.Number, "stands after the closing line. Remove what was added, or copy the file again", seen);
                if (Read(text, settings, seen, out var line) is { } fault)
                    return fault;
                end = line as BackupLine.End;
                if (end is null)
                {
                    hash.AppendData(text.Bytes.Span);
                    hash.AppendData(NewLine);
                    seen = seen.With(line!);
                }
                else if (EndFault(end, seen, Convert.ToHexStringLower(hash.GetCurrentHash())) is { } changed)
                    return Faulty(text.Number, changed, seen);
            }
        }
        catch (FormatException fault)
        {
            return new BackupChecked.Faulty(fault.Message, seen.Whole);
        }
        return end is null
            ? Faulty(
                seen.Lines + 1,
                "is not there: the file is cut, its closing line is missing. Copy it again, or take another backup",
                seen
            )
            : new BackupChecked.Whole(end);
    }

    /// <returns>Null where the line is one of ours.</returns>
    private static BackupChecked.Faulty? Read(BackupText text, ChatSettings settings, Seen seen, out BackupLine? line)
    {
        line = null;
        try
        {
            line = BackupJson.Read(text.Bytes);
        }
        catch (FormatException fault)
        {
            if (text.Number == 1)
                return Faulty(1, "is not the first line of a backup. Name a file that `export` wrote", seen);
            return Faulty(
                text.Number,
                text.Ended
                    ? $"is broken: {fault.Message}. Copy the file again, or take another backup"
                    : "is cut: the file ends in the middle of it. Copy it again, or take another backup",
                seen
            );
        }
        if (text.Number == 1 && line is not BackupLine.Header)
            return Faulty(1, "is not the first line of a backup. Name a file that `export` wrote", seen);
        if (!text.Ended && line is not BackupLine.End)
            return Faulty(
                text.Number,
                "is the last one, and not the closing line: the file is cut. Copy it again, or take another backup",
                seen
            );
        return Foreign(line, settings) is { } words ? Faulty(text.Number, words, seen) : null;
    }

    private static string? Foreign(BackupLine line, ChatSettings settings) =>
        line switch
        {
            BackupLine.Header { Version: not BackupLine.Format } header =>
                $"says format {header.Version}, this release reads {BackupLine.Format}. Import it with release {header.Product}, or export it again",
            BackupLine.Header header when header.Organisation != settings.OrganisationId =>
                $"says organisation `{header.Organisation}`, this one is `{settings.OrganisationId}`. Set Organisation:Id to it, or name another file",
            BackupLine.Single single when !IsOurs(single.Partition, settings.OrganisationId) =>
                $"holds a row of another organisation (partition {single.Partition}). Take another backup",
            BackupLine.WholeCase whole
                when whole.Rows.Any(row => !IsPart(row.Key, whole.Id)) || (whole.Head is { } head && head.Key != Keys.Case(whole.Id)) =>
                $"holds rows that are not of the case {whole.Id}. Take another backup",
            _ => null,
        };

    private static bool IsOurs(string partition, string organisation) =>
        partition == Keys.Workflow(organisation)
        || partition == Keys.Conversations(organisation)
        || partition == Keys.Policies(organisation)
        || partition == Keys.DraftOwners(organisation)
        || partition.StartsWith(Keys.DraftOwners(organisation) + ".", StringComparison.Ordinal);

    private static bool IsPart(string key, string caseId) =>
        key.StartsWith(Keys.EventPrefix + caseId, StringComparison.Ordinal)
        || key.StartsWith(Keys.SlotPrefix + caseId, StringComparison.Ordinal);

    private static string? EndFault(BackupLine.End end, Seen seen, string sha256) =>
        end.Lines != seen.Lines || end.Cases != seen.Cases || end.Rows != seen.Rows
            ? $"counts {end.Lines} lines before it; there are {seen.Lines}. Copy the file again, or take another backup"
        : end.Sha256 != sha256
            ? "names another SHA-256 than the lines before it have: the file was changed after it was written (by hand, or by a transfer that changes line ends). Copy it again as binary, or take another backup"
        : null;

    private static BackupChecked.Faulty Faulty(long line, string words, Seen seen) => new($"Line {line} {words}.", seen.Whole);

    /// <summary>What was read so far and is whole.</summary>
    private sealed record Seen(long Lines, long Cases, long Rows, string First, string Last)
    {
        public string Whole =>
            Cases switch
            {
                0 => "no case",
                1 => $"the case {First}",
                _ => $"{Cases} cases, in the order of the file from {First} to {Last}",
            };

        public Seen With(BackupLine line) =>
            line switch
            {
                BackupLine.WholeCase whole => this with
                {
                    Lines = Lines + 1,
                    Cases = Cases + 1,
                    First = Cases == 0 ? whole.Id : First,
                    Last = whole.Id,
                },
                BackupLine.Single => this with { Lines = Lines + 1, Rows = Rows + 1 },
                _ => this with { Lines = Lines + 1 },
            };
    }
}

internal abstract record BackupChecked
{
    private BackupChecked() { }

    public sealed record Whole(BackupLine.End End) : BackupChecked;

    /// <param name="Words">Where, what, and what to do.</param>
    /// <param name="Before">The cases that are whole before it.</param>
    public sealed record Faulty(string Words, string Before) : BackupChecked;
}
