using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>How one parameter changes with the tier, and which of its values is stricter.</summary>
internal static class TierTable
{
    /// <summary>"–": the value of the next higher tier.</summary>
    private const string AsAbove = "–";

    /// <summary>In the order of <see cref="StricterWhen"/>.</summary>
    private static readonly string[] Directions = ["lower", "higher"];

    public static ParameterTable Read(string name, PolicyFields fields, PolicyConditionTerms words)
    {
        var byTier = Values(fields);
        var overrides = fields
            .OptionalList("unless")
            .Select(node => fields.Entry(node, $"{fields.Subject}, unless"))
            .OfType<PolicyFields>()
            .Select(entry => Override(entry, words))
            .ToList();
        var direction = fields.Optional("stricter") is null ? (StricterWhen?)null : (StricterWhen)fields.Word("stricter", Directions);
        var order = fields.OptionalTexts("strict_to_mild");
        if ((direction is null) == (order.Count == 0))
        {
            fields.Fault(fields.Node, "say which value is stricter: either `stricter: lower` or `higher`, or a list `strict_to_mild`");
        }

        var values = byTier.Values.Concat(overrides.Select(change => change.Value)).Where(value => value.Length > 0).Distinct().ToList();
        CheckOrder(fields, values, order);
        CheckNumbers(fields, values, direction);
        return new(name, byTier, overrides, direction, order);
    }

    private static Dictionary<Tier, string> Values(PolicyFields fields)
    {
        var byTier = new Dictionary<Tier, string>();
        var above = "";
        foreach (var tier in Enum.GetValues<Tier>().Reverse())
        {
            if (fields.Optional(tier.ToString()) is not { } node)
            {
                fields.Fault(fields.Node, $"no value for {tier}");
                byTier[tier] = "";
                continue;
            }

            var value = fields.Scalar(node, tier.ToString());
            if (value == AsAbove && above.Length == 0)
            {
                fields.Fault(node, $"`{AsAbove}` takes the value of the next higher tier, and there is none");
            }

            byTier[tier] = above = value == AsAbove ? above : value;
        }

        return byTier;
    }

    private static ParameterOverride Override(PolicyFields entry, PolicyConditionTerms words)
    {
        var tier = entry.Optional("tier") is null ? (Tier?)null : (Tier)entry.Word("tier", TierSection.Names);
        var change = new ParameterOverride(entry.Condition("when", words), tier, entry.Text("value"));
        entry.Close();
        return change;
    }

    private static void CheckOrder(PolicyFields fields, List<string> values, IReadOnlyList<string> order)
    {
        if (order.Count == 0 || fields.Optional("strict_to_mild") is not YamlSequenceNode node)
        {
            return;
        }

        foreach (var value in values.Where(value => !order.Contains(value)))
        {
            fields.Fault(node, $"`strict_to_mild` leaves out `{value}`");
        }

        foreach (var value in order.Where(value => !values.Contains(value)))
        {
            fields.Fault(node, $"`strict_to_mild` has `{value}`, which is no value{DidYouMean.Hint(value, values)}");
        }

        if (order.Distinct().Count() != order.Count)
        {
            fields.Fault(node, "`strict_to_mild` names a value twice");
        }
    }

    private static void CheckNumbers(PolicyFields fields, List<string> values, StricterWhen? direction)
    {
        if (direction is null)
        {
            return;
        }

        foreach (var value in values.Where(value => !IsNumber(value)))
        {
            fields.Fault(fields.Optional("stricter")!, $"`{value}` is no number with a unit; use a list `strict_to_mild`");
        }

        if (values.Where(IsNumber).Select(Unit).Distinct().Count() > 1)
        {
            fields.Fault(fields.Optional("stricter")!, "the values have different units; use one unit, or a list `strict_to_mild`");
        }
    }

    private static bool IsNumber(string value) =>
        decimal.TryParse(value.Split(' ')[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <summary>"month" and "months" are one unit.</summary>
    private static string Unit(string value) => string.Join(' ', value.Split(' ').Skip(1)).TrimEnd('s');
}
