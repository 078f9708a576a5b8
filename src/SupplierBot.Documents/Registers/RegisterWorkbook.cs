using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <summary>The register as a workbook (README.md "The register as a file").</summary>
public static class RegisterWorkbook
{
    public static async Task WriteAsync(
        IAsyncEnumerable<SupplierRecord> records,
        Provenance provenance,
        Wording wording,
        FileTarget target,
        CancellationToken cancellation
    )
    {
        var context = new RegisterContext(provenance, wording);
        await using var file = new WorkbookFile(context, new(wording, target.Scratch));
        await RegisterFiles.WriteAsync(records, file, context, target, cancellation);
    }
}

internal sealed class WorkbookFile(RegisterContext context, WorkbookSettings settings) : IRegisterFile
{
    private readonly RegisterCounts counts = new();
    private readonly Sheet<SupplierLine> suppliers = new(context.Wording["file.register_suppliers"], SupplierColumns.All, settings);
    private readonly Sheet<ContractPointLine> points = new(context.Wording["file.register_points"], ContractPointColumns.All, settings);
    private readonly Sheet<DocumentLine> documents = new(context.Wording["file.register_documents"], DocumentColumns.All, settings);
    private readonly Sheet<ConditionLine> conditions = new(context.Wording["file.register_conditions"], ConditionColumns.All, settings);
    private readonly Sheet<ReviewLine> reviews = new(context.Wording["file.register_reviews"], ReviewColumns.All, settings);

    public async ValueTask AddAsync(SupplierLine line, CancellationToken cancellation)
    {
        counts.Add(line);
        await suppliers.AddAsync(line, cancellation);
        foreach (var point in line.ContractPoints())
            await points.AddAsync(point, cancellation);
        foreach (var document in line.Documents())
            await documents.AddAsync(document, cancellation);
        foreach (var condition in line.Conditions())
            await conditions.AddAsync(condition, cancellation);
        foreach (var review in line.Reviews())
            await reviews.AddAsync(review, cancellation);
    }

    public async Task FinishAsync(Stream output, CancellationToken cancellation)
    {
        counts.AddParts(points.Lines, documents.Lines, conditions.Lines, reviews.Lines);
        List<SheetPart> sheets =
        [
            new CoverSheet(context, counts, settings.Shared).Part,
            .. await suppliers.EndAsync(cancellation),
            .. await points.EndAsync(cancellation),
            .. await documents.EndAsync(cancellation),
            .. await conditions.EndAsync(cancellation),
            .. await reviews.EndAsync(cancellation),
        ];
        var zip = await RepeatableZip.CreateAsync(output, context.Provenance.At, cancellation);
        await WorkbookParts.WriteAsync(
            zip,
            sheets,
            settings.Shared,
            context.Provenance,
            context.Wording["file.register_title"],
            cancellation
        );
        await zip.FinishAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await suppliers.DisposeAsync();
        await points.DisposeAsync();
        await documents.DisposeAsync();
        await conditions.DisposeAsync();
        await reviews.DisposeAsync();
    }
}
