using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// Words that somebody typed, carried by a button into the form they belong to: shown there to be checked, or sent as if filled in.
/// </summary>
internal static class CarriedText
{
    private const string Fill = "fill ";
    private const string Send = "send ";

    /// <param name="number">Of the question it answers; 0 where there is none.</param>
    public static string Fills(string text, int number = 0) => $"{Fill}{CaseTexts.Number(number)} {text}";

    /// <inheritdoc cref="Fills"/>
    public static string Sends(string text, int number = 0) => $"{Send}{CaseTexts.Number(number)} {text}";

    /// <summary>The request as if the field had been filled in, and whether it has to be shown first.</summary>
    public static (CaseRequest Filled, bool IsShownFirst) Of(CaseRequest request, string field)
    {
        var target = request.Press.Target;
        var isFill = target.StartsWith(Fill, StringComparison.Ordinal);
        if (!isFill && !target.StartsWith(Send, StringComparison.Ordinal))
            return (request, false);
        var rest = target[Fill.Length..];
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0)
            return (request, false);
        var filled = request.With(field, rest[(space + 1)..]);
        return (filled with { Asked = filled.Asked with { Press = filled.Press with { Target = rest[..space] } } }, isFill);
    }
}
