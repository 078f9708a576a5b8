using SupplierBot.Documents.Registers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Packs;

/// <summary>What is what in a pack, and how to check it, for somebody who never saw the bot.</summary>
internal static class PackReadme
{
    private static readonly (string Path, string Key)[] Files =
    [
        ("register.xlsx", "file.pack_xlsx"),
        ("register.csv", "file.pack_csv"),
        ("register.json", "file.pack_json"),
        ("contract-points.csv", "file.pack_matrix"),
        ("coverage.csv", "file.pack_coverage"),
        ("coverage-failures.csv", "file.pack_failures"),
        ("cases/REQ-…/case.md", "file.pack_case"),
        ("cases/REQ-…/case.json", "file.pack_case_json"),
        ("cases/REQ-…/files/", "file.pack_files"),
        ("…/events.jsonl", "file.pack_events"),
        ("…/texts.jsonl", "file.pack_texts"),
        ("policies/", "file.pack_policies"),
        ("roles/", "file.pack_roles"),
        ("exports/", "file.pack_exports"),
        ("policy-log/", "file.pack_policy_log"),
        ("manifest.json", "file.pack_manifest"),
        ("verify.py", "file.pack_verifier"),
    ];

    public static string Text(RegisterContext file, SampleRule rule, Sample sample)
    {
        var (words, provenance, text) = (file.Wording, file.Provenance, new MarkdownText());
        text.Heading(1, words.Fill("file.pack_title", ("organisation", provenance.Organisation)));
        text.Item(words["file.register_made"], $"{FileDates.Moment(provenance.At, provenance.Zone)} ({provenance.Zone.Id})");
        text.Item(words["file.register_by"], $"{provenance.By.Name} ({provenance.By.Id})");
        text.Item(
            words["file.register_policy_now"],
            words.Fill("file.register_policy_line", ("version", provenance.PolicyVersion), ("approval", provenance.PolicyApproval))
        );
        text.Item(words["file.register_filter"], provenance.Filter.Length > 0 ? provenance.Filter : words["file.register_filter_none"]);
        text.Heading(2, words["file.register_contents"]);
        text.Table(
            [words["file.register_file_name"], words["file.pack_what"]],
            Files.Select(one => (IReadOnlyList<string>)[one.Path, words[one.Key]])
        );
        text.Heading(2, words["file.pack_verify_title"]).Paragraph(words["file.pack_verify"]);
        text.Code("python3 verify.py");
        text.Paragraph(words["file.pack_verify_hash"]);
        text.Code("python3 verify.py . SHA256-OF-MANIFEST");
        text.Paragraph(words["file.pack_chain"]);
        text.Heading(2, words["file.pack_sample_title"]).Paragraph(Chosen(words, rule, sample));
        text.Paragraph(words["file.pack_sample_how"]);
        text.Code($"printf '%s' '{Quoted(rule.Seed)}SUP-0001' | sha256sum");
        text.Paragraph(string.Join(", ", sample.Chosen));
        return text.ToString();
    }

    public static string Verifier()
    {
        using var stream = typeof(PackReadme).Assembly.GetManifestResourceStream("verify.py")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Chosen(Wording words, SampleRule rule, Sample sample) =>
        words.Fill(
            rule.Tier is null ? "file.pack_sample" : "file.pack_sample_tier",
            ("n", CaseTexts.Number(sample.Chosen.Count)),
            ("all", CaseTexts.Number(sample.Population)),
            ("seed", rule.Seed),
            ("tier", rule.Tier is { } tier ? words[$"words.tier.{tier}"] : "")
        );

    /// <summary>For a shell, between single quotes and on one line.</summary>
    private static string Quoted(string seed) => seed.ReplaceLineEndings(" ").Replace("'", "'\\''", StringComparison.Ordinal);
}
