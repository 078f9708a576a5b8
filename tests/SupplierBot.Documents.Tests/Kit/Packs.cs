using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using SupplierBot.Documents.Packs;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Kit;

/// <summary>A pack of the sample register, and what somebody could do to it.</summary>
internal static class Packs
{
    public static readonly SampleRule Everybody = new(10, null, "audit 2026");

    public static async Task<(byte[] Bytes, PackResult Result)> WriteAsync(
        IReadOnlyList<PackedCase>? cases = null,
        SampleRule? sample = null,
        IEnumerable<SupplierRecord>? register = null
    )
    {
        using var output = new MemoryStream();
        var result = await AuditPack.WriteAsync(
            new(
                SampleRegister.Streamed(register ?? SampleRegister.All),
                Streamed(cases ?? Cases()),
                Streamed(RoleChanges()),
                Streamed(Exports()),
                sample ?? Everybody
            )
            {
                Policies = [new(PolicyText.Policy.Version, PolicyText.Policy.Hash, PolicyText.Shipped)],
            },
            SampleRegister.Provenance,
            WordingText.Wording,
            new(output, () => new MemoryStream()),
            TestContext.Current.CancellationToken
        );
        return (output.ToArray(), result);
    }

    /// <summary>Two with all that they went through, whose chains are whole, and the others without audit events of their own.</summary>
    public static IReadOnlyList<PackedCase> Cases()
    {
        var ended = SampleRegister.EndedRoom();
        var review = CaseScenario.With(CaseAnswers.MediumTrainingOpen.With("name", "Crown Translations"));
        var content = Encoding.UTF8.GetBytes("%PDF-1.7 of their certificate");
        var file = new StoredFile(
            "ab12",
            "Acme ISO/27001 ..pdf",
            content.Length,
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))
        );
        return
        [
            new(SampleRegister.Of(ended, "SUP-0006"), [.. ended.Facts])
            {
                Files = [new(file, _ => Task.FromResult<Stream?>(new MemoryStream(content)))],
            },
            Renamed(review, "REQ-2026-0013", "SUP-0003"),
        ];
    }

    /// <summary>The same case under another number: its chain is made for it.</summary>
    private static PackedCase Renamed(CaseScenario room, string id, string entry)
    {
        var (head, events) = (HashChain.Start, new List<ChainedEvent>());
        foreach (var fact in room.Facts)
        {
            events.Add(HashChain.Append(head, events.Count + 1, id, fact.Event));
            head = events[^1].Hash;
        }
        var record = SampleRegister.Of(room, entry);
        return new(record with { Case = record.Case! with { Id = id, ChainHead = head, EventCount = events.Count } }, events);
    }

    public static List<ChainedEvent> RoleChanges()
    {
        var (head, events) = (HashChain.Start, new List<ChainedEvent>());
        foreach (var role in new[] { "security", "legal" })
        {
            events.Add(
                HashChain.Append(
                    head,
                    events.Count + 1,
                    RoleAssignments.Name,
                    new(
                        AuditEventKind.RoleGiven,
                        CaseScenario.Admin.Id,
                        SampleRegister.At,
                        [new("role", role), new("person", "teams:priya")]
                    )
                )
            );
            head = events[^1].Hash;
        }
        return events;
    }

    /// <summary>Somebody took the policy, and somebody acknowledged it.</summary>
    public static IReadOnlyList<ChainedEvent> Exports()
    {
        var person = new Person(CaseScenario.Admin.Id, "Alex");
        var (log, taken) = ExportLog.Empty.With(
            new ExportOrder.PolicyText(ExportFormat.Word),
            person,
            SampleRegister.At,
            (new string('a', 64), 5120),
            manifest: ""
        );
        return [taken, log.WithRead(person.Id, SampleRegister.At, "3", new string('b', 64)).Event];
    }

    public static IReadOnlyList<(string Path, byte[] Bytes)> Files(byte[] pack)
    {
        using var zip = new ZipArchive(new MemoryStream(pack));
        return
        [
            .. zip.Entries.Select(entry =>
            {
                using var stream = entry.Open();
                using var kept = new MemoryStream();
                stream.CopyTo(kept);
                return (entry.FullName, kept.ToArray());
            }),
        ];
    }

    public static byte[] Packed(IEnumerable<(string Path, byte[] Bytes)> files)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(bytes);
            }
        }
        return output.ToArray();
    }

    /// <summary>With one file changed, and the manifest as it was.</summary>
    public static byte[] With(byte[] pack, string path, Func<byte[], byte[]> change) =>
        Packed(Files(pack).Select(file => file.Path == path ? (file.Path, change(file.Bytes)) : file));

    public static string Text(byte[] pack, string path) => Encoding.UTF8.GetString(Files(pack).Single(file => file.Path == path).Bytes);

    /// <summary>What both verifiers say, each a line; they say the same.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(byte[] pack, string? manifest = null)
    {
        var ours = PackVerifier.Verify(new MemoryStream(pack), manifest);
        var theirs = await PythonAsync(pack, manifest);
        Assert.Equal(ours.Order(StringComparer.Ordinal), theirs.Order(StringComparer.Ordinal));
        return ours;
    }

    /// <summary>The program in the repository, as an auditor has it from another pack.</summary>
    private static async Task<IReadOnlyList<string>> PythonAsync(byte[] pack, string? manifest)
    {
        var folder = Directory.CreateTempSubdirectory("pack-");
        try
        {
            var path = Path.Combine(folder.FullName, "pack.zip");
            await File.WriteAllBytesAsync(path, pack, TestContext.Current.CancellationToken);
            string[] program = [Path.Combine(Repository.Root, "src", "SupplierBot.Documents", "Packs", "verify.py"), path];
            using var process = Process.Start(
                new ProcessStartInfo("python3", manifest is null ? program : [.. program, manifest])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    StandardOutputEncoding = Encoding.UTF8,
                    Environment = { ["PYTHONIOENCODING"] = "utf-8" },
                }
            )!;
            var fault = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var lines = (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n')[..^1];
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal("", await fault);
            Assert.Equal(lines.Length > 1 ? 1 : 0, process.ExitCode);
            return lines[..^1];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async IAsyncEnumerable<T> Streamed<T>(IEnumerable<T> all)
    {
        foreach (var one in all)
            yield return one;
        await Task.CompletedTask;
    }
}
