using System.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Policies;

/// <summary>The changes of a policy as text, in the order of the file.</summary>
public static class PolicyDiffPrinter
{
    public static string Text(IReadOnlyList<PolicyChange> changes, Wording wording)
    {
        var text = new StringBuilder();
        foreach (var section in changes.GroupBy(change => change.Section))
        {
            if (text.Length > 0)
                text.Append('\n');
            var title = wording[$"difference.section_{section.Key}"];
            text.Append(title).Append('\n').Append('-', title.Length).Append('\n');
            foreach (var item in section.GroupBy(change => (change.Id, change.Title)))
                Write(text, Heading(item.Key.Id, item.Key.Title), item);
        }
        return text.ToString();
    }

    /// <summary>"INC: Incident notification", but "High risk" alone.</summary>
    private static string Heading(string id, string title) =>
        id.Length == 0 || Enum.TryParse<Tier>(id, out _) ? title
        : title.Length == 0 ? id
        : $"{id}: {title}";

    private static void Write(StringBuilder text, string title, IEnumerable<PolicyChange> changes)
    {
        if (title.Length > 0)
            text.Append("  ").Append(title).Append('\n');
        foreach (var change in changes)
            text.Append(title.Length > 0 ? "      " : "  ").Append(change.Words).Append('\n');
    }
}
