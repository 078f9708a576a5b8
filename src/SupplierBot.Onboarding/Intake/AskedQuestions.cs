using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Intake;

/// <summary>
/// Which questions are asked with some answers, page by page. A turn asks this several times, so it costs one small array.
/// </summary>
internal readonly struct AskedQuestions
{
    private readonly PreparedPolicy prepared;

    /// <summary>By the place of the question in the policy.</summary>
    private readonly bool[] asked;

    private AskedQuestions(PreparedPolicy prepared, bool[] asked) => (this.prepared, this.asked) = (prepared, asked);

    public static AskedQuestions Of(Policy policy, Answers answers)
    {
        var prepared = PreparedPolicy.Of(policy);
        var given = SkippedQuestions.Reached(prepared, answers);
        var asked = new bool[prepared.Skips.Length];
        for (var place = 0; place < asked.Length; place++)
            asked[place] = !prepared.Skips[place].Holds(given);
        return new(prepared, asked);
    }

    public List<string> Ids()
    {
        var ids = new List<string>(asked.Length);
        for (var place = 0; place < asked.Length; place++)
        {
            if (asked[place])
                ids.Add(prepared.Policy.Questions[place].Id);
        }
        return ids;
    }

    /// <summary>Pages with at least one question that is asked.</summary>
    public List<QuestionPage> Pages()
    {
        var pages = new List<QuestionPage>(prepared.Pages.Length);
        foreach (var (page, places) in prepared.Pages)
        {
            if (Any(places))
                pages.Add(page);
        }
        return pages;
    }

    /// <summary>The questions of a page that are asked, in its order.</summary>
    public List<Question> On(QuestionPage page)
    {
        var questions = new List<Question>(page.Questions.Count);
        foreach (var id in page.Questions)
        {
            var place = prepared.Place(id);
            if (asked[place])
                questions.Add(prepared.Policy.Questions[place]);
        }
        return questions;
    }

    private bool Any(int[] places)
    {
        foreach (var place in places)
        {
            if (asked[place])
                return true;
        }
        return false;
    }
}
