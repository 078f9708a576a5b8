using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register.Providers;

/// <summary>
/// Answers that are lists of names: who is behind a service, and in which countries. What is known exactly is written by its own name; what
/// is only like it is asked about once, and stays as it is where the person sends it again.
/// </summary>
internal static class NamedAnswers
{
    public static bool IsOne(Question question) => question.Id is Dependencies.ProvidersQuestion or Dependencies.RegionsQuestion;

    /// <param name="kept">What is kept of the answer; null where nothing is.</param>
    /// <returns>The text to keep, and what there is to ask.</returns>
    public static (string Text, Hint? Hint) Read(Question question, string typed, string? kept, RegisteredNames register, Context context)
    {
        var parts = NameList.Of(typed).ToList();
        var read = parts
            .Select(part =>
                question.Id == Dependencies.RegionsQuestion ? Countries.Read(part) : ProviderReader.Read(part, context.Products, register)
            )
            .ToList();
        var written = string.Join(", ", read.Select(name => name.Written).DistinctBy(SupplierNames.Identity));
        var text =
            read.Select(name => name.Written).SequenceEqual(parts) || written.Length > QuestionFields.MostOf(question) ? typed : written;
        // Sent again as it was shown: that is the answer.
        return (text, typed == kept ? null : Question(question, parts, read));
    }

    private static Hint? Question(Question question, IReadOnlyList<string> parts, IReadOnlyList<ReadName> read)
    {
        var unsure = parts
            .Zip(read)
            .Where(one => one.Second.Meant.Count > 0)
            .Select(one => $"{one.First}\t{string.Join(", ", one.Second.Meant)}")
            .ToList();
        return unsure.Count > 0 ? new(question.Id, HintKind.WhichName, string.Join('\n', unsure))
            : read.Count > Dependencies.Most ? new(question.Id, HintKind.ManyNames, Length: read.Count, Most: Dependencies.Most)
            : null;
    }
}
