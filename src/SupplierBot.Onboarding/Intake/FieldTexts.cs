using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>
/// A text that is longer than its field is cut for the field alone: what is saved stays whole. A field that comes back as it was cut says nothing
/// new. Clients refuse a field whose text is longer than it takes.
/// </summary>
public static class FieldTexts
{
    /// <summary>Characters no client's field exceeds.</summary>
    public const int Longest = 3_000;

    /// <summary>The beginning that fits, as it is: no sign for what is missing, which would come back as typed.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    public static string Shown(Question question, string saved) => Cut(saved, MostOf(question));

    /// <summary>Whether the field came back as the cut beginning of what is saved.</summary>
    public static bool IsCutOf(Question question, string sent, string saved) =>
        saved.Length > MostOf(question) && TypedText.Lines(sent) == TypedText.Lines(Shown(question, saved));

    private static int MostOf(Question question) => Math.Min(QuestionFields.MostOf(question), Longest);
}
