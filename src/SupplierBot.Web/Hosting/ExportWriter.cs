using System.Globalization;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Ports;
using SupplierBot.Documents;
using SupplierBot.Documents.Policies;
using SupplierBot.Documents.Registers;
using SupplierBot.Documents.Reports;
using SupplierBot.Documents.Schedules;
using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Web.Hosting;

/// <summary>What is kept, handed to those who write files; one line for each kind of file.</summary>
internal sealed class ExportWriter(Wording wording) : IExportWriter
{
    /// <summary>Of one version in the history of the policy.</summary>
    private const int MostChanges = 12;

    public async Task<WrittenExport> WriteAsync(ExportJob job, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        var roles = await job.Source.RolesAsync(job.Source.Settings.Calendar.Today(job.At), cancellation);
        var about = About(job, roles);
        return job.Export.Order switch
        {
            ExportOrder.Register register => await RegisterAsync(register, job, about, output, progress, cancellation),
            ExportOrder.Pack pack => await new PackExport(job, pack, about, wording).WriteAsync(output, progress, cancellation),
            ExportOrder.Report report => await ReportAsync(report, job, about, output, cancellation),
            var text => await TextAsync(text, await DocumentAsync(text, job, about, cancellation), output, cancellation),
        };
    }

    private async Task<WrittenExport> RegisterAsync(
        ExportOrder.Register register,
        ExportJob job,
        Provenance about,
        Stream output,
        IProgress<int> progress,
        CancellationToken cancellation
    )
    {
        var today = job.Source.Settings.Calendar.Today(job.At);
        var counted = new Counted(progress);
        var target = new FileTarget(output, Exporter.Scratch, counted);
        var records = job.Source.RecordsAsync(register.Lines, job.Export.OnlyOf, about.Roles!, today, cancellation);
        await (
            register.Format switch
            {
                ExportFormat.Csv => RegisterCsv.WriteAsync(records, about, wording, target, cancellation),
                ExportFormat.Json => RegisterJson.WriteAsync(records, about, wording, target, cancellation),
                _ => RegisterWorkbook.WriteAsync(records, about, wording, target, cancellation),
            }
        );
        return new(counted.Lines);
    }

    private async Task<DocumentText> DocumentAsync(ExportOrder order, ExportJob job, Provenance about, CancellationToken cancellation) =>
        order switch
        {
            ExportOrder.Schedule schedule => SecuritySchedule.Of(
                await RecordAsync(schedule.CaseId, job, cancellation),
                schedule.ForLegal ? ScheduleCopy.ForLegal : ScheduleCopy.ForSupplier,
                about,
                wording
            ),
            ExportOrder.Needs needs => WhatWeNeed.Of(await RecordAsync(needs.CaseId, job, cancellation), about, wording),
            ExportOrder.PolicyText => SupplierPolicy.Of(job.Source.Policy, await VersionsAsync(job.Source, cancellation), about, wording),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<SupplierRecord> RecordAsync(string caseId, ExportJob job, CancellationToken cancellation) =>
        await job.Source.RecordAsync(caseId, cancellation)
        ?? throw new FileNotFoundException($"{caseId} or its line of the register is not there.");

    private async Task<IReadOnlyList<PolicyVersion>> VersionsAsync(ExportSource source, CancellationToken cancellation)
    {
        var all = await source.PoliciesAsync(cancellation);
        return
        [
            .. all.Select(
                (policy, at) =>
                    new PolicyVersion(policy.Version, policy.ApprovedBy, policy.ApprovedOn, at == 0 ? "" : Changes(all[at - 1], policy))
            ),
        ];
    }

    /// <summary>The first changes: policy diff has all of them.</summary>
    private string Changes(Policy old, Policy changed)
    {
        var changes = PolicyDiff.Of(old, changed, wording);
        var lines = changes.Take(MostChanges).Select(change => change.Title.Length == 0 ? change.Words : $"{change.Title}: {change.Words}");
        return string.Join(
            '\n',
            changes.Count > MostChanges
                ? lines.Append(wording.Fill("list.more", ("n", (changes.Count - MostChanges).ToString(CultureInfo.InvariantCulture))))
                : lines
        );
    }

    private async Task<WrittenExport> ReportAsync(
        ExportOrder.Report report,
        ExportJob job,
        Provenance about,
        Stream output,
        CancellationToken cancellation
    )
    {
        var figures = await FiguresAsync(report.Quarter, job, about, cancellation);
        await TextAsync(report, ManagementReport.Of(figures, about, wording), output, cancellation);
        return new(0, ManagementReport.Lead(figures, about, wording));
    }

    private static async Task<ReportFigures> FiguresAsync(Quarter quarter, ExportJob job, Provenance about, CancellationToken cancellation)
    {
        var today = job.Source.Settings.Calendar.Today(job.At);
        var records = await job.Source.RecordsAsync(RegisterFilter.None, null, about.Roles!, today, cancellation).ToListAsync(cancellation);
        var decided = await job.Source.CasesAsync(cancellation).Where(one => one.Decision is not null).ToListAsync(cancellation);
        return ReportFigures.Of(records, decided, quarter, job.At, about.Zone);
    }

    private static async Task<WrittenExport> TextAsync(ExportOrder order, DocumentText text, Stream output, CancellationToken cancellation)
    {
        if (order.Format == ExportFormat.Word)
        {
            DocxWriter.Write(text, output);
            return new(0);
        }
        var written = order.Format == ExportFormat.Markdown ? MarkdownWriter.Write(text) : PlainTextWriter.Write(text);
        await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(written), cancellation);
        return new(0);
    }

    private static Provenance About(ExportJob job, RoleHolders roles) =>
        new(
            job.Source.Settings.OrganisationName,
            job.By,
            job.At,
            job.Source.Settings.Calendar.Zone,
            job.Source.Policy.Version,
            $"{job.Source.Policy.ApprovedBy}, {job.Source.Policy.ApprovedOn:yyyy-MM-dd}",
            job.Export.Order.Filter
        )
        {
            Roles = roles,
        };

    /// <summary>The last number that was reported is how many there are.</summary>
    private sealed class Counted(IProgress<int> others) : IProgress<int>
    {
        public int Lines { get; private set; }

        public void Report(int value)
        {
            Lines = value;
            others.Report(value);
        }
    }
}
