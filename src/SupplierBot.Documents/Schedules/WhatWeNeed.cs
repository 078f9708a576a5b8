using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Schedules;

/// <summary>A mail to the supplier: the documents we want, the clauses to agree, and until when. The schedule goes with it.</summary>
public static class WhatWeNeed
{
    /// <summary>Of the policy's documents, by the ids people know them by: these we make ourselves, so nobody is asked for them.</summary>
    private static readonly string[] OurOwn = ["E-SANCTIONS", "E-FALLBACK"];

    /// <param name="until">By when; null for the day the decision is due, where that is ahead.</param>
    public static DocumentText Of(SupplierRecord record, Provenance provenance, Wording wording, DateOnly? until = null)
    {
        var words = new DocumentWords(provenance, wording);
        var entry = record.Entry;
        var service = entry.Service.Length == 0 ? entry.Supplier : $"{entry.Supplier} ({entry.Service})";
        var title = words.Fill("document.need.title", ("organisation", provenance.Organisation), ("service", service));
        return words.Document(
            title,
            "",
            record.Case is { } current
                ? Mail(record, current, service, until ?? Due(current, words), words)
                : [new Block.Paragraph(words.Fill("document.schedule.unread", ("id", entry.CaseId)))]
        );
    }

    private static DateOnly? Due(Case current, DocumentWords words)
    {
        var day = DocumentWords.DayOf(current.DueAt, words.Provenance.Zone);
        return current.IsOpen && day > words.Today ? day : null;
    }

    private static IEnumerable<Block> Mail(SupplierRecord record, Case current, string service, DateOnly? until, DocumentWords words)
    {
        var clauses = ScheduleClause.AllOf(current, record.Policy);
        var ours = current.Assessment.InternalChecksOnly;
        var open = ours ? [] : clauses.Where(clause => clause.Standing == Standing.Open || Waits(clause)).ToList();
        var documents = Wanted(current, words);
        yield return new Block.Paragraph(words["document.need.hello"]);
        var nothing = open.Count == 0 && documents.Count == 0;
        yield return new Block.Paragraph(
            words.Fill(
                nothing ? "document.need.nothing"
                    : until is null ? "document.need.lead"
                    : "document.need.lead_until",
                ("organisation", words.Provenance.Organisation),
                ("service", service),
                ("day", until is { } day ? DocumentWords.Day(day) : "")
            )
        );
        if (documents.Count > 0)
        {
            yield return new Block.Heading(2, words["document.need.documents"]);
            yield return new Block.BulletList([.. documents.Select(document => document.Title)], Numbered: true);
        }
        foreach (var block in open.Count == 0 ? [] : Clauses(open, clauses, words))
            yield return block;
        yield return new Block.Paragraph(words[nothing ? "document.need.close" : "document.need.reply"]);
        yield return new Block.Paragraph($"{words.Provenance.By.Name}\n{words.Provenance.Organisation}");
    }

    private static IEnumerable<Block> Clauses(IReadOnlyList<ScheduleClause> open, IReadOnlyList<ScheduleClause> all, DocumentWords words)
    {
        yield return new Block.Heading(2, words["document.need.clauses"]);
        yield return new Block.BulletList([.. open.Select(clause => clause.Title)]);
        yield return new Block.Paragraph(words["document.need.how"]);
        yield return new Block.BulletList([
            words["document.need.how_agree"],
            words["document.need.how_covered"],
            words["document.need.how_change"],
        ]);
        if (ScheduleAnnexes.NamesOf(all) is { Count: > 0 } annexes)
            yield return new Block.Paragraph(words.Fill("document.need.annexes", ("annexes", string.Join(", ", annexes))));
    }

    /// <summary>A refusal that nobody here accepted is still a question to them.</summary>
    private static bool Waits(ScheduleClause clause) => clause.Item.State == ClauseState.Refused || clause.Item.Lapsed;

    private static IReadOnlyList<RequiredEvidence> Wanted(Case current, DocumentWords words) =>
        [.. new EvidenceStanding(current, words.Today).Missing.Where(document => !OurOwn.Contains(document.Id))];
}
