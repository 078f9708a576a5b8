using SupplierBot.Documents.Schedules;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Documents.Tests.Policies;
using SupplierBot.Documents.Tests.Reports;
using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Text;

/// <summary>
/// Every document as LibreOffice prints it, in <c>artifacts/documents</c>: it opens without repair, and what should be read stands on its
/// pages.
/// </summary>
public sealed class PrintedDocumentTests
{
    [Fact]
    public void Every_document_opens_and_is_printed()
    {
        var (folder, schedules) = (Folder("documents"), DocumentSamples.NegotiatedPlatform);
        (string Name, DocumentText Document)[] documents =
        [
            ("schedule", Schedule(schedules, ScheduleCopy.ForSupplier)),
            ("schedule-legal", Schedule(schedules, ScheduleCopy.ForLegal)),
            ("schedule-medium", Schedule(DocumentSamples.Record(CaseAnswers.Medium), ScheduleCopy.ForSupplier)),
            ("policy", SupplierPolicyTests.Document()),
            ("report", ManagementReportTests.Report()),
            ("everything", DocxWriterTests.Everything("Northwind")),
        ];
        var texts = Printed(folder, documents).ToDictionary(pair => pair.Name, pair => pair.Text);
        Assert.All(
            schedules.Case!.Assessment.Clauses,
            clause => Assert.Contains(clause.Title, texts["schedule"], StringComparison.Ordinal)
        );
        Assert.All(DocumentSamples.Policy.Clauses, clause => Assert.Contains($"({clause.Id})", texts["policy"], StringComparison.Ordinal));
        Assert.Contains("Ending soon", texts["report"], StringComparison.Ordinal);
        Assert.All(texts.Values, text => Assert.Matches(@"Page \d+ of \d+", text));
    }

    [Fact]
    public void Documents_full_of_hostile_names_open_too()
    {
        var names = DocumentSamples.HostileNames.Select(row => row.Data).ToList();
        var documents = names.Select((name, at) => ($"hostile-{at}", DocxWriterTests.Everything(name))).ToArray();
        Assert.Equal(names.Count, Printed(Folder("hostile-documents"), documents).Count(pair => pair.Text.Length > 0));
    }

    private static DocumentText Schedule(SupplierRecord record, ScheduleCopy copy) =>
        SecuritySchedule.Of(record, copy, DocumentSamples.Provenance, DocumentSamples.Wording);

    private static IEnumerable<(string Name, string Text)> Printed(string folder, (string Name, DocumentText Document)[] documents)
    {
        foreach (var (name, document) in documents)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{name}.docx"), DocxReading.Bytes(document));
            File.WriteAllText(Path.Combine(folder, $"{name}.md"), MarkdownWriter.Write(document));
        }
        var files = LibreOffice.ToPdf([.. documents.Select(one => Path.Combine(folder, $"{one.Name}.docx"))]);
        return documents.Zip(files, (one, file) => (one.Name, LibreOffice.TextOf(file)));
    }

    private static string Folder(string name) => Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", name)).FullName;
}
