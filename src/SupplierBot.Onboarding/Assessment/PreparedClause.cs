using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace SupplierBot.Onboarding;

/// <summary>A clause with compiled conditions. The filled-in forms are few (tier, variant, reason, overrides), so each is made once.</summary>
internal sealed class PreparedClause
{
    private readonly Clause clause;
    private readonly Compiled[] because;
    private readonly Compiled[] texts;
    private readonly Compiled[] plains;
    private readonly Compiled[][] overrides;
    private readonly int[] printed;
    private readonly ConcurrentDictionary<(Tier Tier, ulong Form, ulong Printed), RequiredClause> filled = [];

    public PreparedClause(Clause clause, Vocabulary words)
    {
        this.clause = clause;
        When = Conditions.Compile(clause.When, words);
        because = [.. clause.Because.Select(reason => Conditions.Compile(reason.When, words))];
        texts = [.. clause.Text.Select(variant => Conditions.Compile(variant.When, words))];
        plains = [.. clause.Plain.Select(variant => Conditions.Compile(variant.When, words))];
        overrides = [.. clause.ParameterTables.Select(table => table.Overrides.Select(change => Conditions.Compile(change.When, words)).ToArray())];
        printed = [.. clause.AnswerParameters.Select(parameter => words.Place(parameter.Question))];
    }

    public Clause Clause => clause;
    public Compiled When { get; }

    public bool Required(in Facts facts, bool openLicence) => (!openLicence || clause.AppliesToOpenLicence) && When.Holds(facts);

    /// <param name="typed">What was typed for a question, beside its choices: the names of countries.</param>
    public RequiredClause Fill(in Facts facts, Func<string, string?> typed)
    {
        var tier = facts.Tier ?? Tier.Low;
        foreach (var parameter in clause.AnswerParameters)
        {
            if (!string.IsNullOrWhiteSpace(typed(parameter.Question)))
            {
                return Write(facts, tier, typed);
            }
        }

        var key = (tier, Form(facts), Printed(facts));
        return filled.TryGetValue(key, out var known) ? known : filled.GetOrAdd(key, Write(facts, tier, _ => null));
    }

    /// <summary>The value of one parameter at a tier: the first override that holds, else the table.</summary>
    public string Value(int parameter, Tier tier, in Facts facts)
    {
        var table = clause.ParameterTables[parameter];
        var changed = Override(parameter, tier, facts);
        return changed > 0 ? table.Overrides[changed - 1].Value : table.ByTier[tier];
    }

    private ulong Form(in Facts facts)
    {
        var form = (ulong)First(because, facts);
        form = (form * 16) + (ulong)First(texts, facts);
        form = (form * 16) + (ulong)First(plains, facts);
        for (var parameter = 0; parameter < overrides.Length; parameter++)
        {
            form = (form * 16) + (ulong)Override(parameter, facts.Tier ?? Tier.Low, facts);
        }

        return form;
    }

    /// <summary>The picks behind the printed answers: few, so that they fit together into one number.</summary>
    private ulong Printed(in Facts facts)
    {
        var picks = 0UL;
        foreach (var place in printed)
        {
            picks = (picks << facts.Words.Question(place).Choices.Count) | facts.Picked(place);
        }

        return picks;
    }

    /// <summary>1-based; 0 where none holds.</summary>
    private int Override(int parameter, Tier tier, in Facts facts)
    {
        var changes = clause.ParameterTables[parameter].Overrides;
        for (var index = 0; index < changes.Count; index++)
        {
            if ((changes[index].Tier is null || changes[index].Tier == tier) && overrides[parameter][index].Holds(facts))
            {
                return index + 1;
            }
        }

        return 0;
    }

    private static int First(Compiled[] conditions, in Facts facts)
    {
        for (var index = 0; index < conditions.Length; index++)
        {
            if (conditions[index].Holds(facts))
            {
                return index;
            }
        }

        return conditions.Length;
    }

    private RequiredClause Write(in Facts facts, Tier tier, Func<string, string?> typed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var parameter = 0; parameter < clause.ParameterTables.Count; parameter++)
        {
            values[clause.ParameterTables[parameter].Name] = Value(parameter, tier, facts);
        }

        foreach (var (index, parameter) in clause.AnswerParameters.Index())
        {
            values[parameter.Name] = AnswerWords(parameter, printed[index], facts, typed(parameter.Question));
        }

        var parameters = values.ToFrozenDictionary(StringComparer.Ordinal);
        return new(clause.Id, clause.Title, FillIn(Variant(clause.Plain, plains, facts), parameters), FillIn(Variant(clause.Text, texts, facts), parameters), parameters, Reason(facts));
    }

    private string Reason(in Facts facts) => First(because, facts) is var index && index < because.Length ? clause.Because[index].Words : clause.Purpose;

    private static string Variant(IReadOnlyList<TextVariant> variants, Compiled[] conditions, in Facts facts) =>
        First(conditions, facts) is var index && index < variants.Count ? variants[index].Text : "";

    /// <summary>"the UK or the EEA and the US (France, Ohio)": the choices joined with "and", then what was typed.</summary>
    private static string AnswerWords(AnswerParameter parameter, int place, in Facts facts, string? typed)
    {
        var picked = facts.Words.Choices(place, facts.Picked(place)).Select(choice => choice.Id).ToList();
        var known = picked.Count == 0 ? [Choices.NotSure] : picked.Count == 1 ? picked : picked.Where(choice => choice != Choices.NotSure);
        var words = string.Join(" and ", known.Select(choice => parameter.ByChoice.GetValueOrDefault(choice, choice)).Distinct(StringComparer.Ordinal));
        return string.IsNullOrWhiteSpace(typed) ? words : $"{words} ({typed.Trim()})";
    }

    private static string FillIn(string text, FrozenDictionary<string, string> values)
    {
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
