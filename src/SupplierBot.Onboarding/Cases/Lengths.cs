namespace SupplierBot.Onboarding;

/// <summary>A comment that somebody else reads is long enough to say something, in letters and digits, and fits a card, in UTF-16 characters.</summary>
internal static class Lengths
{
    public const int Least = 10;
    public const int Most = 2000;

    /// <summary>Empty where the text is fine.</summary>
    public static string Problem(string text, Hearing hearing) =>
        VisibleText.LettersAndDigits(text) < Least ? hearing.Say("refusal.too_short", ("requester", hearing.Case.Requester.Name))
        : text.Length > Most ? TooLong(text, hearing)
        : "";

    public static string TooLong(string text, Hearing hearing) => hearing.Say("refusal.too_long", ("n", CaseWords.Number(text.Length)), ("max", CaseWords.Number(Most)));
}
