using System.IO.Compression;
using SupplierBot.Documents.Registers;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Packs;

/// <summary>Everything that an auditor asks for, in one ZIP that proves itself without the bot (README.md "The auditor's pack").</summary>
public static class AuditPack
{
    public static async Task<PackResult> WriteAsync(
        PackContents contents,
        Provenance provenance,
        Wording wording,
        FileTarget target,
        CancellationToken cancellation
    )
    {
        var context = new RegisterContext(provenance, wording);
        await using var register = new PackedRegister(context, target.Scratch, contents.Sample);
        await RegisterFiles.ReadAsync(
            contents.Register,
            context,
            line => register.AddAsync(line, cancellation),
            target.Progress,
            cancellation
        );

        var zip = await RepeatableZip.CreateAsync(target.Output, provenance.At, cancellation);
        var pack = new PackWriter(zip, cancellation);
        await pack.AddAsync("README.md", PackReadme.Text(context, contents.Sample, register.Sample));
        await pack.AddAsync("verify.py", PackReadme.Verifier());
        await register.WriteAsync(pack);
        var cases = await CasesAsync(contents.Cases, pack, context, register.Sample);
        foreach (var policy in contents.Policies)
            await pack.AddAsync(policy.Path, policy.Text);
        await ChainFiles.AddAsync(pack, "roles", RoleAssignments.Name, contents.RoleChanges, target.Scratch);
        await ChainFiles.AddAsync(pack, "exports", ExportLog.Name, contents.Exports, target.Scratch);
        await ChainFiles.AddAsync(pack, "policy-log", PolicyLog.Name, contents.Publications, target.Scratch);
        var manifest = await pack.AddAsync(
            PackManifest.Path,
            stream => PackManifest.WriteAsync(stream, pack, context, contents.Sample, register.Sample)
        );
        await zip.FinishAsync(cancellation);
        await target.Output.FlushAsync(cancellation);
        return new(manifest.Sha256, pack.Entries.Count, register.Suppliers, cases);
    }

    private static async Task<int> CasesAsync(IAsyncEnumerable<PackedCase> cases, PackWriter pack, RegisterContext context, Sample sample)
    {
        var (folder, count) = (new CaseFolder(pack, context), 0);
        var left = sample.Chosen.ToHashSet(StringComparer.Ordinal);
        await foreach (var packed in cases.WithCancellation(pack.Cancellation))
        {
            await folder.AddAsync(packed);
            left.Remove(packed.Record.Entry.Id);
            count++;
        }
        foreach (var id in left.Order(StringComparer.Ordinal))
            pack.AddFault(new("cases", $"{id} is in the sample, and no case of it was given"));
        return count;
    }
}

/// <summary>The parts of a pack that are about every supplier, filled in one pass.</summary>
internal sealed class PackedRegister(RegisterContext context, Func<Stream> scratch, SampleRule rule) : IAsyncDisposable
{
    private readonly WorkbookFile workbook = new(context, new(context.Wording, scratch));
    private readonly CsvFile csv = new(context, scratch());
    private readonly JsonFile json = new(context, scratch());
    private readonly Coverage coverage = new(context, scratch());
    private readonly ContractPointCounts matrix = new();

    public Sample Sample { get; } = new(rule.Count, rule.Tier, rule.Seed);
    public int Suppliers { get; private set; }

    public async ValueTask AddAsync(SupplierLine line, CancellationToken cancellation)
    {
        Suppliers++;
        Sample.Add(line.Entry.Id, line.Entry.KnownTier);
        matrix.Add(line);
        await workbook.AddAsync(line, cancellation);
        await csv.AddAsync(line, cancellation);
        await json.AddAsync(line, cancellation);
        await coverage.AddAsync(line, cancellation);
    }

    public async Task WriteAsync(PackWriter pack)
    {
        var stop = pack.Cancellation;
        await pack.AddAsync("register.xlsx", stream => workbook.FinishAsync(stream, stop), CompressionLevel.NoCompression);
        await pack.AddAsync("register.csv", stream => csv.FinishAsync(stream, stop), CompressionLevel.Fastest);
        await pack.AddAsync("register.json", stream => json.FinishAsync(stream, stop), CompressionLevel.Fastest);
        await pack.AddAsync("contract-points.csv", stream => matrix.WriteAsync(stream, context.Wording, stop));
        await pack.AddAsync("coverage.csv", stream => coverage.WriteTestsAsync(stream, stop));
        await pack.AddAsync("coverage-failures.csv", stream => coverage.WriteFailuresAsync(stream, stop));
    }

    public async ValueTask DisposeAsync()
    {
        await workbook.DisposeAsync();
        await csv.DisposeAsync();
        await json.DisposeAsync();
        await coverage.DisposeAsync();
    }
}
