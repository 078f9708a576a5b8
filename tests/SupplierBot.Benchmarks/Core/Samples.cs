using System.Text.Json;
using SupplierBot.BotFramework.Cards;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Templates;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;

namespace SupplierBot.Benchmarks.Core;

/// <summary>The shipped policy, wording and cards, and drafts under them.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Rita = new(new("teams:rita"), "Rita");

    public static readonly Policy Policy = PolicyReader.Read(DefaultPolicy.Text()) is PolicyReading.Accepted accepted
        ? accepted.Policy
        : throw new InvalidDataException("The shipped policy is faulty.");
    private static readonly string Cards = Path.Combine(AppContext.BaseDirectory, "cards");
    public static readonly Wording Wording = WordingFile.Read(Cards);
    public static readonly TeamsCards Teams = TeamsCards.Load(Cards, Wording);
    public static readonly SlackCards Slack = SlackCards.Load(Cards, Wording);

    public static readonly Supplier Simple = Supplier.Caterer("Acme Lunch");
    public static readonly Supplier Hard = Supplier.LiveHost("Acme Hosting");

    public static Answers AnswersOf(Supplier supplier) =>
        Answers.From(
            supplier
                .Answers.Select(answer => KeyValuePair.Create(answer.Key, (IReadOnlyList<string>)answer.Value.Split(',')))
                .Append(new("name", [supplier.Name]))
        );

    /// <summary>A file for <c>assess</c>: so many items, of these suppliers in turn.</summary>
    public static string FileOf(int items, params IReadOnlyList<Supplier> suppliers)
    {
        var answers = suppliers
            .Select(supplier => JsonSerializer.Serialize(AnswersOf(supplier).ToDictionary().ToDictionary(answer => answer.Key, Written)))
            .ToList();
        return $"[{string.Join(',', Enumerable.Range(0, items).Select(number => $$"""{"id": "{{number}}", "answers": {{answers[number % answers.Count]}}}"""))}]";
    }

    private static object Written(KeyValuePair<string, IReadOnlyList<string>> answer) =>
        Policy.Question(answer.Key).Kind == QuestionKind.Several ? answer.Value : answer.Value[0];

    /// <summary>What the owner of a draft with these answers sees.</summary>
    public static View ViewOf(Answers answers)
    {
        var draft = new Draft
        {
            Id = "d-1",
            Owner = Rita,
            Revision = 4,
            Answers = answers,
            StartedAt = Now,
            ChangedAt = Now,
        };
        return DraftCards.Show(draft, new TurnState { Draft = draft }, Policy, Context);
    }

    /// <summary>A request that requires every contract point there is.</summary>
    public static CaseSample WithEveryPoint()
    {
        var always = new PolicyCondition.Or(
            new PolicyCondition.Holds("personal"),
            new PolicyCondition.Not(new PolicyCondition.Holds("personal"))
        );
        var policy = Policy with { Clauses = [.. Policy.Clauses.Select(clause => clause with { When = always })] };
        var draft = new Draft
        {
            Id = "d-1",
            Owner = Rita,
            Revision = 4,
            Answers = AnswersOf(Hard),
            StartedAt = Now,
            ChangedAt = Now,
        };
        var sent = CaseDecider.Handle(
            new TurnState { Draft = draft },
            RequestReader.Pressed(Verbs.Submit, "", CardStamp.OfDraft("d-1", "summary", 4), new Dictionary<string, string>(), false),
            new(Rita, Member: true),
            policy,
            Context
        );
        return sent.Case is { Clauses.Count: var points } current && points == Policy.Clauses.Count
            ? new(current, policy, Context)
            : throw new InvalidDataException("The request doesn't require every contract point.");
    }

    private static Context Context { get; } = At(Now);

    public static Context At(DateTimeOffset now) =>
        new(
            now,
            new(
                TimeZoneInfo.Utc,
                new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Friday },
                new HashSet<DateOnly>(),
                new(new(9, 0), new(17, 0))
            ),
            new(new Dictionary<string, IReadOnlyList<Person>> { [RoleNames.Security] = [new(new("teams:sam"), "Sam")] }, []),
            Wording,
            "Example Ltd"
        )
        {
            NewId = "id",
            Numbers = new("REQ-2026-0001", "SUP-0001"),
        };
}
