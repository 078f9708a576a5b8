using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SupplierBot.Chat.Templates;

/// <summary>What a path may start from: the whole view, the current <c>$data</c>, the number of the current row.</summary>
internal readonly record struct BindingScope(JsonElement Root, JsonElement Data, int? Index)
{
    public BindingScope Within(JsonElement data) => this with { Data = data };

    public BindingScope AtRow(JsonElement row, int index) => new(Root, row, index);
}

/// <summary><c>stamp.version</c>, <c>$root.buttons[0].label</c>, <c>$data</c>, <c>$index</c>. Names are case-sensitive.</summary>
internal sealed partial class DataPath
{
    private enum Start
    {
        Data,
        Root,
        Index,
    }

    private static readonly JsonElement[] Numbers =
    [
        .. JsonDocument.Parse($"[{string.Join(',', Enumerable.Range(0, 200))}]").RootElement.EnumerateArray(),
    ];

    private readonly string text;
    private readonly Start start;
    private readonly (byte[]? Name, int Position)[] steps;

    private DataPath(string text, Start start, (byte[]? Name, int Position)[] steps) =>
        (this.text, this.start, this.steps) = (text, start, steps);

    public static DataPath? TryParse(string text)
    {
        if (!Form().IsMatch(text) || text is "true" or "false" or "null")
            return null;
        var steps = Step().Matches(text).Select(StepOf).ToArray();
        return text.Split('.', '[')[0] switch
        {
            "$root" => new(text, Start.Root, steps[1..]),
            "$data" => new(text, Start.Data, steps[1..]),
            "$index" => steps.Length == 1 ? new(text, Start.Index, []) : null,
            _ => new(text, Start.Data, steps),
        };
    }

    /// <summary><see cref="JsonValueKind.Undefined"/> where the path leads nowhere.</summary>
    public JsonElement Resolve(in BindingScope scope)
    {
        if (start == Start.Index)
            return scope.Index is { } index ? Number(index) : default;
        var at = start == Start.Root ? scope.Root : scope.Data;
        foreach (var (name, position) in steps)
        {
            if (name is not null)
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                    return default;
            }
            else
            {
                if (at.ValueKind != JsonValueKind.Array || position >= at.GetArrayLength())
                    return default;
                at = at[position];
            }
        }
        return at;
    }

    /// <summary>The name it begins with, wherever it starts from; null where it has none.</summary>
    public string? First => steps is [{ Name: { } name }, ..] ? Encoding.UTF8.GetString(name) : null;

    public override string ToString() => text;

    private static JsonElement Number(int index) =>
        index < Numbers.Length ? Numbers[index] : JsonSerializer.SerializeToElement(index, ViewJsonContext.Default.Int32);

    private static (byte[]?, int) StepOf(Match step) =>
        step.Groups["at"] is { Success: true } at
            ? (null, int.Parse(at.Value, System.Globalization.CultureInfo.InvariantCulture))
            : (Encoding.UTF8.GetBytes(step.Value), 0);

    [GeneratedRegex(
        @"^(\$root|\$data|\$index|[A-Za-z_][A-Za-z0-9_]*)(\.[A-Za-z_][A-Za-z0-9_]*|\[[0-9]{1,4}\])*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();

    [GeneratedRegex(@"\[(?<at>[0-9]+)\]|\$?[A-Za-z_][A-Za-z0-9_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
