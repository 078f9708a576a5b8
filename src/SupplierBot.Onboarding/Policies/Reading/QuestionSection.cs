namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>Questions, their choices, and the skip rules, which may look at earlier pages only.</summary>
internal static class QuestionSection
{
    private const int LongestText = 10_000;
    private const int MostPlaces = 99;

    /// <summary>In the order of <see cref="QuestionKind"/>.</summary>
    private static readonly string[] Kinds = ["text", "long_text", "url", "date", "person", "one", "several"];

    public static IReadOnlyList<Question> Read(PolicyFields root, IReadOnlyList<PolicyFields> entries)
    {
        SectionReading.NoTwins(entries);
        var questions = entries.Select(Question).ToList();
        PlacesOnCard(entries, questions);
        Need(root, entries, questions, NeededQuestions.Name, QuestionKind.Text);
        Need(root, entries, questions, NeededQuestions.Owner, QuestionKind.Person);
        Need(root, entries, questions, NeededQuestions.Role, QuestionKind.Several);
        Need(root, entries, questions, NeededQuestions.Data, QuestionKind.Several);
        return questions;
    }

    /// <summary>Second pass: conditions can be read only when all questions are known.</summary>
    public static IReadOnlyList<Question> WithSkipRules(
        IReadOnlyList<Question> questions,
        IReadOnlyList<PolicyFields> entries,
        PageSection pages,
        SectionTerms terms
    )
    {
        var ruled = questions.Zip(entries, (question, entry) => question with { SkipWhen = SkipRule(entry, pages, terms) }).ToList();
        foreach (var entry in entries)
        {
            entry.Close();
        }

        return ruled;
    }

    private static void PlacesOnCard(IReadOnlyList<PolicyFields> entries, List<Question> questions)
    {
        foreach (var (index, question) in questions.Index().Where(pair => pair.Item.ReviewCardPlace is not null))
        {
            if (questions.Take(index).FirstOrDefault(other => other.ReviewCardPlace == question.ReviewCardPlace) is { } taken)
            {
                entries[index]
                    .Fault(
                        entries[index].Optional("on_review_card")!,
                        $"`on_review_card: {question.ReviewCardPlace}` is the place of `{taken.Id}`"
                    );
            }
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
                    $"`kind` must be `{Kinds[(int)kind]}`, because people, types and sensitivity are made of it"
                );
        }
    }

    private static PolicyCondition? SkipRule(PolicyFields entry, PageSection pages, SectionTerms terms)
    {
        var rule = entry.OptionalCondition("skip_when", terms.Answers);
        if (rule is null || pages.PageOf(entry.Id) is not { } own)
        {
            return rule;
        }

        foreach (var question in terms.Questions(rule))
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
        var question = new Question
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
            Choices = isChoice ? ChoiceList.Read(entry, kind == QuestionKind.Several) : [],
            ReadByBest = ReadByBest(entry),
            ReviewCardPlace = entry.OptionalNumber("on_review_card", 1, MostPlaces),
            MayImprove = entry.Optional("may_improve") is null ? Improvement.Never : (Improvement)entry.Word("may_improve", Improvements),
        };
        if (entry.Optional("rare") is { } rare)
        {
            question = question with { Rare = entry.References("rare", "choice", [.. question.Choices.Select(choice => choice.Id)]) };
            if (kind != QuestionKind.Several)
            {
                entry.NoEffect(rare, "`rare`", "the choices of one answer all stand together");
            }
        }

        if (entry.OptionalText("preset") is { } preset)
        {
            question = question with { Preset = preset };
            if (kind != QuestionKind.One || question.Choice(preset) is null || question.Choices.Any(choice => choice.Rank > 0))
            {
                entry.Fault(
                    entry.Optional("preset")!,
                    $"`preset: {preset}` must be a choice of a `one` question without an `order`: nobody is answered for where risk depends on it"
                );
            }
        }

        if (question.ReadByBest && kind != QuestionKind.Several)
        {
            entry.NoEffect(entry.Optional("read_by")!, "`read_by`", "there is one answer at most");
        }

        if (question.MayImprove != Improvement.Never && question.Choices.All(choice => choice.Rank == 0))
        {
            entry.NoEffect(entry.Optional("may_improve")!, "`may_improve`", "without an `order` no answer is better than another");
        }

        return question;
    }

    /// <summary>In the order of <see cref="Improvement"/>.</summary>
    private static readonly string[] Improvements = ["never", "when_open", "always"];

    private static bool ReadByBest(PolicyFields entry) =>
        entry.Optional("read_by") is not null && entry.Word("read_by", ["riskiest", "best"]) == 1;
}
