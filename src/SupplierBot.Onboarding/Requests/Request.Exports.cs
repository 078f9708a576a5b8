using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Onboarding.Requests;

public abstract partial record Request
{
    /// <summary>Something is written as a file that the person can keep.</summary>
    /// <param name="Format">Null where none was named: the usual one is taken.</param>
    public abstract record Download(ExportFormat? Format) : Request;

    /// <param name="Unread">Words that are no filter; empty where all were understood.</param>
    public sealed record DownloadRegister(RegisterFilter Filter, ExportFormat? Format, string Unread = "") : Download(Format);

    public sealed record DownloadPolicy(ExportFormat? Format) : Download(Format);

    /// <param name="Quarter">Null for the one that runs, or the one before it.</param>
    public sealed record DownloadReport(Quarter? Quarter, bool Last, ExportFormat? Format) : Download(Format);

    /// <param name="From">Null where no period was named.</param>
    public sealed record DownloadPack(DateOnly? From, DateOnly? To, PackSample Sample, bool WithFiles, string Unread = "")
        : Download(ExportFormat.Zip);

    /// <summary>The clauses that one supplier has to agree to, to send them.</summary>
    public sealed record DownloadSchedule() : OnCase(Verbs.Schedule)
    {
        public ExportFormat? Format { get; init; }

        /// <summary>With the notes for Legal, which no supplier reads.</summary>
        public bool ForLegal { get; init; }
    }

    /// <summary>What one supplier has to send and agree to, as the text of a mail.</summary>
    public sealed record DownloadNeeds() : OnCase(Verbs.Needs);

    /// <summary>The assessment is computed again, under the policy of its own time.</summary>
    public sealed record ExplainCase() : OnCase(Verbs.Explain);

    /// <summary>"I have read the policy."</summary>
    public sealed record AcknowledgePolicy : Request;
}
