using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// A comment that somebody else reads is long enough to say something, in letters and digits, and fits a card, in UTF-16 characters.
/// </summary>
internal static class CommentLength
{
    public const int Least = 10;
    public const int Most = 2000;

    /// <summary>Empty where the text is fine.</summary>
    public static string Problem(string text, CaseRequest request) =>
        VisibleText.LettersAndDigits(text) < Least ? request.Say("refusal.too_short", ("requester", request.Case.Requester.Name))
        : text.Length > Most ? TooLong(text, request)
        : "";

    public static string TooLong(string text, CaseRequest request) =>
        request.Say("refusal.too_long", ("n", CaseTexts.Number(text.Length)), ("max", CaseTexts.Number(Most)));
}
