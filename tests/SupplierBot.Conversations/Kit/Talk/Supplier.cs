using SupplierBot.Conversations.Kit.Clients;

namespace SupplierBot.Conversations.Kit.Talk;

/// <summary>What a requester would tick about a supplier: a name of its own for each test, so that the tests share one register.</summary>
internal sealed record Supplier(string Name, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>Lunch for the office: nothing to see, four cards, Low.</summary>
    public static Supplier Caterer(string name) =>
        Of(
            name,
            ("purpose", "Lunch for the office every Thursday."),
            ("role", "GENERAL"),
            ("effects", "none"),
            ("data", "none_public"),
            ("access", "building"),
            ("stop", "little"),
            ("deal", "purchase_order")
        );

    /// <summary>Confidential and personal notes in an app: Medium, nothing open.</summary>
    public static Supplier NotesApp(string name) =>
        Of(
            name,
            ("website", SiteOf(name)),
            ("service", "Notes, business plan"),
            ("purpose", "Notes of our sales calls for the Sales team."),
            ("role", "AISAAS"),
            ("effects", "none"),
            ("data", "confidential,personal"),
            ("access", "upload,api"),
            ("stop", "little"),
            ("deal", "online_terms"),
            ("volume", "small"),
            ("training", "no"),
            ("where", "adequate_or_us"),
            ("others", "listed"),
            ("proof", "iso27001")
        );

    /// <summary>It helps decide about people: High by a rule.</summary>
    public static Supplier ShiftPlanner(string name) =>
        Of(
            name,
            ("purpose", "Suggests the shifts of our eighty people in support."),
            ("role", "AISAAS"),
            ("effects", "decides"),
            ("data", "personal"),
            ("access", "upload"),
            ("stop", "slows"),
            ("deal", "negotiated"),
            ("volume", "small"),
            ("training", "no"),
            ("where", "uk_eea"),
            ("replace", "weeks"),
            ("others", "listed"),
            ("proof", "iso27001")
        );

    /// <summary>Runs what customers use: Critical by a rule and by points.</summary>
    public static Supplier LiveHost(string name) =>
        Of(
            name,
            ("purpose", "Hosts the product our customers use."),
            ("role", "COMPUTE"),
            ("effects", "customers_see"),
            ("data", "personal"),
            ("access", "runs_live"),
            ("stop", "customers"),
            ("deal", "negotiated"),
            ("volume", "large"),
            ("training", "no"),
            ("where", "uk_eea"),
            ("replace", "none"),
            ("others", "listed"),
            ("proof", "iso27001,soc2_type2")
        );

    /// <summary>The answers a card asks for.</summary>
    public Dictionary<string, string> On(Card card) =>
        card.Inputs.Where(input => Answers.ContainsKey(input.Id)).ToDictionary(input => input.Id, input => Answers[input.Id]);

    public Supplier But(string question, string answer) =>
        this with
        {
            Answers = Answers.ToDictionary(pair => pair.Key, pair => pair.Key == question ? answer : pair.Value),
        };

    /// <summary>The same, with an answer that nobody has to give.</summary>
    public Supplier And(string question, string answer) =>
        this with
        {
            Answers = new Dictionary<string, string>(Answers) { [question] = answer },
        };

    /// <summary>Of its own: one site is taken for one supplier.</summary>
    private static string SiteOf(string name)
    {
        var letters = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return letters.Length is > 0 and <= 40 ? $"{letters}.example" : $"notes{(uint)name.GetHashCode(StringComparison.Ordinal)}.example";
    }

    private static Supplier Of(string name, params ReadOnlySpan<(string Id, string Value)> answers)
    {
        var all = new Dictionary<string, string>();
        foreach (var (id, value) in answers)
            all.Add(id, value);
        return new(name, all);
    }
}
