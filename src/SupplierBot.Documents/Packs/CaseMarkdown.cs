using System.Globalization;
using SupplierBot.Documents.Registers;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Packs;

/// <summary>A case as an auditor reads it: what was answered, what followed, who decided, what was agreed, what happened since.</summary>
internal sealed class CaseMarkdown(SupplierLine line, IReadOnlyList<ChainedEvent> events, IReadOnlyList<CaseFile> files, BrokenLink? broken)
{
    private readonly MarkdownText text = new();
    private readonly Case current = line.Case!;
    private Wording Words => line.Wording;
    private Context Context => line.File.Context;

    public string Text()
    {
        Beginning();
        Answers();
        Score();
        Decisions();
        Table("file.register_points", ContractPointColumns.All, line.ContractPoints());
        Table("file.register_documents", DocumentColumns.All, line.Documents());
        Files();
        Table("file.register_conditions", ConditionColumns.All, line.Conditions());
        Table("file.register_reviews", ReviewColumns.All, line.Reviews());
        Events("file.case_incidents", AuditEventKind.IncidentNoted);
        Events("file.case_checks", AuditEventKind.Checked, AuditEventKind.ReportSeen);
        Offboarding();
        Lines("file.case_deviations", current.Deviations);
        Lines("file.case_history", current.History.Select(one => $"{Moment(one.At)}: {one.Words}"));
        return text.ToString();
    }

    private void Beginning()
    {
        text.Heading(1, Words.Fill("decided.title", ("supplier", current.Supplier), ("outcome", CaseTexts.Outcome(current, Context))));
        if (broken is not null)
            text.Warning(
                Words.Fill("file.case_broken", ("event", broken.Event.ToString(CultureInfo.InvariantCulture)), ("words", broken.Words))
            );
        Item("case", current.Id).Item(Words["file.register_number"], line.Entry.Id);
        Item("status", CaseTexts.Entry(line.Status, Context));
        Item("service", current.Service).Item(Words["file.register_purpose"], current.Answers.One("purpose") ?? "");
        Item("requester", Person(current.Requester)).Item(Words["file.register_owner"], Person(current.Owner));
        text.Item(Words["file.case_sent"], Moment(current.SubmittedAt));
        Item("types", SupplierTexts.Types(line)).Item(Words["file.register_tier"], CaseTexts.Tier(current, Context));
        text.Item(Words["file.case_tier_changed"], TierTexts.Why(current, Context));
        text.Item(
            Words["file.register_policy"],
            Words.Fill(
                "file.register_policy_line",
                ("version", $"{current.Assessment.PolicyVersion} ({current.PolicyHash})"),
                ("approval", current.PolicyApproval)
            )
        );
        text.Item(
            Words["file.case_chain"],
            Words.Fill("file.case_events", ("n", CaseTexts.Number(events.Count)), ("head", current.ChainHead))
        );
    }

    private void Answers()
    {
        text.Heading(2, Words["file.case_answers"]);
        var asked = line.Policy?.Questions.Where(question => current.Answers.Answered(question.Id)).ToList() ?? [];
        var rows = asked
            .Select(question => (IReadOnlyList<string>)[question.Label, Full(question)])
            .Concat(
                current
                    .Answers.Ids.Except(asked.Select(question => question.Id))
                    .Select(id => (IReadOnlyList<string>)[id, string.Join(", ", current.Answers.Picked(id))])
            );
        text.Table([Words["file.case_question"], Words["file.case_answer"]], rows);
        foreach (var point in current.ResolvedPoints)
            text.Item(
                Words.Fill(
                    "file.case_resolved",
                    ("question", Label(point.Question)),
                    ("name", point.By.Name),
                    ("at", Moment(point.At)),
                    ("source", point.Source)
                )
            );
        foreach (var change in current.Changes)
            text.Item(
                Words.Fill(
                    "file.case_changed",
                    ("question", Label(change.Question)),
                    ("from", string.Join(", ", change.From)),
                    ("to", string.Join(", ", change.To)),
                    ("name", change.By.Name),
                    ("at", Moment(change.At))
                )
            );
    }

    /// <summary>What somebody typed whole, and what they picked in the words of the policy.</summary>
    private string Full(Onboarding.Policies.Question question) =>
        question.IsChoice ? AnswerTexts.Of(question, current.Answers, Context) : current.Answers.One(question.Id) ?? "";

    private string Label(string id) => line.Policy?.Questions.FirstOrDefault(question => question.Id == id)?.Label ?? id;

    private void Score()
    {
        var assessment = current.Assessment;
        text.Heading(2, Words["file.case_score"]);
        text.Table(
            [Words["file.case_part"], Words["file.case_points"], Words["file.case_because"]],
            assessment
                .Parts.Select(part => (IReadOnlyList<string>)[part.Name, CaseTexts.Number(part.Points), part.Words])
                .Append([Words["file.case_total"], CaseTexts.Number(assessment.Score), CaseTexts.Tier(assessment.Computed(), Context)])
        );
        foreach (var floor in assessment.Floors)
            text.Item(
                Words.Fill("file.case_floor", ("floor", floor.Id), ("tier", CaseTexts.Tier(floor.Minimum, Context)), ("words", floor.Words))
            );
        if (line.Policy is not { } policy)
            return;
        var replay = Replay.Of(current, policy);
        text.Item(Words["file.case_replay"], Words[replay.IsEqual ? "file.case_replay_equal" : "file.case_replay_differs"]);
        foreach (var difference in replay.Differences)
            text.Item(difference.ToString());
    }

    private void Decisions()
    {
        text.Heading(2, Words["file.case_decisions"]);
        foreach (var seat in current.Assessment.Approvals)
            text.Item(
                Words["file.case_needed"],
                Words.Fill("words.seats", ("role", CaseTexts.Role(seat.Role, Context)), ("n", CaseTexts.Number(seat.People)))
            );
        foreach (var approval in current.Approvals)
            text.Item(
                Words[approval.WithConditions ? "decided.yes_conditions" : "decided.yes"],
                string.Join(
                    " · ",
                    new[]
                    {
                        Person(approval.By),
                        CaseTexts.Role(approval.Role, Context),
                        Moment(approval.At),
                        approval.TermsReference,
                        approval.Comment,
                    }.Where(part => part.Length > 0)
                )
            );
        if (current.Decision is { } decision)
            text.Item(
                Words["file.case_decision"],
                string.Join(
                    " · ",
                    new[] { CaseTexts.Status(decision.Outcome, Context), Person(decision.By), Moment(decision.At), decision.Reason }.Where(
                        part => part.Length > 0
                    )
                )
            );
        foreach (var question in current.InformationRequests)
            text.Item(
                Words.Fill(
                    "file.case_asked",
                    ("name", question.By.Name),
                    ("at", Moment(question.At)),
                    ("text", question.Text),
                    ("answer", question.Answer)
                )
            );
        Lines("file.register_restrictions", current.Restrictions);
    }

    private void Files()
    {
        if (files.Count > 0)
            text.Heading(2, Words["file.case_files"]);
        foreach (var file in files)
            text.Item(
                file.File.Name,
                file.Path is null ? Words["file.case_file_gone"]
                    : file.IsSame ? $"{file.Path} · {file.File.Sha256}"
                    : Words.Fill("file.case_file_differs", ("path", file.Path), ("sha256", file.File.Sha256))
            );
    }

    private void Events(string title, params AuditEventKind[] kinds) =>
        Lines(
            title,
            events
                .Where(one => kinds.Contains(one.Event.Kind))
                .Select(one => $"{Moment(one.Event.At)}, {one.Event.Actor}: {one.Event.Comment}")
        );

    private void Offboarding()
    {
        if (current.Offboarding is not { } ending)
            return;
        text.Heading(2, Words["words.entry.Exiting"]);
        text.Item(Words["form.exit_access"], ending.Access).Item(Words["form.exit_data"], ending.Data);
        text.Item(Words["form.exit_moved"], ending.Moved);
        text.Item(Words["file.register_reported_by"], ending.ReportedBy is { } reported ? Person(reported) : "");
        text.Item(
            Words["file.register_confirmed_by"],
            ending is { EndedBy: { } by, EndedAt: { } at } ? $"{Person(by)} · {Moment(at)}" : ""
        );
    }

    private void Lines(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        text.Heading(2, Words[title]);
        foreach (var one in all)
            text.Item(one);
    }

    /// <summary>The columns of the register without number and name of the supplier, as far as one of the lines says something.</summary>
    private void Table<T>(string title, IReadOnlyList<Column<T>> columns, IEnumerable<T> lines)
    {
        var rows = lines.Select(one => columns.Select(column => Shown(column.Of(one))).ToList()).ToList();
        if (rows.Count == 0)
            return;
        var shown = Enumerable.Range(2, columns.Count - 2).Where(at => rows.Exists(row => row[at].Length > 0)).ToList();
        text.Heading(2, Words[title]);
        text.Table(
            [.. shown.Select(at => columns[at].Header(Words))],
            rows.Select(row => (IReadOnlyList<string>)[.. shown.Select(at => row[at])])
        );
    }

    private static string Shown(in Cell cell) =>
        cell.Kind switch
        {
            CellKind.Day => FileDates.Day(DateOnly.FromDayNumber((int)cell.Number)),
            CellKind.Moment => new DateTime(cell.Number).ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture),
            CellKind.Number => cell.Number.ToString(CultureInfo.InvariantCulture),
            _ => cell.Text,
        };

    private MarkdownText Item(string column, string words) => text.Item(Words[$"file.register_{column}"], words);

    private string Moment(DateTimeOffset at) => FileDates.Moment(at, line.File.Provenance.Zone);

    private static string Person(Onboarding.Roles.Person person) => $"{person.Name} ({person.Id})";
}
