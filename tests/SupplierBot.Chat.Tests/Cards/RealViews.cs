using System.Text.Json.Nodes;

namespace SupplierBot.Chat.Tests;

/// <summary>Views the core makes of the shipped policy, the shipped wording and the worked examples: every page with what was answered before, and the summary.</summary>
internal static class RealViews
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 13, 0, 0, TimeSpan.Zero);
    private static readonly Person Rita = new(new("teams:rita"), "Rita Requester");

    public static readonly Policy Policy = ((PolicyReading.Accepted)PolicyReader.Read(DefaultPolicy.Text())).Policy;

    public static readonly Context Context = new(
        Now,
        new(TimeZoneInfo.Utc, new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }, new HashSet<DateOnly>(), new(18, 0)),
        new(new Dictionary<string, IReadOnlyList<Person>>
        {
            [Roles.Security] = [new(new("teams:sam"), "Sam Security"), new(new("teams:priya"), "Priya Security")],
            [Roles.Ciso] = [new(new("teams:carla"), "Carla Ciso")],
        }, []),
        WordingFile.Read(Path.Combine(Repository.Root, "cards")),
        "Example Org", "d-7f3a", "REQ-2026-0012", "SUP-0031", 6);

    public static IEnumerable<(string Name, View View)> Intakes() =>
        Examples().SelectMany(example => Steps(example.Answers).Select((answers, i) => ($"{example.Id}-{i}", Shown(answers))));

    private static View Shown(Answers answers) =>
        DraftCards.Show(new Draft { Id = "d-7f3a", Owner = Rita, Revision = 3, Answers = answers, StartedAt = Now, ChangedAt = Now }, new Desk(), Policy, Context);

    /// <summary>The answers page by page: none, those of the first page, of the first two … all.</summary>
    private static IEnumerable<Answers> Steps(Answers all) =>
        Enumerable.Range(0, Policy.Pages.Count + 1).Select(count => Policy.Pages.Take(count).SelectMany(page => page.Questions).Where(all.Answered)
            .Aggregate(Answers.Empty, (answers, id) => answers.With(id, [.. all.Picked(id)])));

    private static IEnumerable<(string Id, Answers Answers)> Examples() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "SupplierBot.Onboarding.Tests", "WorkedExamples.json")))!.AsArray()
            .Select(example => ((string)example!["id"]!, AnswersOf(example["answers"]!.AsObject())));

    private static Answers AnswersOf(JsonObject answers) =>
        answers.Aggregate(
            Answers.Empty.With("service", "Notes, business plan").With("owner", "Rita Requester").With("start", "2026-11-20"),
            (all, answer) => all.With(answer.Key, answer.Value is JsonArray picked ? [.. picked.Select(choice => (string)choice!)] : [(string)answer.Value!]));
}
