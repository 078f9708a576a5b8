using System.Collections.Concurrent;
using System.Collections.Frozen;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

/// <summary>
/// A clause with compiled conditions. The filled-in forms are few (tier, variant, reason, overrides), so each is made once.
/// </summary>
internal sealed class PreparedClause
{
    private readonly Clause clause;
    private readonly CompiledPolicyCondition[] because;
    private readonly CompiledPolicyCondition[] texts;
    private readonly CompiledPolicyCondition[] plains;
    private readonly CompiledPolicyCondition[][] overrides;
    private readonly int[] printed;
    private readonly ConcurrentDictionary<(Tier Tier, ulong Form, ulong Printed), RequiredClause> filled = [];

    public PreparedClause(Clause clause, QuestionIndex words)
    {
        this.clause = clause;
        When = PolicyConditionCompiler.Compile(clause.When, words);
        NotWaivable = clause.NotWaivableWhen is { } held ? PolicyConditionCompiler.Compile(held, words) : CompiledPolicyCondition.Never;
        because = [.. clause.Because.Select(reason => PolicyConditionCompiler.Compile(reason.When, words))];
        texts = [.. clause.Text.Select(variant => PolicyConditionCompiler.Compile(variant.When, words))];
        plains = [.. clause.Plain.Select(variant => PolicyConditionCompiler.Compile(variant.When, words))];
        overrides =
        [
            .. clause.ParameterTables.Select(table =>
                table.Overrides.Select(change => PolicyConditionCompiler.Compile(change.When, words)).ToArray()
            ),
        ];
        printed = [.. clause.AnswerParameters.Select(parameter => words.Place(parameter.Question))];
    }

    public Clause Clause => clause;
    public CompiledPolicyCondition When { get; }
    public CompiledPolicyCondition NotWaivable { get; }

    public bool Required(in AnswerBits given, bool openLicence) => (!openLicence || clause.AppliesToOpenLicence) && When.Holds(given);

    /// <param name="answers">For what was typed beside the choices: the names of countries.</param>
    public RequiredClause Fill(in AnswerBits given, Answers answers)
    {
        var tier = given.Tier ?? Tier.Low;
        for (var parameter = 0; parameter < printed.Length; parameter++)
        {
            if (Typed(parameter, given, answers) is not null)
            {
                return Write(given, tier, answers);
            }
        }

        var key = (tier, Form(given), Printed(given));
        return filled.TryGetValue(key, out var known) ? known : filled.GetOrAdd(key, Write(given, tier, Answers.Empty));
    }

    /// <summary>What was typed for a question that is asked; null where there is nothing.</summary>
    private string? Typed(int parameter, in AnswerBits given, Answers answers) =>
        clause.AnswerParameters[parameter].Typed is { } question
        && given.Picked(printed[parameter]) != 0
        && answers.One(question) is { } typed
        && !string.IsNullOrWhiteSpace(typed)
            ? typed
            : null;

    /// <summary>The value of one parameter at a tier: the first override that holds, else the table.</summary>
    public string Value(int parameter, Tier tier, in AnswerBits given)
    {
        var table = clause.ParameterTables[parameter];
        var changed = Override(parameter, tier, given);
        return changed > 0 ? table.Overrides[changed - 1].Value : table.ByTier[tier];
    }

    private ulong Form(in AnswerBits given)
    {
        var form = (ulong)First(because, given);
        form = (form * 16) + (ulong)First(texts, given);
        form = (form * 16) + (ulong)First(plains, given);
        for (var parameter = 0; parameter < overrides.Length; parameter++)
        {
            form = (form * 16) + (ulong)Override(parameter, given.Tier ?? Tier.Low, given);
        }

        return form;
    }

    /// <summary>The picks behind the printed answers: few, so that they fit together into one number.</summary>
    private ulong Printed(in AnswerBits given)
    {
        var picks = 0UL;
        foreach (var place in printed)
        {
            picks = (picks << given.Words.Question(place).Choices.Count) | given.Picked(place);
        }

        return picks;
    }

    /// <summary>1-based; 0 where none holds.</summary>
    private int Override(int parameter, Tier tier, in AnswerBits given)
    {
        var changes = clause.ParameterTables[parameter].Overrides;
        for (var index = 0; index < changes.Count; index++)
        {
            if ((changes[index].Tier is null || changes[index].Tier == tier) && overrides[parameter][index].Holds(given))
            {
                return index + 1;
            }
        }

        return 0;
    }

    private static int First(CompiledPolicyCondition[] conditions, in AnswerBits given)
    {
        for (var index = 0; index < conditions.Length; index++)
        {
            if (conditions[index].Holds(given))
            {
                return index;
            }
        }

        return conditions.Length;
    }

    private RequiredClause Write(in AnswerBits given, Tier tier, Answers answers)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var parameter = 0; parameter < clause.ParameterTables.Count; parameter++)
        {
            values[clause.ParameterTables[parameter].Name] = Value(parameter, tier, given);
        }

        foreach (var (index, parameter) in clause.AnswerParameters.Index())
        {
            values[parameter.Name] = AnswerWords(parameter, printed[index], given, Typed(index, given, answers));
        }

        var parameters = values.ToFrozenDictionary(StringComparer.Ordinal);
        return new(
            clause.Id,
            clause.Title,
            FillIn(Variant(clause.Plain, plains, given), parameters),
            FillIn(Variant(clause.Text, texts, given), parameters),
            parameters,
            Reason(given)
        );
    }

    private string Reason(in AnswerBits given) =>
        First(because, given) is var index && index < because.Length ? clause.Because[index].Words : clause.Purpose;

    private static string Variant(IReadOnlyList<TextVariant> variants, CompiledPolicyCondition[] conditions, in AnswerBits given) =>
        First(conditions, given) is var index && index < variants.Count ? variants[index].Text : "";

    /// <summary>"the UK or the EEA and the US (France, Ohio)": the choices joined with "and", then what was typed.</summary>
    private static string AnswerWords(AnswerParameter parameter, int place, in AnswerBits given, string? typed)
    {
        var picked = given.Words.Choices(place, given.Picked(place)).Select(choice => choice.Id).ToList();
        var known =
            picked.Count == 0 ? [Choices.NotSure]
            : picked.Count == 1 ? picked
            : picked.Where(choice => choice != Choices.NotSure);
        var words = string.Join(
            " and ",
            known.Select(choice => parameter.ByChoice.GetValueOrDefault(choice, choice)).Distinct(StringComparer.Ordinal)
        );
        return typed is null ? words : $"{words} ({typed.Trim()})";
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
