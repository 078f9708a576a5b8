using System.Globalization;
using SupplierBot.Chat;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Web.Local.Demo;

/// <summary>
/// The real bot over the real storage, with a clock that is put forward and a channel that shows nothing. What the personas do here is
/// decided, chained and indexed as if they had pressed it on those days.
/// </summary>
internal sealed class DemoOffice : IAsyncDisposable
{
    private const int MostPages = 12;
    private static readonly Dictionary<string, string> NoValues = [];
    private readonly ServiceProvider services;
    private readonly DemoClock clock;
    private readonly Dictionary<Persona, PersonaTurns> people;
    private int turns;

    private DemoOffice(ServiceProvider services, DemoClock clock, IReadOnlyList<int> ports)
    {
        (this.services, this.clock) = (services, clock);
        people = Personas.All.Zip(ports, (persona, port) => new PersonaTurns(persona, port)).ToDictionary(one => one.Persona);
    }

    public static async Task<DemoOffice> OpenAsync(
        ITable table,
        ChatSettings settings,
        Policy policy,
        Wording wording,
        DemoClock clock,
        IReadOnlyList<int> ports
    )
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IChannel>(new SilentChannel(wording))
            .AddSingleton(table)
            .AddChat(settings, policy, wording)
            .BuildServiceProvider();
        var office = new DemoOffice(services, clock, ports);
        foreach (var person in office.people.Values)
        {
            await office.The<Arrivals>().PlacedAsync(person.InChat(office.NextId(), new Request.Installed()), CancellationToken.None);
            await office.The<Arrivals>().PlacedAsync(person.InChannel(office.NextId(), new Request.Installed()), CancellationToken.None);
        }
        return office;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>What time does until then, once a day, and everything that it posts.</summary>
    public async Task LetPassAsync(DateTimeOffset until)
    {
        while (clock.GetUtcNow() + TimeSpan.FromDays(1) is var tomorrow && tomorrow < until)
        {
            clock.MoveTo(tomorrow);
            await TickAsync();
        }
        clock.MoveTo(until);
        await TickAsync();
    }

    /// <returns>The number of the request.</returns>
    public async Task<string> SendsAsync(Persona who, string supplier, IReadOnlyDictionary<string, string> answers) =>
        await SubmitsAsync(who, supplier, await FilledAsync(who, await SaysAsync(who, $"new {supplier}"), answers, MostPages));

    /// <summary>Fills in so many pages and leaves it there.</summary>
    public async Task BeginsAsync(Persona who, string supplier, IReadOnlyDictionary<string, string> answers, int pages) =>
        await FilledAsync(who, await SaysAsync(who, $"new {supplier}"), answers, pages);

    /// <summary>Asks for a review of what is approved, with these answers.</summary>
    public async Task<string> ReviewsAsync(Persona who, string caseId, IReadOnlyDictionary<string, string> answers)
    {
        var entry = (await CaseAsync(caseId)).EntryId;
        return await SubmitsAsync(who, entry, await FilledAsync(who, await SaysAsync(who, $"review {entry}"), answers, MostPages));
    }

    public async Task PressesAsync(Persona who, string caseId, string verb, string target, IReadOnlyDictionary<string, string> values)
    {
        var before = await CaseAsync(caseId);
        var stamp = CardStamp.OfCase(caseId, Slot.Receipt, before.ContentVersion);
        var answer = await PressAsync(who, new(verb, target, stamp, values, false));
        if ((await CaseAsync(caseId)).Version == before.Version)
            throw new InvalidOperationException($"{before.Supplier}: “{verb}” of {who.Name} changed nothing. {answer}");
    }

    /// <summary>Says in which section of the contract everything stands that was left open.</summary>
    public async Task CoversAsync(Persona who, string caseId)
    {
        var current = await CaseAsync(caseId);
        var open = current.Clauses!.Where(item => item.State is ClauseState.Open or ClauseState.Requested).Select(item => item.Clause);
        await FillsAsync(
            who,
            caseId,
            Verbs.Cover,
            "",
            new()
            {
                ["cover_which"] = string.Join(',', open),
                ["clause_state"] = "agreed",
                ["clause_document"] = "Master agreement 2026",
                ["clause_section"] = "Security schedule",
            }
        );
    }

    /// <summary>Each document that is asked for and is not there yet.</summary>
    public async Task AddsDocumentsAsync(Persona who, string caseId)
    {
        var current = await CaseAsync(caseId);
        foreach (var kind in current.Assessment.Evidence.Select(evidence => evidence.Id))
        {
            if (current.Evidence.Any(record => record.Kind == kind))
                continue;
            await PressesAsync(
                who,
                caseId,
                Verbs.AddEvidence,
                "sent",
                new Dictionary<string, string>
                {
                    ["evidence_kind"] = kind,
                    ["evidence_link"] = $"https://trust.supplier.example/{kind.ToLowerInvariant()}",
                    ["evidence_covers"] = "yes",
                }
            );
        }
    }

    /// <summary>Each document that nobody has judged.</summary>
    public async Task ChecksDocumentsAsync(Persona who, string caseId)
    {
        foreach (var record in (await CaseAsync(caseId)).Evidence.Where(record => record.Verdict is null))
            await FillsAsync(
                who,
                caseId,
                Verbs.CheckEvidence,
                record.Number.ToString(CultureInfo.InvariantCulture),
                new() { ["verdict"] = "sufficient" }
            );
    }

    /// <summary>Opens a form over a case and sends it filled in.</summary>
    private async Task FillsAsync(Persona who, string caseId, string verb, string target, Dictionary<string, string> values)
    {
        var stamp = CardStamp.OfCase(caseId, Slot.Receipt, (await CaseAsync(caseId)).ContentVersion);
        var form = await PressAsync(who, new(verb, target, stamp, NoValues, false));
        if (form.Buttons.FirstOrDefault(button => button.Verb == verb) is not { } sends)
            throw new InvalidOperationException($"{caseId}: {who.Name} got no form for “{verb}” in the example company. {form}");
        await PressesAsync(who, caseId, verb, sends.Target, values);
    }

    private async Task<string> SubmitsAsync(Persona who, string supplier, View shown) =>
        shown is View.Summary && await PressAsync(who, new(Verbs.Submit, "", shown.Stamp, NoValues, false)) is { Stamp.Case: { } number }
            ? number
            : throw new InvalidOperationException($"{supplier}: the request of the example was not sent. {shown}");

    private async Task<View> FilledAsync(Persona who, View shown, IReadOnlyDictionary<string, string> answers, int pages)
    {
        for (var page = 0; page < pages && shown is View.Page; page++)
            shown = await PressAsync(who, new(Verbs.Answer, "", shown.Stamp, answers, false));
        return shown;
    }

    private Task<View> SaysAsync(Persona who, string text) => GiveAsync(who, RequestReader.Typed(text));

    private Task<View> PressAsync(Persona who, CardPress press) => GiveAsync(who, RequestReader.Pressed(press));

    private async Task<View> GiveAsync(Persona who, Request request)
    {
        clock.MoveTo(clock.GetUtcNow() + TimeSpan.FromSeconds(20));
        var answer = await The<ITurnHandler>().HandleAsync(people[who].InChat(NextId(), request), CancellationToken.None);
        return answer is TurnAnswer.Card { View: var view }
            ? view
            : throw new InvalidOperationException($"{who.Name} got no card in the example company: {answer}");
    }

    private async Task TickAsync()
    {
        await The<CaseTimerService>().TickAsync(CancellationToken.None);
        await The<DraftTimerService>().TickAsync(CancellationToken.None);
        await The<Dispatcher>().SweepAsync(CancellationToken.None);
    }

    private async Task<Case> CaseAsync(string id) => (await The<CaseStore>().FindAsync(id, CancellationToken.None))!.Value;

    private string NextId() => $"demo-{++turns}";

    private T The<T>()
        where T : notnull => services.GetRequiredService<T>();
}
