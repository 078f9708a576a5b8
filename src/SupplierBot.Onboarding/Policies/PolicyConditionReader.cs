using System.Text.RegularExpressions;

namespace SupplierBot.Onboarding.Policies;

/// <summary>What came of reading one condition.</summary>
public abstract record PolicyConditionReading
{
    private PolicyConditionReading() { }

    public sealed record Understood(PolicyCondition PolicyCondition) : PolicyConditionReading;

    /// <param name="Messages">Everything wrong with the line, each naming the nearest valid id where there is one.</param>
    public sealed record Misunderstood(IReadOnlyList<string> Messages) : PolicyConditionReading;
}

/// <summary>
/// Reads one line of Policies/README.md "Policy conditions" by recursive descent: <c>or</c>, then <c>and</c>, then <c>not</c>, then a
/// comparison, a fact or parentheses. Unknown ids are all reported; a mistake of grammar ends the reading.
/// </summary>
public sealed class PolicyConditionReader
{
    /// <summary>Deeper nesting than any person reads.</summary>
    private const int DeepestNesting = 30;

    private readonly IReadOnlyList<string> tokens;
    private readonly PolicyConditionTerms words;
    private readonly List<string> messages = [];
    private int at;
    private int depth;

    private PolicyConditionReader(IReadOnlyList<string> tokens, PolicyConditionTerms words)
    {
        this.tokens = tokens;
        this.words = words;
    }

    public static PolicyConditionReading Read(string line, PolicyConditionTerms words)
    {
        if (PolicyConditionTokens.StrayCharacter(line) is { } stray)
        {
            return new PolicyConditionReading.Misunderstood([$"`{line}` has a stray `{stray}`"]);
        }

        var reader = new PolicyConditionReader(PolicyConditionTokens.Of(line), words);
        var condition = reader.Whole(line);
        return condition is null || reader.messages.Count > 0
            ? new PolicyConditionReading.Misunderstood(reader.messages)
            : new PolicyConditionReading.Understood(condition);
    }

    private string? Next => at < tokens.Count ? tokens[at] : null;

    private PolicyCondition? Whole(string line)
    {
        var condition = Either();
        return condition is null || Next is null ? condition : Wrong($"`{line}`: expected `and`, `or` or the end, found `{Next}`");
    }

    private PolicyCondition? Either()
    {
        var left = Both();
        while (left is not null && Take("or"))
        {
            left = Both() is { } right ? new PolicyCondition.Or(left, right) : null;
        }

        return left;
    }

    private PolicyCondition? Both()
    {
        var left = One();
        while (left is not null && Take("and"))
        {
            left = One() is { } right ? new PolicyCondition.And(left, right) : null;
        }

        return left;
    }

    private PolicyCondition? One()
    {
        if (++depth > DeepestNesting)
        {
            return Wrong($"the condition nests deeper than {DeepestNesting} levels");
        }

        var condition =
            Take("not") ? Opposite()
            : Take("(") ? Inside()
            : Statement();
        depth--;
        return condition;
    }

    private PolicyCondition.Not? Opposite() => One() is { } inner ? new PolicyCondition.Not(inner) : null;

    private PolicyCondition? Inside()
    {
        var inner = Either();
        return inner is null || Take(")") ? inner : Wrong(Next is null ? "a `(` is never closed" : $"expected `)`, found `{Next}`");
    }

    private PolicyCondition? Statement()
    {
        if (Next is not { } subject || !PolicyConditionTokens.IsName(subject))
        {
            return Wrong(
                Next is null ? "the condition ends where a question or fact should stand" : $"expected a question or fact, found `{Next}`"
            );
        }

        at++;
        return Next is { } sign && PolicyConditionTokens.Comparisons.Contains(sign) ? Comparison(subject, sign) : Alone(subject);
    }

    private PolicyCondition.Holds Alone(string derived)
    {
        Note(words.FaultOfDerivedFact(derived));
        return new PolicyCondition.Holds(derived);
    }

    private PolicyCondition? Comparison(string subject, string sign)
    {
        at++;
        if (Next is not { } value || !PolicyConditionTokens.IsName(value))
        {
            return Wrong(
                Next is null ? $"`{subject} {sign}` ends without a value" : $"`{subject} {sign}`: expected a value, found `{Next}`"
            );
        }

        at++;
        Note(words.FaultOfComparison(subject, sign, value));
        return sign switch
        {
            "is" => new PolicyCondition.Is(subject, value),
            "has" => new PolicyCondition.Has(subject, value),
            ">=" => new PolicyCondition.AtLeast(subject, value),
            _ => new PolicyCondition.AtMost(subject, value),
        };
    }

    private bool Take(string token)
    {
        var taken = Next == token;
        at += taken ? 1 : 0;
        return taken;
    }

    private void Note(string? message)
    {
        if (message is not null && !messages.Contains(message))
        {
            messages.Add(message);
        }
    }

    private PolicyCondition? Wrong(string message)
    {
        Note(message);
        return null;
    }
}

/// <summary>Cuts a condition line into names, signs and parentheses.</summary>
internal static partial class PolicyConditionTokens
{
    public static readonly IReadOnlyList<string> Comparisons = ["is", "has", ">=", "<="];

    private static readonly string[] Reserved = ["and", "or", "not", "(", ")", .. Comparisons];

    public static IReadOnlyList<string> Of(string line) => [.. Tokens().Matches(line).Select(match => match.Value)];

    public static bool IsName(string token) => !Reserved.Contains(token);

    /// <summary>The first character that belongs to no token; null where there is none.</summary>
    public static char? StrayCharacter(string line)
    {
        var rest = Tokens().Replace(line, "");
        return rest.Where(character => !char.IsWhiteSpace(character)).Select(character => (char?)character).FirstOrDefault();
    }

    [GeneratedRegex(@"[()]|>=|<=|[A-Za-z0-9_.\-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();
}
