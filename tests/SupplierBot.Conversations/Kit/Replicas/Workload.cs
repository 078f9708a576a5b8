using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Kit.Replicas;

/// <summary>
/// People who ask for suppliers, and two approvers who press opposite buttons at the same moment; whatever was not answered is sent or
/// pressed again.
/// </summary>
internal sealed class Workload(ReplicaCompany company)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Func<string, Supplier>[] Kinds = [Supplier.NotesApp, Supplier.Caterer];

    private int last;

    public ConcurrentBag<DecidedRequest> Decided { get; } = [];

    /// <summary>When a card was answered, and when words were: seconds since some moment of the past.</summary>
    public ConcurrentQueue<(long At, Answer Answer)> Answers { get; } = [];

    /// <summary>Connections that broke before an answer.</summary>
    public int Broken;

    /// <summary>Each makes one request after another; what was begun is finished after the time is over, too.</summary>
    public Task RunAsync(int people, CancellationToken until) =>
        Task.WhenAll(
            Enumerable
                .Range(0, people)
                .Select(async _ =>
                {
                    while (!until.IsCancellationRequested)
                        await OneAsync();
                })
        );

    private async Task OneAsync()
    {
        var number = Interlocked.Increment(ref last);
        var request = new EmployeeRequest(company.Employee($"person-{number}"), Kinds[number % Kinds.Length]($"Vendor {number} Ltd"));
        for (var started = Stopwatch.GetTimestamp(); !request.Begun; await BeginAsync(request))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException(
                    $"{request.Employee.Conversation}: never begun; newest: {(request.Employee.Messages is [.., var newest] ? newest.Activity.ToJsonString() : "nothing")}"
                );
        }
        while (request.CaseId is null)
            request.Sees(await PressAsync(request.Employee, request.Next));
        var done = await Task.WhenAll(
            DecideAsync(
                company.Sam,
                request.CaseId,
                "approve",
                new()
                {
                    ["terms"] = "agreed",
                    ["terms_ref"] = "MSA v3",
                    ["comment"] = "We can leave it in days.",
                }
            ),
            DecideAsync(
                company.Priya,
                request.CaseId,
                "reject",
                new() { ["target"] = "sent", ["comment"] = "Not with these terms, sorry." }
            )
        );
        Decided.Add(new(request, done[0], done[1]));
    }

    private async Task BeginAsync(EmployeeRequest request)
    {
        await GiveAsync(request.Employee, request.Next());
        if (request.Employee.Messages is not [.., { Card: { } card, Id: var message }])
            return;
        if (card.Has("answer"))
            request.Begins();
        if (!card.Has("open"))
            return;
        // It was saved the time before, when nobody could say so: now the bot asks whether to go on.
        var page = await PressAsync(request.Employee, () => request.Employee.Press(card, "open", replyTo: message));
        request.Begins();
        request.Sees(page);
    }

    /// <summary>Opens the deciding view and presses; the platform delivers the press twice at once.</summary>
    /// <returns>Whether the person read that it was done.</returns>
    private async Task<bool> DecideAsync(Employee approver, string caseId, string verb, JsonObject filled)
    {
        var stamp = new JsonObject
        {
            ["case"] = caseId,
            ["slot"] = "review-security",
            ["version"] = 1,
        };
        var view = await PressAsync(approver, () => approver.Execute("review", new JsonObject { ["_"] = stamp.DeepClone() }));
        if (!view.Card!.Has("approve"))
            return false;
        filled["_"] = view.Card.Button("approve").Action["data"]!["_"]!.DeepClone();
        var both = await Task.WhenAll(PressAsync(approver, Press), PressAsync(approver, Press));
        return both.Any(answer => answer.Card!.Contains("Done."));
        JsonObject Press() => approver.Execute(verb, filled.DeepClone());
    }

    /// <summary>Pressed until a card comes back: words alone say that it was not saved, or that nobody knows.</summary>
    private async Task<Answer> PressAsync(Employee person, Func<JsonObject> press)
    {
        for (var started = Stopwatch.GetTimestamp(); ; )
        {
            var answer = await GiveAsync(person, press());
            if (answer.Card is not null)
                return answer;
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException($"{person.Conversation}: {answer.Body}");
            await Task.Delay(100);
        }
    }

    /// <summary>The same activity until it is taken, as the platform sends it.</summary>
    private async Task<Answer> GiveAsync(Employee person, JsonObject activity)
    {
        for (var started = Stopwatch.GetTimestamp(); ; )
        {
            if (await person.TriesAsync(activity) is not { } answer)
                Interlocked.Increment(ref Broken);
            else
            {
                Answers.Enqueue((Stopwatch.GetTimestamp(), answer));
                if (answer.Good)
                    return answer;
            }
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException($"{person.Conversation}: never taken");
            await Task.Delay(100);
        }
    }
}

/// <param name="ByApproval">Sam read that it was done.</param>
/// <param name="ByRejection">Priya read that it was done.</param>
internal sealed record DecidedRequest(EmployeeRequest Request, bool ByApproval, bool ByRejection);
