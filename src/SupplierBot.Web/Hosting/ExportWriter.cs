using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Ports;
using SupplierBot.Documents;
using SupplierBot.Documents.Registers;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Web.Hosting;

/// <summary>What is kept, handed to those who write files; one line for each kind of file.</summary>
internal sealed class ExportWriter(Wording wording) : IExportWriter
{
    public async Task<int> WriteAsync(ExportJob job, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        var roles = await job.Source.RolesAsync(job.Source.Settings.Calendar.Today(job.At), cancellation);
        var about = About(job, roles);
        switch (job.Export.Order)
        {
            case ExportOrder.Register register:
                return await RegisterAsync(register, job, about, output, progress, cancellation);
            case ExportOrder.Pack pack:
                return await new PackExport(job, pack, about, wording).WriteAsync(output, progress, cancellation);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<int> RegisterAsync(
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
        var records = job.Source.RecordsAsync(register.Lines, job.Export.OnlyOf, about.Roles!, today, cancellation);
        await (
            register.Format switch
            {
                ExportFormat.Csv => RegisterCsv.WriteAsync(records, about, wording, output, Exporter.Scratch, counted, cancellation),
                ExportFormat.Json => RegisterJson.WriteAsync(records, about, wording, output, Exporter.Scratch, counted, cancellation),
                _ => RegisterWorkbook.WriteAsync(records, about, wording, output, Exporter.Scratch, counted, cancellation),
            }
        );
        return counted.Lines;
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
