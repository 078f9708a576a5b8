using System.Collections.Frozen;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

/// <summary>The choice questions of one policy as places, and their choices as bits: what conditions and scores are compiled to.</summary>
internal sealed class QuestionIndex
{
    private readonly FrozenDictionary<string, int> places;
    private readonly Question[] questions;
    private readonly ulong[] notSure;
    private readonly ulong[] typeRoles;

    public QuestionIndex(Policy policy)
    {
        Policy = policy;
        questions = [.. policy.Questions.Where(question => question.IsChoice)];
        places = questions.Index().ToFrozenDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        (Data, Role) = (Place(NeededQuestions.Data), Place(NeededQuestions.Role));
        notSure = [.. questions.Select((_, place) => Bit(place, Risk.Choices.NotSure))];
        typeRoles = [.. policy.Types.Select(type => RolesOf(type.Id))];
    }

    public Policy Policy { get; }
    public int Data { get; }
    public int Role { get; }

    public int Count => questions.Length;

    public Question Question(int place) => questions[place];

    public int Place(string question) =>
        places.TryGetValue(question, out var place)
            ? place
            : throw new InvalidOperationException($"The policy has no choice question '{question}'.");

    public ulong Bit(int place, string choice)
    {
        var choices = questions[place].Choices;
        for (var index = 0; index < choices.Count; index++)
        {
            if (string.Equals(choices[index].Id, choice, StringComparison.Ordinal))
            {
                return 1UL << index;
            }
        }

        return 0;
    }

    public ulong Known(int place, string choice) =>
        Bit(place, choice) is var bit and not 0
            ? bit
            : throw new InvalidOperationException($"The question '{questions[place].Id}' has no choice '{choice}'.");

    /// <summary>The choice, and those that hold as well where a condition asks for it.</summary>
    public ulong Meaning(int place, string choice) => Known(place, choice) | Bits(place, other => other.Also.Contains(choice));

    public ulong Bits(int place, Func<Choice, bool> belongs) =>
        questions[place].Choices.Index().Where(pair => belongs(pair.Item)).Aggregate(0UL, (bits, pair) => bits | (1UL << pair.Index));

    public ulong All(int place) => Bits(place, _ => true);

    public ulong RankedAtLeast(int place, int rank) => Bits(place, choice => choice.Rank >= rank);

    public ulong RankedAtMost(int place, int rank) => Bits(place, choice => choice.Rank <= rank);

    public ulong LevelAtLeast(int level) => RankedAtLeast(Data, level);

    /// <summary>The choice "not sure" of a question; 0 where it has none.</summary>
    public ulong NotSure(int place) => notSure[place];

    /// <summary>The supplier types of the ticked roles, in the order of the policy.</summary>
    public List<string> Types(ulong roles)
    {
        var types = new List<string>(2);
        for (var index = 0; index < typeRoles.Length; index++)
        {
            if ((roles & typeRoles[index]) != 0)
                types.Add(Policy.Types[index].Id);
        }

        return types;
    }

    /// <summary>The choices of <c>role</c> that make a supplier one of <paramref name="type"/>.</summary>
    public ulong RolesOf(string type) => Bits(Role, choice => SupplierTypes.OfRole(choice) == type);

    public IEnumerable<Choice> Choices(int place, ulong picked) =>
        questions[place].Choices.Index().Where(pair => (picked & (1UL << pair.Index)) != 0).Select(pair => pair.Item);
}

/// <summary>Choice ids with a meaning of their own.</summary>
internal static class Choices
{
    public const string NotSure = "not_sure";
}
