using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>Pages, and the rule that every question stands on exactly one.</summary>
internal sealed class PageSection
{
    private readonly Dictionary<string, int> pageOf = new(StringComparer.Ordinal);

    private PageSection(IReadOnlyList<QuestionPage> pages) => Pages = pages;

    public IReadOnlyList<QuestionPage> Pages { get; }

    public static PageSection Read(PolicyFields root, IReadOnlyList<PolicyFields> questions)
    {
        var entries = root.Entries("pages", "page");
        SectionReading.NoTwins(entries);
        var known = questions.Select(question => question.Id).ToList();
        var section = new PageSection([.. entries.Select(entry => Page(entry, known))]);
        foreach (var (index, entry) in entries.Index())
        {
            section.Place(entry, index);
        }

        foreach (var question in questions.Where(question => question.Id.Length > 0 && !section.pageOf.ContainsKey(question.Id)))
        {
            question.Fault(question.Node, "it stands on no page");
        }

        return section;
    }

    /// <summary>0-based page of a question; null where it stands on none.</summary>
    public int? PageOf(string question) => pageOf.TryGetValue(question, out var page) ? page : null;

    /// <summary>The questions in the order of the pages.</summary>
    public IReadOnlyList<Question> InOrder(IReadOnlyList<Question> questions) =>
        [
            .. Pages
                .SelectMany(page => page.Questions)
                .Select(id => questions.FirstOrDefault(question => question.Id == id))
                .OfType<Question>(),
        ];

    private static QuestionPage Page(PolicyFields entry, IReadOnlyList<string> known)
    {
        var page = new QuestionPage(entry.Id, entry.Text("title"), entry.References("questions", "question", known));
        entry.Close();
        return page;
    }

    private void Place(PolicyFields entry, int index)
    {
        foreach (var node in entry.OptionalList("questions").OfType<YamlScalarNode>())
        {
            var question = node.Value ?? "";
            if (!pageOf.TryAdd(question, index))
            {
                entry.Fault(node, $"question `{question}` already stands on page `{Pages[pageOf[question]].Id}`");
            }
        }
    }
}
