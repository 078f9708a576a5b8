using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Backup;

/// <summary>
/// One line of a backup. In this order: the header; policies; operation markers; cases, each a line with its events and slots; everything
/// else of the workflow partition; conversations; drafts; the closing line. What is read first is never ahead of what is read later, so
/// that an export beside a running bot holds no case without the marker of what was done to it. Index rows are not in it: they follow from
/// the rest.
/// </summary>
internal abstract record BackupLine
{
    private BackupLine() { }

    /// <summary>The format this release writes and reads.</summary>
    public const int Format = 1;

    /// <param name="Version">Of the format.</param>
    /// <param name="Product">The release that wrote it.</param>
    /// <param name="Policies">SHA-256 of every policy text in the file.</param>
    public sealed record Header(int Version, string Product, string Organisation, IReadOnlyList<string> Policies) : BackupLine;

    /// <param name="Partition">With the organisation's id in front.</param>
    public sealed record Single(string Partition, Row Row) : BackupLine;

    /// <summary>A case is imported whole or not at all.</summary>
    /// <param name="Head">Null where only events or slots are left.</param>
    public sealed record WholeCase(string Id, Row? Head, IReadOnlyList<Row> Rows) : BackupLine;

    /// <param name="Lines">Before this one, with the header.</param>
    /// <param name="Sha256">Of all bytes before this line; lower-case hexadecimal.</param>
    public sealed record End(long Lines, long Cases, long Rows, string Sha256) : BackupLine;
}
