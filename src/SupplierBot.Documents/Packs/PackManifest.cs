using System.Text.Json;
using SupplierBot.Documents.Registers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Packs;

/// <summary>manifest.json: every file of the pack with its hash, and what the pack says of itself.</summary>
internal static class PackManifest
{
    public const string Path = "manifest.json";

    public static async Task WriteAsync(Stream stream, PackWriter pack, RegisterContext context, SampleRule rule, Sample sample)
    {
        await using var json = new Utf8JsonWriter(stream, JsonFile.Options with { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("shape", 1);
        json.WritePropertyName("provenance");
        JsonValues.Write(json, context.Provenance);
        Write(json, context, rule, sample);
        json.WriteStartArray("chains");
        foreach (var chain in pack.Chains)
            Write(json, chain);
        json.WriteEndArray();
        json.WriteStartArray("faults");
        foreach (var fault in pack.Faults)
        {
            json.WriteStartObject();
            json.WriteString("path", fault.Path);
            json.WriteString("words", SheetText.Whole(fault.Words));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (var entry in pack.Entries)
        {
            json.WriteStartObject();
            json.WriteString("path", entry.Path);
            json.WriteNumber("size", entry.Size);
            json.WriteString("sha256", entry.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(pack.Cancellation);
    }

    private static void Write(Utf8JsonWriter json, RegisterContext context, SampleRule rule, Sample sample)
    {
        json.WriteStartObject("sample");
        json.WriteNumber("count", rule.Count);
        json.WriteString("tier", rule.Tier?.ToString());
        // What it was chosen from is read from register.csv, which a short program can do line by line.
        json.WriteString("tierInCsv", rule.Tier is { } tier ? CaseTexts.Tier(tier, context.Context) : null);
        json.WriteNumber("tierColumn", SupplierColumns.All.Index().First(column => column.Item.Name == "tier").Index);
        json.WriteString("seed", SheetText.Whole(rule.Seed));
        json.WriteNumber("population", sample.Population);
        json.WriteStartArray("chosen");
        foreach (var id in sample.Chosen)
            json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PackedChain chain)
    {
        json.WriteStartObject();
        json.WriteString("events", chain.Path);
        json.WriteString("texts", chain.Texts);
        json.WriteString("name", chain.Name);
        json.WriteNumber("count", chain.Count);
        json.WriteString("head", chain.Head);
        json.WriteEndObject();
    }
}
