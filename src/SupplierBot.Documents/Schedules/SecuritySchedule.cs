using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Schedules;

public enum ScheduleCopy
{
    /// <summary>To send: nothing in it is meant for us alone.</summary>
    ForSupplier,

    /// <summary>With the notes for Legal as comments, the tier, and who accepted what.</summary>
    ForLegal,
}

/// <summary>The security schedule of one supplier: the clauses its assessment requires, in full, with what is agreed of each.</summary>
public static class SecuritySchedule
{
    public static DocumentText Of(SupplierRecord record, ScheduleCopy copy, Provenance provenance, Wording wording)
    {
        var words = new DocumentWords(provenance, wording);
        var service = record.Entry.Service.Length == 0 ? record.Entry.Supplier : $"{record.Entry.Supplier} · {record.Entry.Service}";
        if (record.Case is not { } current)
            return words.Document(
                words["document.schedule.title"],
                service,
                [new Block.Paragraph(words.Fill("document.schedule.unread", ("id", record.Entry.CaseId)), ParagraphStyle.Attention)]
            );
        var clauses = ScheduleClause.AllOf(current, record.Policy);
        var ours = current.Assessment.InternalChecksOnly;
        return words.Document(
            words[
                ours ? "document.schedule.title_ours"
                : copy == ScheduleCopy.ForLegal ? "document.schedule.title_legal"
                : "document.schedule.title"
            ],
            service,
            [
                .. Beginning(record, current, clauses, copy, words),
                .. clauses.Count == 0 ? [] : Body(current, record.Policy, clauses, copy, words),
                .. ours ? [] : Signatures(record, words),
            ]
        );
    }

    private static IEnumerable<Block> Beginning(
        SupplierRecord record,
        Case current,
        IReadOnlyList<ScheduleClause> clauses,
        ScheduleCopy copy,
        DocumentWords words
    )
    {
        var organisation = words.Provenance.Organisation;
        if (clauses.Count == 0)
            yield return new Block.Paragraph(words["document.schedule.none"], ParagraphStyle.Lead);
        else if (current.Assessment.InternalChecksOnly)
            yield return new Block.Paragraph(
                words.Fill("document.schedule.lead_ours", ("organisation", organisation)),
                ParagraphStyle.Lead
            );
        else
            yield return new Block.Paragraph(
                words.Fill("document.schedule.lead", ("organisation", organisation), ("supplier", record.Entry.Supplier)),
                ParagraphStyle.Lead
            );
        yield return ScheduleFacts.Of(record, current, copy, words);
        if (clauses.Count == 0 || current.Assessment.InternalChecksOnly)
            yield break;
        yield return new Block.Paragraph(Counts(clauses, words), Style(clauses));
        if (copy == ScheduleCopy.ForLegal && clauses.Any(clause => clause.Standing != Standing.Settled))
            yield return Overview(clauses, words);
    }

    private static ParagraphStyle Style(IReadOnlyList<ScheduleClause> clauses) =>
        clauses.Any(clause => clause.Standing == Standing.Differs) ? ParagraphStyle.Attention
        : clauses.All(clause => clause.Standing == Standing.Settled) ? ParagraphStyle.Good
        : ParagraphStyle.Neutral;

    /// <summary>"22 clauses: 18 settled, 2 with a deviation, 2 to agree."</summary>
    private static string Counts(IReadOnlyList<ScheduleClause> clauses, DocumentWords words)
    {
        var counts = Enum.GetValues<Standing>()
            .Select(standing => (Standing: standing, Count: clauses.Count(clause => clause.Standing == standing)))
            .Where(pair => pair.Count > 0)
            .ToList();
        var all = ("n", DocumentWords.Number(clauses.Count));
        if (counts is [var (only, _)])
            return words.Fill($"document.schedule.counts_all_{only}", all);
        var parts = counts.Select(pair => words.Fill($"document.schedule.counts_{pair.Standing}", ("n", DocumentWords.Number(pair.Count))));
        return words.Fill("document.schedule.counts", all, ("parts", string.Join(", ", parts)));
    }

    /// <summary>What isn't settled as required, at a glance.</summary>
    private static Block.Table Overview(IReadOnlyList<ScheduleClause> clauses, DocumentWords words) =>
        new(
            [new(words["document.schedule.clause"], 5), new(words["document.schedule.state"], 4), new(words["document.schedule.what"], 8)],
            [
                .. clauses
                    .Where(clause => clause.Standing != Standing.Settled)
                    .Select(clause => new Row([
                        new Cell(clause.Title),
                        new Cell(
                            ClauseStanding.State(clause, ScheduleCopy.ForLegal, words),
                            clause.Standing == Standing.Differs ? RunStyle.Deviation : RunStyle.Plain
                        ),
                        new Cell(string.Join('\n', ClauseStanding.Glance(clause, words))),
                    ])),
            ]
        );

    private static IEnumerable<Block> Body(
        Case current,
        Policy? policy,
        IReadOnlyList<ScheduleClause> clauses,
        ScheduleCopy copy,
        DocumentWords words
    )
    {
        foreach (var group in clauses.GroupBy(clause => clause.Chapter))
        {
            var heading = group.First().Heading is { Length: > 0 } known ? known : words["document.schedule.other"];
            yield return new Block.Heading(1, $"{DocumentWords.Number(group.Key)} {heading}");
            foreach (var clause in group)
            {
                yield return new Block.Heading(2, clause.Title)
                {
                    Comment = copy == ScheduleCopy.ForLegal ? ClauseStanding.Note(clause, policy, words) : null,
                };
                yield return new Block.Paragraph(ClauseRuns.Of(clause, policy));
                if (!current.Assessment.InternalChecksOnly || clause.Item.State != ClauseState.Open)
                    yield return ClauseStanding.Of(clause, copy, words);
            }
        }
        foreach (var block in ScheduleAnnexes.Of(current, clauses, words))
            yield return block;
    }

    private static IEnumerable<Block> Signatures(SupplierRecord record, DocumentWords words)
    {
        yield return new Block.Heading(1, words["document.signatures"]);
        yield return new Block.Paragraph(words["document.schedule.sign"]);
        SignatureLine[] lines =
        [
            new(words["document.sign_name"]),
            new(words["document.sign_title"]),
            new(words["document.sign_date"]),
            new(words["document.sign_signature"]),
        ];
        yield return new Block.Signatures([
            new(words.Fill("document.sign_for", ("party", words.Provenance.Organisation)), lines),
            new(words.Fill("document.sign_for", ("party", record.Entry.Supplier)), lines),
        ]);
    }
}
