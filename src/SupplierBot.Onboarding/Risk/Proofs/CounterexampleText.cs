using System.Numerics;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>Answer sets and changes of them as sentences.</summary>
internal static class CounterexampleText
{
    public static string Picks(Question question, ulong picked) =>
        picked == 0 ? "nothing" : string.Join(" + ", question.Choices.Where((_, index) => (picked & (1UL << index)) != 0).Select(choice => choice.Id));

    /// <summary>"changing `access` from api to accounts", "adding `acts` to `effects` (decides)".</summary>
    public static string Change(Question question, Step step)
    {
        var added = step.After & ~step.Before;
        var grows = (step.Before & ~step.After) == 0 && BitOperations.PopCount(added) == 1;
        return grows
            ? $"adding {Picks(question, added)} to `{question.Id}` ({Picks(question, step.Before)})"
            : $"changing `{question.Id}` from {Picks(question, step.Before)} to {Picks(question, step.After)}";
    }

    /// <summary>The other answers: "with data: internal; stop: slows".</summary>
    public static string Rest(QuestionIndex words, ulong[] picked, params IEnumerable<int> except)
    {
        var asked = new AnswerBits(words, picked);
        var skips = PreparedPolicy.Of(words.Policy).Skips;
        var parts = words.Policy.Questions.Index()
            .Where(pair => pair.Item.IsChoice && words.Place(pair.Item.Id) is var place && picked[place] != 0 && !except.Contains(place) && !skips[pair.Index].Holds(asked))
            .Select(pair => $"{pair.Item.Id}: {Picks(pair.Item, picked[words.Place(pair.Item.Id)])}");
        return string.Join("; ", parts) is { Length: > 0 } rest ? $", with {rest}" : "";
    }
}
