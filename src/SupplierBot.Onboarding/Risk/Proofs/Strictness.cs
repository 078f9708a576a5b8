using System.Globalization;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>How strict each value of one parameter is, as a number: higher is stricter.</summary>
internal sealed class Strictness
{
    private readonly Dictionary<string, int> ranks;

    public Strictness(ParameterTable table)
    {
        var values = table.ByTier.Values.Concat(table.Overrides.Select(change => change.Value)).Distinct(StringComparer.Ordinal);
        var mildFirst = table.Direction switch
        {
            StricterWhen.Lower => values.OrderByDescending(Amount),
            StricterWhen.Higher => values.OrderBy(Amount),
            _ => values.OrderByDescending(value => table.Strictness.ToList().IndexOf(value)),
        };
        ranks = mildFirst.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
    }

    public int Of(string value) => ranks[value];

    /// <summary>"4 hours" and "3 days" in hours, "99.95 %" and "2 times" as they are.</summary>
    private static double Amount(string value)
    {
        var number = new string([.. value.TakeWhile(letter => char.IsDigit(letter) || letter == '.')]);
        var unit = value[number.Length..].Trim();
        var factor = unit switch
        {
            _ when unit.StartsWith("day", StringComparison.Ordinal) || unit.StartsWith("working day", StringComparison.Ordinal) => 24,
            _ when unit.StartsWith("week", StringComparison.Ordinal) => 7 * 24,
            _ when unit.StartsWith("month", StringComparison.Ordinal) => 30 * 24,
            _ when unit.StartsWith("year", StringComparison.Ordinal) => 365 * 24,
            _ => 1,
        };
        return double.Parse(number, CultureInfo.InvariantCulture) * factor;
    }
}
