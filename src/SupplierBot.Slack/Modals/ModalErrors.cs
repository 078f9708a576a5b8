using SupplierBot.Onboarding.Views;

namespace SupplierBot.Slack.Modals;

/// <summary>
/// What is wrong with what was sent, by the field that is shown: Slack refuses the words of any other (PROTOCOL.md "Modals and App Home").
/// Pure.
/// </summary>
internal static class ModalErrors
{
    public static IReadOnlyDictionary<string, string> In(View view, IReadOnlyList<string> shown)
    {
        var (fields, problem) = view switch
        {
            View.Page page => (page.Fields, ""),
            View.Form form => ([.. form.Blocks.SelectMany(block => block.Fields), .. form.Fields], form.Problem),
            View.Deciding deciding => ([.. deciding.Fields, .. deciding.More], ""),
            _ => ((IReadOnlyList<Field>)[], ""),
        };
        var wrong = fields
            .Where(field => field.HasError && shown.Contains(field.Id))
            .ToDictionary(field => field.Id, field => field.Error, StringComparer.Ordinal);
        // A form says what is wrong as a whole: it is about the one thing it needs.
        if (
            wrong.Count == 0
            && problem.Length > 0
            && fields.Where(field => field.Required || field.Needed).ToList() is [var needed]
            && shown.Contains(needed.Id)
        )
            wrong[needed.Id] = problem;
        return wrong;
    }
}
