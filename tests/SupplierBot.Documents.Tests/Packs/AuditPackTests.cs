using System.Text;
using System.Text.Json;
using SupplierBot.Documents.Packs;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Packs;

public sealed class AuditPackTests
{
    [Fact]
    public async Task It_has_the_register_the_cases_the_roles_and_what_proves_them()
    {
        var (pack, result) = await Kit.Packs.WriteAsync(sample: new(2, null, "b"));
        var paths = Kit.Packs.Files(pack).Select(file => file.Path).ToList();
        Assert.Equal(
            [
                "README.md",
                "verify.py",
                "register.xlsx",
                "register.csv",
                "register.json",
                "contract-points.csv",
                "coverage.csv",
                "coverage-failures.csv",
                "cases/REQ-2026-0012/files/1-Acme-ISO-27001-..pdf",
                "cases/REQ-2026-0012/case.md",
                "cases/REQ-2026-0012/case.json",
                "cases/REQ-2026-0012/events.jsonl",
                "cases/REQ-2026-0012/texts.jsonl",
                "cases/REQ-2026-0013/case.md",
                "cases/REQ-2026-0013/case.json",
                "cases/REQ-2026-0013/events.jsonl",
                "cases/REQ-2026-0013/texts.jsonl",
                $"policies/{PolicyText.Policy.Version}.yaml",
                "roles/events.jsonl",
                "roles/texts.jsonl",
                "exports/events.jsonl",
                "exports/texts.jsonl",
                "policy-log/events.jsonl",
                "policy-log/texts.jsonl",
                "manifest.json",
            ],
            paths
        );
        Assert.Equal((paths.Count, SampleRegister.All.Count, 2), (result.Files, result.Suppliers, result.Cases));
    }

    [Fact]
    public async Task The_text_of_a_policy_has_the_hash_that_cases_name()
    {
        var text = Kit.Packs.Text((await Kit.Packs.WriteAsync()).Bytes, $"policies/{PolicyText.Policy.Version}.yaml");
        Assert.Equal(
            PolicyText.Policy.Hash,
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        );
    }

    [Theory]
    [InlineData("2026.12-r4", "policies/2026.12-r4.yaml")]
    [InlineData("r1", "policies/r1.yaml")]
    [InlineData("../r1", "policies/ab.yaml")]
    [InlineData("..", "policies/ab.yaml")]
    [InlineData("first version", "policies/ab.yaml")]
    public void A_policy_is_called_by_its_version_where_a_file_can_be(string version, string path) =>
        Assert.Equal(path, new PackedPolicy(version, "ab", "").Path);

    [Fact]
    public async Task A_whole_pack_has_no_faults()
    {
        var sampled = Sample.Of(SampleRegister.All.Select(record => (record.Entry.Id, record.Entry.Tier)), 2, Tier.Low, "x");
        Assert.Equal(["SUP-0006"], sampled);
        var (pack, result) = await Kit.Packs.WriteAsync(sample: new(2, Tier.Low, "x"));
        Assert.Empty(await Kit.Packs.FaultsAsync(pack, result.ManifestSha256));
    }

    [Fact]
    public async Task The_same_records_make_the_same_bytes()
    {
        var (one, first) = await Kit.Packs.WriteAsync();
        var (other, second) = await Kit.Packs.WriteAsync();
        Assert.Equal(one, other);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_case_says_what_was_answered_decided_agreed_and_done()
    {
        var text = Kit.Packs.Text((await Kit.Packs.WriteAsync()).Bytes, "cases/REQ-2026-0012/case.md");
        string[] said =
        [
            "# Fenland Catering: approved",
            "| Purpose | Lunch for the team. |",
            "| data | ",
            "these answers under this policy give the same result",
            "A van with our lunch orders was stolen on Monday.",
            "Their badge was returned on 1 December.",
            "## History",
        ];
        Assert.All(said, words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_people_typed_is_no_mark_up()
    {
        var room = CaseScenario.With(CaseAnswers.Low.With("name", "<b>Acme</b> | [x](https://evil.example)\n# Approved"));
        var (pack, _) = await Kit.Packs.WriteAsync([new(SampleRegister.Of(room, "SUP-0001"), [.. room.Facts])]);
        var text = Kit.Packs.Text(pack, "cases/REQ-2026-0012/case.md");
        Assert.Contains(@"\<b\>Acme\</b\> \| \[x\](https://evil.example)<br>\# Approved", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n# Approved", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_names_the_suppliers_that_fail_and_what_is_missing()
    {
        var open = CaseScenario.Approved(CaseAnswers.MediumInternal.With("name", "Gap Cloud"));
        var record = SampleRegister.Of(open, "SUP-0009");
        var clauses = record.Case!.Clauses!.Select(item => item with { State = Onboarding.Agreements.ClauseState.Open });
        var (pack, _) = await Kit.Packs.WriteAsync(
            register:
            [
                .. SampleRegister.All,
                record with
                {
                    Entry = record.Entry with { NextReview = new(2026, 12, 1) },
                    Case = record.Case with { Clauses = [.. clauses] },
                },
            ]
        );
        var failures = Csv.Read(Kit.Packs.Text(pack, "coverage-failures.csv"));
        Assert.Contains(
            failures,
            line => line[0] == "A.5.22" && line[1] == "No review is overdue." && line[2] == "SUP-0009" && line[4] == "1 Dec 2026"
        );
        Assert.Contains(
            failures,
            line => line[0] == "A.5.23" && line[3] == "Gap Cloud" && line[4].Contains("Scope", StringComparison.Ordinal)
        );
        var tests = Csv.Read(Kit.Packs.Text(pack, "coverage.csv"));
        Assert.Equal(["A.5.19", "A.5.20", "A.5.21", "A.5.22", "A.5.23"], tests.Skip(1).Select(line => line[0]).Distinct());
        Assert.All(
            tests.Skip(1),
            line =>
                Assert.Equal(
                    line[4],
                    failures.Count(failure => failure[1] == line[1]).ToString(System.Globalization.CultureInfo.InvariantCulture)
                )
        );
    }

    [Fact]
    public async Task The_matrix_counts_every_contract_point_by_type_and_tier()
    {
        var lines = Csv.Read(Kit.Packs.Text((await Kit.Packs.WriteAsync()).Bytes, "contract-points.csv"));
        var incident = lines.Single(line => line[0] == "INC" && line[3] == "High");
        var header = lines[0];
        string Of(string column) => incident[header.ToList().IndexOf(column)];
        Assert.Equal(("2", "1", "1", "0"), (Of("Required"), Of("Changed"), Of("Open"), Of("Refused")));
    }

    [Fact]
    public async Task Who_made_it_hears_how_far_it_is()
    {
        var heard = new List<int>();
        await AuditPack.WriteAsync(
            new(SampleRegister.Many(250), Nothing<PackedCase>(), Nothing<ChainedEvent>(), Nothing<ChainedEvent>(), new(0, null, "")),
            SampleRegister.Provenance,
            WordingText.Wording,
            new(new MemoryStream(), () => new MemoryStream(), new Heard(heard)),
            TestContext.Current.CancellationToken
        );
        Assert.Equal([100, 200, 250], heard);
    }

    [Fact]
    public async Task The_manifest_says_where_it_comes_from()
    {
        using var manifest = JsonDocument.Parse(Kit.Packs.Text((await Kit.Packs.WriteAsync()).Bytes, "manifest.json"));
        Assert.Equal("Acme Organisation", manifest.RootElement.GetProperty("provenance").GetProperty("organisation").GetString());
        Assert.Equal(6, manifest.RootElement.GetProperty("sample").GetProperty("population").GetInt32());
    }

    private sealed class Heard(List<int> all) : IProgress<int>
    {
        public void Report(int value) => all.Add(value);
    }

    private static async IAsyncEnumerable<T> Nothing<T>()
    {
        await Task.CompletedTask;
        yield break;
    }
}
