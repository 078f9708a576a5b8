using System.Text.Json;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

/// <summary>The <c>answers</c> of one item. What was given for a skipped question is neither used nor checked.</summary>
internal sealed class AnswerReader(Policy policy, string place, List<string> faults)
{
    /// <summary>Which of several types is the main one: chosen on the summary, so it is no question of the policy.</summary>
    private const string Main = "main";

    private readonly List<(string Question, string Fault)> found = [];

    public Answers Read(JsonElement answers)
    {
        var read = Answers.Empty;
        foreach (var member in answers.EnumerateObject())
        {
            read = Value(member.Name, member.Value) is { Length: > 0 } picked ? read.With(member.Name, picked) : read;
        }

        var asked = SkippedQuestions.Reachable(policy, read).ToHashSet(StringComparer.Ordinal);
        var skipped = policy.Questions.Select(question => question.Id).Where(id => !asked.Contains(id)).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(found.Where(fault => !skipped.Contains(fault.Question)).Select(fault => $"{place}: {fault.Fault}"));
        faults.AddRange(
            Unanswered(read, asked).Select(question => $"{place}: answers.{question.Id}: not answered (\"{question.Prompt}\")")
        );
        return read;
    }

    /// <summary>
    /// Where the skip rule of a question waits for an answer that is missing or wrong, nobody can say yet whether it is asked.
    /// </summary>
    private IEnumerable<Question> Unanswered(Answers read, HashSet<string> asked)
    {
        var prepared = PreparedPolicy.Of(policy);
        var unknown = found.Select(fault => fault.Question).ToHashSet(StringComparer.Ordinal);
        foreach (
            var question in policy.Questions.Where(question =>
                question.IsChoice && asked.Contains(question.Id) && !read.Answered(question.Id)
            )
        )
        {
            var depends = prepared.SkipReads(question.Id).Any(unknown.Contains);
            if (unknown.Add(question.Id) && !depends)
            {
                yield return question;
            }
        }
    }

    private string[] Value(string id, JsonElement value)
    {
        if (id == Main)
        {
            return Choice(id, $"answers.{id}", value, policy.Types.Select(type => type.Id));
        }

        var question = policy.Questions.FirstOrDefault(question => question.Id == id);
        return question?.Kind switch
        {
            null => Fault(id, $"answers: unknown question \"{id}\"{Suggest(id, policy.Questions.Select(known => known.Id).Append(Main))}"),
            QuestionKind.One => Choice(id, $"answers.{id}", value, question.Choices.Select(choice => choice.Id)),
            QuestionKind.Several => Several(question, value),
            _ => Text(question, value),
        };
    }

    private string[] Several(Question question, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return Fault(question.Id, $"answers.{question.Id}: must be an array of choices, such as [\"{question.Choices[0].Id}\"]");
        }

        return
        [
            .. value
                .EnumerateArray()
                .SelectMany(
                    (element, index) =>
                        Choice(question.Id, $"answers.{question.Id}[{index}]", element, question.Choices.Select(choice => choice.Id))
                )
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private string[] Choice(string id, string at, JsonElement value, IEnumerable<string> choices)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return Fault(id, $"{at}: must be one choice, a text");
        }

        var choice = value.GetString()!;
        return choices.Contains(choice) ? [choice] : Fault(id, $"{at}: unknown choice \"{choice}\"{Suggest(choice, choices)}");
    }

    private string[] Text(Question question, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return Fault(question.Id, $"answers.{question.Id}: must be a text");
        }

        var text = value.GetString()!;
        var tooLong = question.MaxLength > 0 && text.Length > question.MaxLength;
        return tooLong ? Fault(question.Id, $"answers.{question.Id}: {text.Length} characters, {question.MaxLength} fit") : [text];
    }

    private string[] Fault(string question, string fault)
    {
        found.Add((question, fault));
        return [];
    }

    private static string Suggest(string word, IEnumerable<string> known) =>
        DidYouMean.Nearest(word, known) is { } nearest ? $"; did you mean \"{nearest}\"?" : "";
}
