using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Inputs that are no questions of the policy: comments, terms, conditions.</summary>
internal static class FormFields
{
    public static Field LongText(string id, string label, string value, string help = "", bool required = false, string missing = "", int most = TextLengths.Most) =>
        new(id, FieldKind.LongText, label, help, value, required, missing, "", "", most, []);

    public static Field Text(string id, string label, string value, int most, string help = "") =>
        new(id, FieldKind.Text, label, help, value, false, "", "", "", most, []);

    public static Field Date(string id, string label, string value, string help = "") =>
        new(id, FieldKind.Date, label, help, value, false, "", "", "", 0, []);

    public static Field One(string id, string label, string value, IReadOnlyList<FieldChoice> choices, string help = "") =>
        new(id, FieldKind.One, label, help, value, false, "", "", "", 0, choices);

    public static Field Several(string id, string label, string value, IReadOnlyList<FieldChoice> choices, string help = "") =>
        new(id, FieldKind.Several, label, help, value, false, "", "", "", 0, choices);
}
