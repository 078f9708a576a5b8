namespace SupplierBot.Onboarding;

/// <summary>What came of reading one condition.</summary>
public abstract record ConditionReading
{
    private ConditionReading() { }

    public sealed record Understood(Condition Condition) : ConditionReading;
    /// <param name="Messages">Everything wrong with the line, each naming the nearest valid id where there is one.</param>
    public sealed record Misunderstood(IReadOnlyList<string> Messages) : ConditionReading;
}

/// <summary>
/// Reads one condition line (design.md §4) by recursive descent: <c>or</c>, then <c>and</c>, then <c>not</c>, then a comparison, a fact or parentheses.
/// Unknown ids are all reported; a mistake of grammar ends the reading.
/// </summary>
public sealed class ConditionReader
{
    /// <summary>Deeper nesting than any person reads.</summary>
    private const int DeepestNesting = 30;

    private readonly IReadOnlyList<string> tokens;
    private readonly ConditionWords words;
    private readonly List<string> messages = [];
    private int at;
    private int depth;

    private ConditionReader(IReadOnlyList<string> tokens, ConditionWords words)
    {
        this.tokens = tokens;
        this.words = words;
    }

    public static ConditionReading Read(string line, ConditionWords words)
    {
        if (ConditionTokens.StrayCharacter(line) is { } stray)
        {
            return new ConditionReading.Misunderstood([$"`{line}` has a stray `{stray}`"]);
        }

        var reader = new ConditionReader(ConditionTokens.Of(line), words);
        var condition = reader.Whole(line);
        return condition is null || reader.messages.Count > 0
            ? new ConditionReading.Misunderstood(reader.messages)
            : new ConditionReading.Understood(condition);
    }

    private string? Next => at < tokens.Count ? tokens[at] : null;

    private Condition? Whole(string line)
    {
        var condition = Either();
        return condition is null || Next is null ? condition : Wrong($"`{line}`: expected `and`, `or` or the end, found `{Next}`");
    }

    private Condition? Either()
    {
        var left = Both();
        while (left is not null && Take("or"))
        {
            left = Both() is { } right ? new Condition.Or(left, right) : null;
        }

        return left;
    }

    private Condition? Both()
    {
        var left = One();
        while (left is not null && Take("and"))
        {
            left = One() is { } right ? new Condition.And(left, right) : null;
        }

        return left;
    }

    private Condition? One()
    {
        if (++depth > DeepestNesting)
        {
            return Wrong($"the condition nests deeper than {DeepestNesting} levels");
        }

        var condition = Take("not") ? Opposite() : Take("(") ? Inside() : Statement();
        depth--;
        return condition;
    }

    private Condition.Not? Opposite() => One() is { } inner ? new Condition.Not(inner) : null;

    private Condition? Inside()
    {
        var inner = Either();
        return inner is null || Take(")") ? inner : Wrong(Next is null ? "a `(` is never closed" : $"expected `)`, found `{Next}`");
    }

    private Condition? Statement()
    {
        if (Next is not { } subject || !ConditionTokens.IsName(subject))
        {
            return Wrong(Next is null ? "the condition ends where a question or fact should stand" : $"expected a question or fact, found `{Next}`");
        }

        at++;
        return Next is { } sign && ConditionTokens.Comparisons.Contains(sign) ? Comparison(subject, sign) : Alone(subject);
    }

    private Condition.Holds Alone(string fact)
    {
        Note(words.FaultOfFact(fact));
        return new Condition.Holds(fact);
    }

    private Condition? Comparison(string subject, string sign)
    {
        at++;
        if (Next is not { } value || !ConditionTokens.IsName(value))
        {
            return Wrong(Next is null ? $"`{subject} {sign}` ends without a value" : $"`{subject} {sign}`: expected a value, found `{Next}`");
        }

        at++;
        Note(words.FaultOfComparison(subject, sign, value));
        return sign switch
        {
            "is" => new Condition.Is(subject, value),
            "has" => new Condition.Has(subject, value),
            ">=" => new Condition.AtLeast(subject, value),
            _ => new Condition.AtMost(subject, value),
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

    private Condition? Wrong(string message)
    {
        Note(message);
        return null;
    }
}
