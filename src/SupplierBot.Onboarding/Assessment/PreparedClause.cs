using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>A clause with compiled conditions. The filled-in forms are few (tier, variant, reason, overrides), so each is made once.</summary>
internal sealed class PreparedClause
{
    /// <summary>The parameter that prints the answer to <c>where</c>.</summary>
    private const string Countries = "countries";

    private readonly Clause clause;
    private readonly Compiled[] because;
    private readonly Compiled[] texts;
    private readonly Compiled[] plains;
    private readonly Compiled[][] overrides;
    private readonly bool printsCountries;
    private readonly ConcurrentDictionary<(Tier Tier, ulong Form, ulong Where), RequiredClause> filled = [];

    public PreparedClause(Clause clause, Vocabulary words)
    {
        this.clause = clause;
        When = Conditions.Compile(clause.When, words);
        because = [.. clause.Because.Select(reason => Conditions.Compile(reason.When, words))];
        texts = [.. clause.Text.Select(variant => Conditions.Compile(variant.When, words))];
        plains = [.. clause.Plain.Select(variant => Conditions.Compile(variant.When, words))];
        overrides = [.. clause.ParameterTables.Select(table => table.Overrides.Select(change => Conditions.Compile(change.When, words)).ToArray())];
        printsCountries = clause.Parameters.Contains(Countries) && clause.ParameterTables.All(table => table.Name != Countries);
    }

    public Clause Clause => clause;
    public Compiled When { get; }

    public bool Required(in Facts facts, bool openLicence) => (!openLicence || clause.AppliesToOpenLicence) && When.Holds(facts);

    public RequiredClause Fill(in Facts facts, string? countriesTyped)
    {
        var tier = facts.Tier ?? Tier.Low;
        if (printsCountries && !string.IsNullOrWhiteSpace(countriesTyped))
        {
            return Write(facts, tier, countriesTyped);
        }

        var key = (tier, Form(facts), printsCountries ? facts.Picked(facts.Words.Where) : 0);
        return filled.TryGetValue(key, out var known) ? known : filled.GetOrAdd(key, Write(facts, tier, null));
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

    private RequiredClause Write(in Facts facts, Tier tier, string? countriesTyped)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var parameter = 0; parameter < clause.ParameterTables.Count; parameter++)
        {
            values[clause.ParameterTables[parameter].Name] = Value(parameter, tier, facts);
        }

        if (printsCountries)
        {
            values[Countries] = CountryWords(facts, countriesTyped);
        }

        var parameters = values.ToFrozenDictionary(StringComparer.Ordinal);
        return new(clause.Id, clause.Title, FillIn(Variant(clause.Plain, plains, facts), parameters), FillIn(Variant(clause.Text, texts, facts), parameters), parameters, Reason(facts));
    }

    private string Reason(in Facts facts) => First(because, facts) is var index && index < because.Length ? clause.Because[index].Words : clause.Purpose;

    private static string Variant(IReadOnlyList<TextVariant> variants, Compiled[] conditions, in Facts facts) =>
        First(conditions, facts) is var index && index < variants.Count ? variants[index].Text : "";

    private static string CountryWords(in Facts facts, string? typed)
    {
        var words = facts.Words;
        var groups = string.Join(", ", words.Choices(words.Where, facts.Picked(words.Where)).Where(choice => choice.Id != Choices.NotSure).Select(choice => choice.Words));
        var places = groups.Length == 0 ? "the countries agreed in the schedule" : groups;
        return string.IsNullOrWhiteSpace(typed) ? places : string.Create(CultureInfo.InvariantCulture, $"{places} ({typed.Trim()})");
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
