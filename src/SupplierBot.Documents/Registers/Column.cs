using System.Text.Json;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <param name="Name">Of its header in the wording (<c>file.register_next_review</c>), and in JSON (<c>nextReview</c>).</param>
/// <param name="Width">In characters.</param>
internal sealed record Column<T>(string Name, double Width, Func<T, Cell> Of)
{
    /// <summary>Its texts come from a small vocabulary: in a workbook each is kept once.</summary>
    public bool Repeats { get; init; }

    public JsonEncodedText JsonName { get; } = JsonEncodedText.Encode(Camel(Name));

    public string Header(Wording wording) => wording[$"file.register_{Name}"];

    private static string Camel(string name) =>
        string.Concat(name.Split('_').Select((part, at) => at == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
