using SupplierBot.Chat.Exports;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Ports;

/// <summary>Writes files that people take home, from what is kept. Faults are exceptions. Thread-safe.</summary>
public interface IExportWriter
{
    /// <param name="output">Written from its beginning to its end; the caller throws it away where this fails.</param>
    /// <param name="progress">Told how many lines of the register are written, now and then.</param>
    Task<WrittenExport> WriteAsync(ExportJob job, Stream output, IProgress<int> progress, CancellationToken cancellation);
}

/// <param name="Lines">Lines of the register in it; 0 where that says nothing of the file.</param>
/// <param name="Summary">What it says, in a few sentences; may be empty.</param>
/// <param name="Manifest">The SHA-256 of its manifest, which proves every file in it; empty where it has none.</param>
public sealed record WrittenExport(int Lines, string Summary = "", string Manifest = "");

/// <summary>One file that is to be written.</summary>
/// <param name="At">The moment the file is of: the same records and moment make the same bytes.</param>
public sealed record ExportJob(OrderedExport Export, Person By, DateTimeOffset At, ExportSource Source);
