using System.Text;

namespace SupplierBot.Onboarding;

/// <summary>One clause of <see cref="PolicyShow"/>.</summary>
internal static class PolicyShowClause
{
    public static void Write(StringBuilder text, Clause clause)
    {
        PolicyShow.Line(text, $"  {clause.Id} {clause.Title} ({clause.Heading}): {clause.Purpose}");
        PolicyShow.Line(text, $"      when {ConditionText.Of(clause.When)}{(clause.AppliesToOpenLicence ? "; also a check of our own under an open licence" : "")}");
        if (clause.NotWaivableWhen is { } fixedWhen)
        {
            PolicyShow.Line(text, $"      not waivable when {ConditionText.Of(fixedWhen)}");
        }

        foreach (var reason in clause.Because)
        {
            PolicyShow.Line(text, $"      because {reason.Words}{PolicyShow.When(reason.When)}");
        }

        Variants(text, "text", clause.Text);
        Variants(text, "plain", clause.Plain);
        foreach (var table in clause.ParameterTables)
        {
            Parameter(text, table);
        }

        foreach (var parameter in clause.AnswerParameters)
        {
            PolicyShow.Line(text, $"      {{{parameter.Name}}} from `{parameter.Question}`: {string.Join("; ", parameter.ByChoice.Select(pair => $"{pair.Key} {pair.Value}"))}");
        }

        PolicyShow.Line(text, $"      maps to {string.Join(", ", clause.Mapping)}; ask legal: {clause.AskLegal}");
    }

    private static void Variants(StringBuilder text, string kind, IReadOnlyList<TextVariant> variants)
    {
        foreach (var variant in variants)
        {
            PolicyShow.Line(text, $"      {kind}{PolicyShow.When(variant.When)}: {variant.Text}");
        }
    }

    private static void Parameter(StringBuilder text, ParameterTable table)
    {
        PolicyShow.Line(text, $"      {{{table.Name}}} {string.Join("; ", table.ByTier.OrderByDescending(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))}");
        foreach (var change in table.Overrides)
        {
            PolicyShow.Line(text, $"          unless {(change.Tier is { } tier ? $"{tier} and " : "")}{ConditionText.Of(change.When)}: {change.Value}");
        }
    }
}
