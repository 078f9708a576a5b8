namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>Questions, their choices, and the skip rules, which may look at earlier pages only.</summary>
internal static class QuestionSection
{
    private const int LongestText = 10_000;

    /// <summary>In the order of <see cref="QuestionKind"/>.</summary>
    private static readonly string[] Kinds = ["text", "long_text", "url", "date", "person", "one", "several"];

    /// <summary>Questions that scores, types and facts are made of (Policies/README.md "Ids").</summary>
    private static readonly string[] NeededOne = ["stop", "deal", "volume", "training", "replace", "others"];
    private static readonly string[] NeededSeveral = ["role", "effects", "data", "access", "where", "proof"];

    public static IReadOnlyList<Question> Read(PolicyFields root, IReadOnlyList<PolicyFields> entries)
    {
        SectionReading.NoTwins(entries);
        var questions = entries.Select(Question).ToList();
        Need(root, entries, questions, "name", QuestionKind.Text);
        foreach (var id in NeededOne)
        {
            Need(root, entries, questions, id, QuestionKind.One);
        }

        foreach (var id in NeededSeveral)
        {
            Need(root, entries, questions, id, QuestionKind.Several);
        }

        Levels(entries, questions);
        return questions;
    }

    /// <summary>Second pass: conditions can be read only when all questions are known.</summary>
    public static IReadOnlyList<Question> WithSkipRules(
        IReadOnlyList<Question> questions,
        IReadOnlyList<PolicyFields> entries,
        PageSection pages,
        PolicyConditionTerms words
    )
    {
        var ruled = questions.Zip(entries, (question, entry) => question with { SkipWhen = SkipRule(entry, pages, words) }).ToList();
        foreach (var entry in entries)
        {
            entry.Close();
        }

        return ruled;
    }

    /// <summary>Sensitivity is the place of a data class, and the score has one row for each.</summary>
    private static void Levels(IReadOnlyList<PolicyFields> entries, List<Question> questions)
    {
        var data = questions.FindIndex(question => question.Id == "data");
        if (
            data >= 0
            && entries[data].Optional("order") is { } order
            && questions[data].Choices.Max(choice => (int?)choice.Rank) is { } highest
            && highest != ScoreSection.Levels.Count - 1
        )
        {
            entries[data]
                .Fault(
                    order,
                    $"`order` must have {ScoreSection.Levels.Count} places, the sensitivity levels 0 to {ScoreSection.Levels.Count - 1}; found {highest + 1}"
                );
        }
    }

    private static void Need(PolicyFields root, IReadOnlyList<PolicyFields> entries, List<Question> questions, string id, QuestionKind kind)
    {
        var at = questions.FindIndex(question => question.Id == id);
        if (at < 0)
        {
            root.Fault(root.Node, $"the question `{id}` is missing");
        }
        else if (questions[at].Kind != kind)
        {
            entries[at]
                .Fault(
                    entries[at].Optional("kind") ?? entries[at].Node,
                    $"`kind` must be `{Kinds[(int)kind]}`, because scores and facts are made of it"
                );
        }
    }

    private static PolicyCondition? SkipRule(PolicyFields entry, PageSection pages, PolicyConditionTerms words)
    {
        var rule = entry.OptionalCondition("skip_when", words);
        if (rule is null || pages.PageOf(entry.Id) is not { } own)
        {
            return rule;
        }

        foreach (var question in PolicyConditionSubjects.Questions(rule))
        {
            if (pages.PageOf(question) is { } page && page >= own)
            {
                entry.Fault(
                    entry.Optional("skip_when")!,
                    $"`skip_when` looks at `{question}`, which stands on {(page == own ? "the same" : "a later")} page; it may look at earlier pages only"
                );
            }
        }

        return rule;
    }

    private static Question Question(PolicyFields entry)
    {
        var kind = (QuestionKind)entry.Word("kind", Kinds);
        var isChoice = kind is QuestionKind.One or QuestionKind.Several;
        var isText = kind is QuestionKind.Text or QuestionKind.LongText or QuestionKind.Url;
        var required = entry.Flag("required");
        entry.Optional("skip_when");
        return new Question
        {
            Id = entry.Id,
            Kind = kind,
            Prompt = entry.Text("prompt"),
            Label = entry.Text("label"),
            Help = entry.OptionalText("help"),
            Example = entry.OptionalText("example"),
            Tip = entry.OptionalText("tip"),
            Required = required,
            MaxLength = isText ? entry.Number("max_length", 1, LongestText) : 0,
            Missing = required && !isChoice ? entry.Text("missing") : entry.OptionalText("missing"),
            Choices = isChoice ? ChoiceList.Read(entry) : [],
        };
    }
}
