using System.Text;

namespace SupplierBot.Onboarding.Policies;

/// <summary>One clause of <see cref="PolicyPrinter"/>.</summary>
internal static class ClausePrinter
{
    public static void Write(StringBuilder text, Clause clause)
    {
        PolicyPrinter.Line(text, $"  {clause.Id} {clause.Title} ({clause.Heading}): {clause.Purpose}");
        PolicyPrinter.Line(
            text,
            $"      when {PolicyConditionText.Of(clause.When)}{(clause.AppliesToOpenLicence ? "; also a check of our own under an open licence" : "")}"
        );
        if (clause.NotWaivableWhen is { } fixedWhen)
        {
            PolicyPrinter.Line(text, $"      not waivable when {PolicyConditionText.Of(fixedWhen)}");
        }

        foreach (var reason in clause.Because)
        {
            PolicyPrinter.Line(text, $"      because {reason.Words}{PolicyPrinter.When(reason.When)}");
        }

        Variants(text, "text", clause.Text);
        Variants(text, "plain", clause.Plain);
        foreach (var table in clause.ParameterTables)
        {
            Parameter(text, table);
        }

        foreach (var parameter in clause.AnswerParameters)
        {
            PolicyPrinter.Line(
                text,
                $"      {{{parameter.Name}}} from `{parameter.Question}`: {string.Join("; ", parameter.ByChoice.Select(pair => $"{pair.Key} {pair.Value}"))}"
            );
        }

        PolicyPrinter.Line(text, $"      maps to {string.Join(", ", clause.Mapping)}; ask legal: {clause.AskLegal}");
    }

    private static void Variants(StringBuilder text, string kind, IReadOnlyList<TextVariant> variants)
    {
        foreach (var variant in variants)
        {
            PolicyPrinter.Line(text, $"      {kind}{PolicyPrinter.When(variant.When)}: {variant.Text}");
        }
    }

    private static void Parameter(StringBuilder text, ParameterTable table)
    {
        PolicyPrinter.Line(
            text,
            $"      {{{table.Name}}} {string.Join("; ", table.ByTier.OrderByDescending(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))}"
        );
        foreach (var change in table.Overrides)
        {
            PolicyPrinter.Line(
                text,
                $"          unless {(change.Tier is { } tier ? $"{tier} and " : "")}{PolicyConditionText.Of(change.When)}: {change.Value}"
            );
        }
    }
}
