using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>Rules of use that an approver sets: they hold as long as it is used, and nobody reports them done.</summary>
internal static class RestrictionField
{
    public const string Id = "restrictions";

    /// <summary>As many as somebody who asks whether they may use it reads.</summary>
    private const int Most = 5;
    private const int Longest = 200;

    public static Field Of(CaseRequest request) =>
        FormFields.LongText(
            Id,
            request.Say("form.restrictions"),
            request.Press.Values.ContainsKey(Id) ? request.Press.Value(Id) : string.Join('\n', request.Case.Restrictions),
            request.Say("form.restrictions_help"),
            most: Most * Longest
        );

    /// <summary>What is wrong with them; null where nothing is.</summary>
    public static string? Problem(CaseRequest request) =>
        Lines(request) is { } lines && (lines.Count > Most || lines.Exists(line => line.Length > Longest))
            ? request.Say("form.restrictions_wrong", ("most", CaseTexts.Number(Most)), ("max", CaseTexts.Number(Longest)))
            : null;

    /// <summary>Those of the form; where it was not filled in, those that are there.</summary>
    public static IReadOnlyList<string> Read(CaseRequest request) =>
        request.Press.Values.ContainsKey(Id) ? Lines(request) : request.Case.Restrictions;

    private static List<string> Lines(CaseRequest request) =>
        [
            .. request
                .Typed(Id)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(TypedText.OneLine)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
}
