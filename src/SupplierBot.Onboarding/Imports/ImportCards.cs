using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Imports;

/// <summary>An import on cards, for admins: what would come in, which column is what, how far it is, and the way back.</summary>
public static class ImportCards
{
    private const int MostColumns = 12;
    private const int MostShown = 5;
    private const int MostChoices = 60;
    private const int LongestChoice = 70;
    private const int LongestQuestion = 150;

    /// <summary>Before anything is written: the dry run.</summary>
    public static View Offer(ImportSource file, SheetFile.Read read, ImportPlan plan, ImportStep step, Context context)
    {
        var (texts, wording) = (new ImportTexts(context), context.Wording);
        var missing = texts.Missing(plan);
        var title = wording.Fill("import.offer", ("file", Texts.Clip(file.Name, 60)));
        return new View.Notice(
            title,
            [
                new(Columns(plan, texts), wording["import.columns"]),
                .. IsWithMacros(file) ? new[] { new LabelledText(wording["import.macros"]) } : [],
                .. missing.Select(words => new LabelledText(words)),
                .. missing.Count > 0 ? [] : texts.Summary(plan, read.Errors).Select(words => new LabelledText(words)),
                .. Some(plan.Faults.Select(texts.Fault), plan.Faults.Count, wording),
                .. Some(
                    plan.Duplicates.Select(group => texts.Duplicate(group, step.Choices(wording).Of(group))),
                    plan.Duplicates.Count,
                    wording
                ),
                .. plan.UnknownOwners.Count == 0
                    ? []
                    : new[] { new LabelledText(texts.Owners(plan, MostShown), wording["import.owners_label"]) },
            ],
            wording["import.offer_small"]
        )
        {
            Plain = Texts.Clip(title, 120),
            Buttons = [.. Buttons(plan, missing.Count == 0, step, wording)],
        };
    }

    /// <summary>Which column is what: the form behind "Change columns".</summary>
    public static View Form(ImportSource file, ImportPlan plan, ImportStep step, Context context)
    {
        var (texts, wording) = (new ImportTexts(context), context.Wording);
        var title = wording.Fill("import.columns_title", ("file", Texts.Clip(file.Name, 60)));
        FieldChoice[] choices =
        [
            new(ImportStep.Nothing, wording["import.field_none"]),
            .. plan
                .Mapping.Columns.Take(MostChoices)
                .Select(column => new FieldChoice(
                    column.Letter,
                    Texts.Clip(
                        wording.Fill(
                            column.Sample.Length > 0 ? "import.choice" : "import.choice_empty",
                            ("letter", column.Letter),
                            ("header", Texts.Clip(Text.TypedText.OneLine(column.Header), 30)),
                            ("sample", Texts.Clip(Text.TypedText.OneLine(column.Sample), 30))
                        ),
                        LongestChoice
                    )
                )),
        ];
        return new View.Form(
            title,
            [],
            "",
            [
                .. ImportStep.Asked.Select(field =>
                    FormFields.One(
                        ImportStep.Id(field),
                        Capitalised(texts.Field(field)),
                        plan.Mapping.Of(field)?.Letter ?? ImportStep.Nothing,
                        choices
                    ) with
                    {
                        Lists = true,
                    }
                ),
            ],
            wording["import.columns_foot"]
        )
        {
            Plain = Texts.Clip(title, 120),
            Buttons =
            [
                new(
                    wording["import.show_button"],
                    Verbs.Import,
                    (step with { Kind = ImportStepKind.Plan }).Target,
                    Style: ButtonStyle.Main,
                    Checks: true
                ),
            ],
        };
    }

    /// <summary>What becomes of each group of duplicates: the form behind "Decide one by one".</summary>
    public static View Groups(ImportSource file, ImportPlan plan, ImportStep step, Context context)
    {
        var (texts, wording, choices) = (new ImportTexts(context), context.Wording, step.Choices(context.Wording));
        var title = wording.Fill("import.groups_title", ("file", Texts.Clip(file.Name, 60)));
        FieldChoice[] decisions =
        [
            .. Enum.GetValues<DuplicateDecision>()
                .Select(decision => new FieldChoice(decision.ToString(), wording[$"import.group_{decision}"])),
        ];
        var asked = Asked(plan).ToList();
        var others = plan.Duplicates.Count - asked.Count;
        return new View.Form(
            title,
            [],
            "",
            [
                .. asked.Select(group =>
                    FormFields.One(
                        ImportStep.Id(group),
                        Texts.Clip(texts.Group(group), LongestQuestion),
                        choices.Of(group).ToString(),
                        decisions
                    )
                ),
                .. others == 0
                    ? []
                    : new[]
                    {
                        FormFields.One(
                            ImportStep.Id((DuplicateGroup?)null),
                            wording.Fill("import.groups_rest", ("n", CaseTexts.Number(others))),
                            step.Duplicates.ToString(),
                            decisions
                        ),
                    },
            ],
            wording["import.columns_foot"]
        )
        {
            Plain = Texts.Clip(title, 120),
            Buttons =
            [
                new(
                    wording["import.show_button"],
                    Verbs.Import,
                    (step with { Kind = ImportStepKind.Plan }).Target,
                    Style: ButtonStyle.Main,
                    Checks: true
                ),
            ],
        };
    }

    private static bool IsWithMacros(ImportSource file) => file.Name.EndsWith(".xlsm", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is surely there already comes last: hardly anybody wants it twice.</summary>
    private static IEnumerable<DuplicateGroup> Asked(ImportPlan plan) =>
        plan.Duplicates.OrderBy(group => group.Kind == DuplicateKind.OnRegister).Take(ImportStep.MostGroups);

    public static View Busy(int lines, Context context) => Words(context.Wording.Fill("import.busy", ("n", CaseTexts.Number(lines))), []);

    public static View Done(ImportBatch batch, Context context) =>
        Words(
            new ImportTexts(context).Done(batch),
            [
                new(context.Wording["import.list_button"], Verbs.Say, Says: "register not assessed yet"),
                new(context.Wording["import.undo_button"], Verbs.Import, new ImportStep(ImportStepKind.Undo, batch.Id).Target),
            ]
        );

    public static View Undone(ImportBatch batch, Context context) => Words(new ImportTexts(context).Undone(batch), []);

    /// <summary>It goes on where it is when the same button is pressed again.</summary>
    public static View Stopped(ImportStep step, Context context) =>
        Words(
            context.Wording["import.stopped"],
            [new(context.Wording["import.again_button"], Verbs.Import, step.Target, Style: ButtonStyle.Main)]
        );

    public static View Refused(string words) => Words(words, []);

    private static IEnumerable<Button> Buttons(ImportPlan plan, bool whole, ImportStep step, Wording wording)
    {
        if (whole && plan.Lines.Count > 0)
            yield return new(
                wording.Fill("import.run_button", ("n", CaseTexts.Number(plan.Lines.Count))),
                Verbs.Import,
                (step with { Kind = ImportStepKind.Run }).Target,
                Style: ButtonStyle.Main
            );
        yield return new(
            wording["import.columns_button"],
            Verbs.Import,
            (step with { Kind = ImportStepKind.Columns }).Target,
            OpensForm: true
        );
        if (plan.Duplicates.All(group => group.Kind == DuplicateKind.OnRegister))
            yield break;
        if (plan.Duplicates.Count > 1)
            yield return new(
                wording["import.groups_button"],
                Verbs.Import,
                (step with { Kind = ImportStepKind.Groups }).Target,
                OpensForm: true
            );
        foreach (var decision in Enum.GetValues<DuplicateDecision>().Where(decision => decision != step.Duplicates))
            yield return new(
                wording[$"import.duplicates_button_{decision}"],
                Verbs.Import,
                (step with { Kind = ImportStepKind.Plan, Duplicates = decision, Groups = "" }).Target,
                Rare: true
            );
    }

    private static string Columns(ImportPlan plan, ImportTexts texts) =>
        string.Join('\n', plan.Mapping.Columns.Where(column => column.Field is not null).Take(MostColumns).Select(texts.Column));

    private static IEnumerable<LabelledText> Some(IEnumerable<string> words, int count, Wording wording)
    {
        foreach (var sentence in words.Take(MostShown))
            yield return new(sentence);
        if (count > MostShown)
            yield return new(wording.Fill("list.more", ("n", CaseTexts.Number(count - MostShown))));
    }

    private static View.Notice Words(string words, IReadOnlyList<Button> buttons) =>
        new("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120), Buttons = buttons };

    private static string Capitalised(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
