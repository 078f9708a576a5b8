using System.Globalization;
using SupplierBot.Chat;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Web.Local.Demo;

/// <summary>Tells the stories of the example company day by day, until now.</summary>
internal static class DemoCompany
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(3);

    /// <summary>Requests are sent in the morning, and decided after lunch.</summary>
    private static readonly TimeSpan Morning = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Afternoon = TimeSpan.FromHours(5);

    /// <summary>Whether nobody has asked for anything yet.</summary>
    public static async Task<bool> IsEmptyAsync(ITable table, string organisation, CancellationToken cancellation)
    {
        var places = Personas
            .All.Select(persona => (Keys.Drafts(organisation, persona.Id), "!", "~"))
            .Prepend((Keys.Workflow(organisation), Keys.CasePrefix, Keys.CasePrefix + "~"));
        foreach (var (partition, from, before) in places)
        {
            if ((await table.ReadAsync(partition, from, before, 1, cancellation)).Count > 0)
                return false;
        }
        return true;
    }

    /// <returns>How many suppliers there are.</returns>
    public static async Task<int> FillAsync(
        ITable table,
        ChatSettings settings,
        Policy policy,
        Wording wording,
        IReadOnlyList<int> ports,
        DateTimeOffset now
    )
    {
        // Nobody here presses by mistake, and the next one does not wait.
        settings = settings with
        {
            UndoFor = TimeSpan.Zero,
        };
        var today = settings.Calendar.Today(now);
        var planned = Planned(DemoStories.All, settings.Calendar, today).Where(one => one.At < now).ToList();
        var clock = new DemoClock(planned[0].At - TimeSpan.FromHours(1));
        await using var office = await DemoOffice.OpenAsync(table, settings, policy, wording, clock, ports);
        var numbers = new Dictionary<DemoStory, string>();
        foreach (var (at, story, step) in planned)
        {
            await office.LetPassAsync(at);
            if (await DoAsync(office, story, step, numbers.GetValueOrDefault(story), today) is { } number)
                numbers[story] = number;
        }
        await office.LetPassAsync(now);
        return DemoStories.All.Count;
    }

    /// <summary>Everything that happens, in its order: on a working day, one after another.</summary>
    private static List<(DateTimeOffset At, DemoStory Story, DemoStep Step)> Planned(
        IReadOnlyList<DemoStory> stories,
        WorkingCalendar calendar,
        DateOnly today
    ) =>
        [
            .. stories
                .SelectMany((story, number) => story.Steps.Select((step, place) => (story, step, number, place)))
                .Select(one =>
                    (
                        At: calendar.StartOf(WorkingDay(calendar, today.AddDays(-one.step.DaysAgo)))
                            + (one.place == 0 ? Morning : Afternoon + Between * one.place)
                            + TimeSpan.FromMinutes(one.number),
                        one.story,
                        one.step
                    )
                )
                .OrderBy(one => one.At),
        ];

    private static DateOnly WorkingDay(WorkingCalendar calendar, DateOnly day)
    {
        while (!calendar.IsWorkingDay(day))
            day = day.AddDays(-1);
        return day;
    }

    /// <returns>The number of a request that was sent; null for anything else.</returns>
    private static async Task<string?> DoAsync(DemoOffice office, DemoStory story, DemoStep step, string? number, DateOnly today)
    {
        switch (step.Verb)
        {
            case Verbs.Submit:
                return await office.SendsAsync(step.Who, story.Supplier, story.Answers);
            case Verbs.Answer:
                await office.BeginsAsync(step.Who, story.Supplier, story.Answers, int.Parse(step.Target, CultureInfo.InvariantCulture));
                return null;
            case Verbs.Renew:
                return await office.ReviewsAsync(step.Who, number!, story.Answers.Concat(step.Values).DistinctLast());
            case Verbs.Cover:
                await office.CoversAsync(step.Who, number!);
                return null;
            case Verbs.AddEvidence:
                await office.AddsDocumentsAsync(step.Who, number!);
                return null;
            case Verbs.CheckEvidence:
                await office.ChecksDocumentsAsync(step.Who, number!);
                return null;
            default:
                await office.PressesAsync(step.Who, number!, step.Verb, step.Target, Dated(step.Values, today));
                return null;
        }
    }

    private static Dictionary<string, string> DistinctLast(this IEnumerable<KeyValuePair<string, string>> values)
    {
        var last = new Dictionary<string, string>();
        foreach (var (id, value) in values)
            last[id] = value;
        return last;
    }

    private static Dictionary<string, string> Dated(IReadOnlyDictionary<string, string> values, DateOnly today) =>
        values.ToDictionary(
            pair => pair.Key,
            pair =>
                pair.Value.StartsWith(DemoStep.InDays, StringComparison.Ordinal)
                    ? today
                        .AddDays(
                            int.Parse(
                                pair.Value.AsSpan(DemoStep.InDays.Length),
                                NumberStyles.AllowLeadingSign,
                                CultureInfo.InvariantCulture
                            )
                        )
                        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : pair.Value
        );
}
