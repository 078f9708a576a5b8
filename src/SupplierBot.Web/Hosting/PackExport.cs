using System.Globalization;
using System.Runtime.CompilerServices;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Ports;
using SupplierBot.Documents;
using SupplierBot.Documents.Packs;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Web.Hosting;

/// <summary>What is kept, as an auditor's pack: lines of the period, and the cases of those that were drawn.</summary>
internal sealed class PackExport(ExportJob job, ExportOrder.Pack order, Provenance about, Wording wording)
{
    private readonly Sample sample = new(CountOf(order), order.Sample.Tier, SeedOf(order));

    public async Task<WrittenExport> WriteAsync(Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        var contents = new PackContents(
            RegisterAsync(cancellation),
            CasesAsync(cancellation),
            (await job.Source.RoleEventsAsync(cancellation)).ToAsyncEnumerable(),
            (await job.Source.ExportEventsAsync(cancellation)).ToAsyncEnumerable(),
            sample.Rule
        )
        {
            Policies =
            [
                .. (await job.Source.PolicyTextsAsync(cancellation)).Select(one => new PackedPolicy(one.Version, one.Hash, one.Text)),
            ],
            Publications = (await job.Source.PolicyEventsAsync(cancellation)).ToAsyncEnumerable(),
        };
        var made = await AuditPack.WriteAsync(contents, about, wording, new(output, Exporter.Scratch, progress), cancellation);
        return new(made.Suppliers, wording.Fill("export.manifest", ("hash", made.ManifestSha256)), made.ManifestSha256);
    }

    /// <summary>Without a number, everything is in the sample.</summary>
    private static int CountOf(ExportOrder.Pack order) => order.Sample.Count == 0 ? int.MaxValue : order.Sample.Count;

    private static string SeedOf(ExportOrder.Pack order) => order.Sample.Seed.ToString(CultureInfo.InvariantCulture);

    /// <summary>Who is drawn is known when the last line was read, and cases are asked for after that.</summary>
    private async IAsyncEnumerable<SupplierRecord> RegisterAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var today = job.Source.Settings.Calendar.Today(job.At);
        await foreach (var record in job.Source.RecordsAsync(RegisterFilter.None, null, about.Roles!, today, cancellation))
        {
            if (!IsOfPeriod(record))
                continue;
            // The line that answers for it may be drawn, and says what was merged into it.
            if (record.Entry.MergedInto is null)
                sample.Add(record.Entry.Id, record.Entry.KnownTier);
            yield return record;
        }
    }

    /// <summary>It was asked for before the period ended, and had not ended before it began.</summary>
    private bool IsOfPeriod(SupplierRecord record)
    {
        var begun = (record.Earlier is [var first, ..] ? first : record.Case)?.SubmittedAt ?? record.Entry.ChangedAt;
        return Day(begun) <= order.To && (!record.Entry.Status.IsOver() || Day(record.Entry.ChangedAt) >= order.From);
    }

    private DateOnly Day(DateTimeOffset at) => job.Source.Settings.Calendar.Today(at);

    private async IAsyncEnumerable<PackedCase> CasesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var id in sample.Chosen.Order(StringComparer.Ordinal))
        {
            var line = await job.Source.LineAsync(id, cancellation);
            // Nobody asked for it yet: what was imported is all there is.
            if (line is { Case: null, Entry.Status: EntryStatus.Legacy })
                yield return new(line, []);
            if (line is not { Case: { } newest } record)
                continue;
            foreach (var one in record.Earlier.Append(newest))
                yield return new(record with { Case = one, Earlier = [] }, await job.Source.EventsAsync(one.Id, cancellation))
                {
                    Files = order.WithFiles ? [.. FilesOf(one)] : [],
                };
        }
    }

    private IEnumerable<PackedFile> FilesOf(Case one) =>
        one
            .Evidence.Select(document => document.File)
            .Append(one.Contract?.File)
            .OfType<Onboarding.Agreements.StoredFile>()
            .Select(file => new PackedFile(file, cancellation => job.Source.OpenFileAsync(file.Key, cancellation)));
}
