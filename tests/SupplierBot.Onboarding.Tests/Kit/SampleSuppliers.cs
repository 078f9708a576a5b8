using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>Three suppliers, as somebody would answer for them.</summary>
internal static class SampleSuppliers
{
    /// <summary>Lunch for visitors: four pages.</summary>
    public static readonly (string Id, string Value)[] Caterer =
    [
        ("name", "Green Kitchen"),
        ("purpose", "Lunch for thirty visitors every Friday."),
        ("role", "GENERAL"),
        ("effects", "none"),
        ("data", "none_public"),
        ("access", "building"),
        ("stop", "little"),
        ("deal", "purchase_order"),
    ];

    /// <summary>Notes of sales meetings: six pages.</summary>
    public static readonly (string Id, string Value)[] App =
    [
        ("name", "Acme Notes"),
        ("website", "acme.com"),
        ("service", "Notes, business plan"),
        ("purpose", "Notes of our sales meetings; 12 people in Sales."),
        ("role", "AISAAS"),
        ("effects", "none"),
        ("data", "confidential,personal"),
        ("access", "upload,api"),
        ("stop", "slows"),
        ("deal", "online_terms"),
        ("start", "2026-11-20"),
        ("volume", "small"),
        ("training", "not_sure"),
        ("where", "adequate_or_us"),
        ("replace", "days"),
        ("others", "not_sure"),
        ("proof", "not_sure"),
    ];

    /// <summary>A model to download and run ourselves: five pages.</summary>
    public static readonly (string Id, string Value)[] OpenWeights =
    [
        ("name", "Fenland 7B"),
        ("purpose", "The base of our search model."),
        ("role", "MODEL"),
        ("effects", "into_models,customers_see"),
        ("data", "none_public"),
        ("access", "inside_ours"),
        ("stop", "slows"),
        ("deal", "open_licence"),
        ("replace", "weeks"),
        ("others", "none"),
    ];

    public static Answers Answers(params (string Id, string Value)[] typed) =>
        typed.Aggregate(
            SupplierBot.Onboarding.Intake.Answers.Empty,
            (answers, pair) => answers.With(pair.Id, PolicyText.Policy.Question(pair.Id).IsChoice ? pair.Value.Split(',') : [pair.Value])
        );

    public static (string Id, string Value)[] With(this (string Id, string Value)[] typed, string id, string value) =>
        [.. typed.Where(pair => pair.Id != id), (id, value)];

    /// <summary>From "new" to the summary, a page at a time; the pages in the order they were shown.</summary>
    public static IReadOnlyList<string> Answer(this IntakeScenario talk, (string Id, string Value)[] typed)
    {
        var pages = new List<string>();
        talk.Says("new");
        while (talk.View is View.Page page)
        {
            Assert.True(pages.Count < 7, $"{page.Title} is shown again: {string.Join(' ', page.Fields.Select(field => field.Error))}");
            pages.Add(page.Stamp.Page!);
            talk.Fills([.. typed.Where(pair => page.Fields.Any(field => field.Id == pair.Id))]);
        }
        return pages;
    }
}
