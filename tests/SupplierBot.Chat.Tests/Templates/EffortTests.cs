using System.Globalization;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>
/// What people answer, read and press from the first card to the deed, counted on the cards themselves: the table of cards/README.md. A
/// list that opens is two presses, everything else one; what is folded is not read.
/// </summary>
public sealed class EffortTests(ITestOutputHelper output)
{
    private static readonly Person Rita = new(new("teams:rita"), "Rita Requester");
    private static readonly Person Sam = new(new("teams:sam"), "Sam Security");

    private static readonly (string Id, string Value)[] Low =
    [
        ("purpose", "Lunch for the board meeting on Tuesday."),
        ("role", "GENERAL"),
        ("effects", "none"),
        ("data", "none_public"),
        ("access", "none"),
        ("stop", "little"),
        ("deal", "purchase_order"),
    ];

    private static readonly (string Id, string Value)[] Medium =
    [
        ("purpose", "Notes of our sales calls."),
        ("role", "AISAAS"),
        ("effects", "none"),
        ("data", "confidential,personal"),
        ("access", "upload,api"),
        ("stop", "slows"),
        ("deal", "online_terms"),
        ("volume", "small"),
        ("training", "no"),
        ("where", "adequate_or_us"),
        ("replace", "weeks"),
        ("others", "listed"),
        ("proof", "soc2_type2"),
    ];

    private static readonly (string Id, string Value)[] Critical =
    [
        ("purpose", "Runs our live product and holds all customer data."),
        ("role", "COMPUTE"),
        ("effects", "customers_see"),
        ("data", "confidential,personal"),
        ("access", "runs_live"),
        ("stop", "customers"),
        ("volume", "large"),
        ("training", "no"),
        ("where", "uk_eea"),
        ("replace", "none"),
        ("others", "listed"),
        ("proof", "iso27001"),
        ("deal", "negotiated"),
    ];

    [Fact]
    public void The_table_of_the_README_is_what_is_counted()
    {
        var rows = Rows().Select(row => row.ToString()).ToList();
        foreach (var row in rows)
            output.WriteLine(row);
        var readme = File.ReadAllLines(Path.Combine(Repository.Root, "cards", "README.md"));
        Assert.All(rows, row => Assert.Contains(row, readme));
    }

    private static IEnumerable<Effort> Rows()
    {
        yield return Requests("Request, low risk", Low, Tier.Low);
        yield return Requests("Request, medium risk", Medium, Tier.Medium);
        yield return Requests("Request, critical", Critical, Tier.Critical);
        yield return Decides("Approve", ("review", []), ("approve", [("terms", "covered")]));
        yield return Decides(
            "Approve with a condition",
            ("review", []),
            ("approve_conditions", []),
            ("approve_conditions", [("condition_text", "Switch off training."), ("terms", "covered")])
        );
        yield return Decides("Reject", ("review", []), ("reject", []), ("reject", [("comment", "We have two of these already.")]));
        yield return Decides("Ask a question", ("review", []), ("ask", []), ("ask", [("question", "Which model do they use?")]));
    }

    private static Effort Requests(string who, (string Id, string Value)[] typed, Tier tier)
    {
        var views = IntakeLengthTests.Walk(typed);
        var asked = views.OfType<View.Page>().SelectMany(page => page.Asked).Where(field => field.Value.Length == 0).ToList();
        Assert.Empty(((views[^1] as View.Page)?.Asked ?? []).Select(field => field.Id));
        Assert.Equal(tier.ToString(), Assert.IsType<View.Summary>(views[^1]).Badge!.Words.Split(' ')[0]);
        return new(
            who,
            asked.Count,
            views.Sum(IntakeLengthTests.WordsOnTeams),
            views.Sum(IntakeLengthTests.WordsOnSlack),
            views.Count + asked.Sum(field => Presses(field, typed.FirstOrDefault(one => one.Id == field.Id).Value ?? "")),
            asked.Count(IsTyped)
        );
    }

    /// <summary>From the review in the channel: what is read before each press, up to the one that does it.</summary>
    private static Effort Decides(string who, params (string Verb, (string Id, string Value)[] Filled)[] steps)
    {
        var answers = Medium.Aggregate(
            Answers.Empty.With("name", "Acme Notes").With("service", "Notes, Business plan"),
            (all, one) => all.With(one.Id, one.Id == "purpose" ? [one.Value] : one.Value.Split(','))
        );
        var played = new PlayedCase("effort", answers, RealViews.Policy, RealViews.Context).Sends(Rita);
        var view = played.Seen.Select(seen => seen.View).OfType<View.Review>().First() as View;
        var effort = new Effort(who, 0, 0, 0, 0, 0);
        foreach (var (verb, filled) in steps)
        {
            effort = effort with
            {
                Teams = effort.Teams + IntakeLengthTests.WordsOnTeams(view),
                Slack = effort.Slack + IntakeLengthTests.WordsOnSlack(view),
                Presses = effort.Presses + 1 + filled.Sum(one => Presses(FieldOf(view, one.Id), one.Value)),
                Texts = effort.Texts + filled.Count(one => IsTyped(FieldOf(view, one.Id))),
                Questions = effort.Questions + filled.Length,
            };
            if (filled.Length == 0)
                view = played.Presses(Sam, verb).Seen[^1].View;
        }
        return effort;
    }

    private static Field FieldOf(View view, string id) =>
        (view is View.Form form ? form.Fields : ((View.Deciding)view).Fields).Single(field => field.Id == id);

    private static bool IsTyped(Field field) => field.IsText || field.IsLongText;

    private static int Presses(Field field, string value) =>
        IsTyped(field) || field.IsDate ? 0
        : field.IsListOne ? 2
        : value.Split(',', StringSplitOptions.RemoveEmptyEntries).Length;

    private sealed record Effort(string Who, int Questions, int Teams, int Slack, int Presses, int Texts)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"| {Who} | {Questions} | {Texts} | {Presses} | {Teams} | {Slack} |");
    }
}
