namespace SupplierBot.Web.Local.Demo;

/// <summary>What the people of the example company tick, by the tier that comes out.</summary>
internal static class DemoAnswers
{
    /// <summary>Low: nothing of ours gets there.</summary>
    public static Dictionary<string, string> Errand(string purpose) =>
        new()
        {
            ["purpose"] = purpose,
            ["role"] = "GENERAL",
            ["effects"] = "none",
            ["data"] = "none_public",
            ["access"] = "building",
            ["stop"] = "little",
            ["deal"] = "purchase_order",
        };

    /// <summary>Low: an AI app with internal information.</summary>
    public static Dictionary<string, string> SmallApp(string purpose) =>
        new()
        {
            ["purpose"] = purpose,
            ["role"] = "AISAAS",
            ["effects"] = "none",
            ["data"] = "internal",
            ["access"] = "api",
            ["stop"] = "little",
            ["deal"] = "online_terms",
            ["volume"] = "small",
            ["training"] = "no",
            ["where"] = "uk_eea",
            ["replace"] = "days",
            ["others"] = "none",
            ["proof"] = "iso27001",
        };

    /// <summary>Medium: an AI app with confidential information, and a little about people.</summary>
    public static Dictionary<string, string> App(string purpose) =>
        With(SmallApp(purpose), ("data", "confidential,personal"), ("access", "upload,api"), ("others", "listed"));

    /// <summary>Medium with open points: nobody looked at the terms.</summary>
    public static Dictionary<string, string> UnclearApp(string purpose) =>
        With(App(purpose), ("training", "not_sure"), ("others", "not_sure"), ("proof", "not_sure"));

    /// <summary>High by a rule: it helps decide about people.</summary>
    public static Dictionary<string, string> Planner(string purpose) =>
        With(App(purpose), ("effects", "decides"), ("data", "personal"), ("access", "upload"), ("stop", "slows"), ("deal", "negotiated"));

    /// <summary>High: a lot of personal data.</summary>
    public static Dictionary<string, string> LargeApp(string purpose) =>
        With(App(purpose), ("volume", "large"), ("data", "personal"), ("deal", "negotiated"));

    /// <summary>Critical: our customers use it.</summary>
    public static Dictionary<string, string> Live(string purpose) =>
        With(
            LargeApp(purpose),
            ("role", "COMPUTE"),
            ("effects", "customers_see"),
            ("access", "runs_live"),
            ("stop", "customers"),
            ("replace", "none"),
            ("proof", "iso27001,soc2_type2")
        );

    private static Dictionary<string, string> With(
        Dictionary<string, string> answers,
        params ReadOnlySpan<(string Id, string Value)> others
    )
    {
        foreach (var (id, value) in others)
            answers[id] = value;
        return answers;
    }
}
