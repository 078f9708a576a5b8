using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Documents.Schedules;

/// <summary>
/// The forms that clauses refer to, each where a clause that is required names it (Policies/policy.yaml "Clauses" lists all of them). What
/// is known stands in them; what isn't decided is left to fill in.
/// </summary>
internal static class ScheduleAnnexes
{
    /// <summary>As the clauses name them, and by which key their words are found.</summary>
    private static readonly (string Name, string Key)[] Known =
    [
        ("Annex Countries", "countries"),
        ("Annex Backup", "backup"),
        ("Annex Agreed actions", "actions"),
        ("Annex Service credits", "credits"),
        ("Annex Regulated clients", "regulated"),
    ];

    private static readonly string[] ContactRows = ["ours", "our_stand_in", "theirs", "their_stand_in"];
    private const int Blank = 3;

    /// <summary>Those that one of the clauses names, in their order.</summary>
    public static IReadOnlyList<string> NamesOf(IReadOnlyList<ScheduleClause> clauses) => [.. Named(clauses).Select(annex => annex.Name)];

    public static IEnumerable<Block> Of(Case current, IReadOnlyList<ScheduleClause> clauses, DocumentWords words)
    {
        if (!current.Assessment.InternalChecksOnly && clauses.Any(clause => clause.Required.Id == "CONTACT"))
        {
            yield return new Block.Heading(1, words["document.schedule.contacts"]);
            yield return Contacts(words);
        }
        foreach (var (name, key) in Named(clauses))
        {
            yield return new Block.Heading(1, name);
            yield return new Block.Paragraph(words[$"document.annex.{key}"]);
            yield return new Block.Table(Columns(key, words), [.. Rows(key, current, clauses, words)]);
        }
    }

    private static IEnumerable<(string Name, string Key)> Named(IReadOnlyList<ScheduleClause> clauses) =>
        Known.Where(annex => clauses.Any(clause => clause.Required.Text.Contains(annex.Name, StringComparison.Ordinal)));

    private static Block.Table Contacts(DocumentWords words) =>
        new(
            [
                new(words["document.schedule.contact"], 5),
                new(words["document.sign_name"], 4),
                new(words["document.schedule.phone"], 3),
                new(words["document.schedule.email"], 4),
            ],
            [
                .. ContactRows.Select(who =>
                    Row.Of(words.Fill($"document.schedule.contact_{who}", ("organisation", words.Provenance.Organisation)), "", "", "")
                ),
            ]
        );

    private static IReadOnlyList<Column> Columns(string key, DocumentWords words) =>
        [.. words[$"document.annex.{key}_columns"].Split('|').Select((heading, at) => new Column(heading.Trim(), at == 0 ? 4 : 3))];

    private static IEnumerable<Row> Rows(string key, Case current, IReadOnlyList<ScheduleClause> clauses, DocumentWords words) =>
        key switch
        {
            "countries" => Countries(current),
            "backup" => words["document.annex.backup_rows"].Split('|').Select(store => Row.Of(store.Trim())),
            "credits" => Credits(clauses, words),
            _ => Enumerable.Repeat(Row.Of(""), Blank),
        };

    private static IEnumerable<Row> Countries(Case current) =>
        NameList
            .Of(current.Answers.One("where_text") ?? "")
            .Select(country => Row.Of(country))
            .Concat(Enumerable.Repeat(Row.Of(""), Blank));

    /// <summary>The policy decides the first step; those below it are for both sides to agree.</summary>
    private static IEnumerable<Row> Credits(IReadOnlyList<ScheduleClause> clauses, DocumentWords words)
    {
        var clause = clauses.First(one => one.Required.Id == "SLA" || one.Required.Parameters.ContainsKey("credit"));
        var (availability, credit) = (Value("availability"), Value("credit"));
        yield return Row.Of(words.Fill("document.annex.credits_below", ("availability", availability)), credit);
        yield return Row.Of(words["document.annex.credits_patch"], credit);
        yield return Row.Of(words["document.annex.credits_step"], "");
        yield return Row.Of(words["document.annex.credits_step"], "");

        string Value(string name) => clause.Item.Values.GetValueOrDefault(name) ?? clause.Required.Parameters.GetValueOrDefault(name) ?? "";
    }
}
