using System.Text.Json;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>The shipped wording, read the way people read it: sections and keys become one dotted key.</summary>
internal static class WordingText
{
    public static Wording Wording { get; } = Load();

    private static Wording Load()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "cards", "wording.en.json")));
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(file.RootElement, "", sentences);
        return new Wording(sentences);
    }

    private static void Flatten(JsonElement element, string key, Dictionary<string, string> sentences)
    {
        if (element.ValueKind == JsonValueKind.String)
            sentences.Add(key, element.GetString()!);
        else
            foreach (var child in element.EnumerateObject())
                Flatten(child.Value, key.Length == 0 ? child.Name : $"{key}.{child.Name}", sentences);
    }
}
