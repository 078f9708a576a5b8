using System.Collections.Frozen;

namespace SupplierBot.Onboarding;

/// <summary>Questions, their choices, and the skip rules, which may look at earlier pages only.</summary>
internal static class QuestionSection
{
    private const int LongestText = 10_000;

    private static readonly FrozenDictionary<string, QuestionKind> Kinds = new Dictionary<string, QuestionKind>(StringComparer.Ordinal)
    {
        ["text"] = QuestionKind.Text,
        ["long_text"] = QuestionKind.LongText,
        ["url"] = QuestionKind.Url,
        ["date"] = QuestionKind.Date,
        ["person"] = QuestionKind.Person,
        ["one"] = QuestionKind.One,
        ["several"] = QuestionKind.Several,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Questions that scores, types and facts are made of (policy.md §10).</summary>
    private static readonly FrozenDictionary<string, QuestionKind> Needed = new Dictionary<string, QuestionKind>(StringComparer.Ordinal)
    {
        ["name"] = QuestionKind.Text,
        ["role"] = QuestionKind.Several,
        ["effects"] = QuestionKind.Several,
        ["data"] = QuestionKind.Several,
        ["access"] = QuestionKind.Several,
        ["stop"] = QuestionKind.One,
        ["deal"] = QuestionKind.One,
        ["volume"] = QuestionKind.One,
        ["training"] = QuestionKind.One,
        ["where"] = QuestionKind.Several,
        ["replace"] = QuestionKind.One,
        ["others"] = QuestionKind.One,
        ["proof"] = QuestionKind.Several,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<Question> Read(PolicyFields root, IReadOnlyList<PolicyFields> entries)
    {
        SectionReading.NoTwins(entries);
        var questions = entries.Select(Question).ToList();
        foreach (var (id, kind) in Needed.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (questions.All(question => question.Id != id))
            {
                root.Fault(root.Node, $"the question `{id}` is missing");
            }
            else if (questions.First(question => question.Id == id).Kind != kind)
            {
                var entry = entries.First(entry => entry.Id == id);
                entry.Fault(entry.Optional("kind") ?? entry.Node, $"`kind` must be `{Kinds.First(pair => pair.Value == kind).Key}`, because scores and facts are made of it");
            }
        }

        return questions;
    }

    /// <summary>Second pass: conditions can be read only when all questions are known.</summary>
    public static IReadOnlyList<Question> WithSkipRules(IReadOnlyList<Question> questions, IReadOnlyList<PolicyFields> entries, PageSection pages, ConditionWords words)
    {
        var ruled = questions.Zip(entries, (question, entry) => question with { SkipWhen = SkipRule(entry, pages, words) }).ToList();
        foreach (var entry in entries)
        {
            entry.Close();
        }

        return ruled;
    }

    private static Condition? SkipRule(PolicyFields entry, PageSection pages, ConditionWords words)
    {
        var rule = entry.OptionalCondition("skip_when", words);
        if (rule is null || pages.PageOf(entry.Id) is not { } own)
        {
            return rule;
        }

        foreach (var question in ConditionSubjects.Questions(rule))
        {
            if (pages.PageOf(question) is { } page && page >= own)
            {
                entry.Fault(entry.Optional("skip_when")!, $"`skip_when` looks at `{question}`, which stands on {(page == own ? "the same" : "a later")} page; it may look at earlier pages only");
            }
        }

        return rule;
    }

    private static Question Question(PolicyFields entry)
    {
        var kind = entry.Word("kind", Kinds);
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
