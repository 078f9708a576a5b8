using System.Text;
using SupplierBot.Documents.Text;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Schedules;

/// <summary>
/// The full text of a clause, with its values set off: as required, or as agreed where that differs. The assessment has the text with its
/// values in it; the policy says where they stand.
/// </summary>
internal static class ClauseRuns
{
    public static IReadOnlyList<TextRun> Of(ScheduleClause clause, Policy? policy)
    {
        (string, string)[] required = [.. clause.Required.Parameters.Select(pair => (pair.Key, pair.Value))];
        var pattern = policy
            ?.Clauses.FirstOrDefault(one => one.Id == clause.Required.Id)
            ?.Text.FirstOrDefault(variant => Texts.Fill(variant.Text, required) == clause.Required.Text)
            ?.Text;
        return pattern is null ? [new(clause.Required.Text)] : [.. Runs(pattern, clause)];
    }

    private static IEnumerable<TextRun> Runs(string pattern, ScheduleClause clause)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < pattern.Length; )
        {
            var (open, close) = (pattern.IndexOf('{', at), -1);
            if (open >= 0)
                close = pattern.IndexOf('}', open);
            if (close < 0)
            {
                plain.Append(pattern, at, pattern.Length - at);
                break;
            }
            plain.Append(pattern, at, open - at);
            var name = pattern[(open + 1)..close];
            if (clause.Required.Parameters.TryGetValue(name, out var required))
            {
                if (plain.Length > 0)
                    yield return new(plain.ToString());
                plain.Clear();
                yield return Value(clause, name, required);
            }
            else
                plain.Append(pattern, open, close + 1 - open);
            at = close + 1;
        }
        if (plain.Length > 0)
            yield return new(plain.ToString());
    }

    private static TextRun Value(ScheduleClause clause, string name, string required) =>
        clause.Item.Values.TryGetValue(name, out var agreed) && agreed != required
            ? new(agreed, clause.Milder.Contains(name) ? RunStyle.Deviation : RunStyle.Strong)
            : new(required, RunStyle.Strong);
}
