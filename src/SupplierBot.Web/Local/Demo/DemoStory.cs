using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Web.Local.Demo;

/// <summary>What became of one supplier of the example company: who asked when, and what was pressed since.</summary>
/// <param name="Asked">Days ago.</param>
internal sealed record DemoStory(string Supplier, IReadOnlyDictionary<string, string> Ticked, Persona By, int Asked)
{
    public IReadOnlyDictionary<string, string> Answers { get; } = new Dictionary<string, string>(Ticked) { ["name"] = Supplier };

    public IReadOnlyList<DemoStep> Steps { get; init; } = [new(Asked, By, Verbs.Submit)];

    public DemoStory Then(int daysAgo, Persona who, string verb, params ReadOnlySpan<(string Id, string Value)> values) =>
        Then(daysAgo, who, verb, "sent", values);

    public DemoStory On(string target, int daysAgo, Persona who, string verb, params ReadOnlySpan<(string Id, string Value)> values) =>
        Then(daysAgo, who, verb, target, values);

    /// <summary>A plain yes of each of them.</summary>
    public DemoStory Approved(int daysAgo, params ReadOnlySpan<Persona> by)
    {
        var story = this;
        foreach (var who in by)
            story = story.On(
                "",
                daysAgo,
                who,
                Verbs.Approve,
                ("terms", "agreed"),
                ("terms_ref", "Master agreement 2026"),
                ("comment", "Their certificate and terms are in order.")
            );
        return story;
    }

    /// <summary>Contract points that are open get their section, and every document that is asked for is added and found enough.</summary>
    public DemoStory Proved(int daysAgo, Persona adds, Persona checks) =>
        Then(daysAgo, checks, Verbs.Cover).Then(daysAgo, adds, Verbs.AddEvidence).Then(daysAgo, checks, Verbs.CheckEvidence);

    /// <param name="due">Days from today; negative for days ago; null for a condition before use.</param>
    public DemoStory ApprovedIf(string condition, int? due, int daysAgo, Persona who) =>
        Then(
            daysAgo,
            who,
            Verbs.ApproveWithConditions,
            ("terms", "agreed"),
            ("terms_ref", "Master agreement 2026"),
            ("condition_text", condition),
            ("condition_when", due is null ? "before_use" : "by_date"),
            ("condition_due", due is { } days ? $"{DemoStep.InDays}{days}" : ""),
            ("condition_owner", "requester")
        );

    /// <summary>Filled in as far as this page and not sent.</summary>
    public DemoStory Unsent(int pages) => this with { Steps = [new(Asked, By, Verbs.Answer) { Target = $"{pages}" }] };

    private DemoStory Then(int daysAgo, Persona who, string verb, string target, ReadOnlySpan<(string Id, string Value)> values)
    {
        var filled = new Dictionary<string, string>();
        foreach (var (id, value) in values)
            filled.Add(id, value);
        return this with { Steps = [.. Steps, new(daysAgo, who, verb) { Target = target, Values = filled }] };
    }
}

/// <summary>A button somebody pressed.</summary>
internal sealed record DemoStep(int DaysAgo, Persona Who, string Verb)
{
    /// <summary>Before a number of days from today, in a value.</summary>
    public const string InDays = "in days ";

    public string Target { get; init; } = "";
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
