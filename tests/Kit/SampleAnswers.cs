namespace SupplierBot;

/// <summary>Values of every input, as a client sends them; pages take what they ask for.</summary>
internal static class SampleAnswers
{
    /// <summary>Medium: internal notes in an AI app.</summary>
    public static IReadOnlyDictionary<string, string> NotesApp(string name) =>
        new Dictionary<string, string>
        {
            ["name"] = name,
            ["purpose"] = "Notes of our sales calls.",
            ["role"] = "AISAAS",
            ["effects"] = "none",
            ["data"] = "confidential",
            ["access"] = "upload",
            ["stop"] = "little",
            ["deal"] = "online_terms",
            ["volume"] = "small",
            ["training"] = "no",
            ["where"] = "uk_eea",
            ["replace"] = "days",
            ["others"] = "listed",
            ["proof"] = "iso27001",
        };

    /// <summary>Low: internal notes that an AI app writes for us.</summary>
    public static IReadOnlyDictionary<string, string> CallTranscripts(string name) =>
        new Dictionary<string, string>
        {
            ["name"] = name,
            ["purpose"] = "Transcribing the calls of our sales team",
            ["role"] = "AISAAS",
            ["data"] = "internal",
            ["volume"] = "small",
            ["access"] = "api",
            ["stop"] = "little",
            ["replace"] = "days",
            ["training"] = "no",
            ["effects"] = "none",
            ["where"] = "uk_eea",
            ["others"] = "none",
            ["proof"] = "iso27001",
            ["deal"] = "online_terms",
        };

    /// <summary>High: many people's personal data, so two people decide.</summary>
    public static IReadOnlyDictionary<string, string> LargeApp(string name) =>
        new Dictionary<string, string>(NotesApp(name)) { ["volume"] = "large", ["data"] = "personal" };
}
