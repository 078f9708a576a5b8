using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>
/// Fills in one request, sends it, answers what is asked, sometimes takes it back. Who gets no answer presses again, as people do.
/// </summary>
internal sealed class Requester(SimulationRun simulation, int number)
{
    private readonly SimulationScheduler world = simulation.World;
    private readonly Person person = SimulatedCompany.Rita(number);
    private readonly string supplier = $"Acme {number}";
    private readonly bool takesBack = simulation.World.Happens(0.15);
    private readonly bool silent = simulation.Slow && simulation.World.Happens(0.4);
    private readonly IReadOnlyDictionary<string, string> answers = simulation.World.Happens(0.3)
        ? SampleAnswers.LargeApp($"Acme {number}")
        : SampleAnswers.NotesApp($"Acme {number}");

    private Case? Case => simulation.Records.CaseOf(person.Id);

    public async Task AskAsync()
    {
        await world.AfterAsync(world.Between(0, 30));
        while (!Slips.IsOver(Case, world.Now))
        {
            // Also where it was sent, and that was undone.
            if (Case is null)
            {
                await GoOnAsync();
                await world.AfterAsync(world.Between(0, 3));
                continue;
            }
            await world.AfterAsync(simulation.Between(1, 20));
            if (Case is not { IsOpen: true } open)
                continue;
            if (open.InformationRequests.FirstOrDefault(informationRequest => informationRequest.Waiting) is { } informationRequest)
                await (silent ? Task.CompletedTask : ReplyAsync(open, informationRequest));
            else if (takesBack && world.Happens(0.1))
                await WithdrawAsync(open);
        }
    }

    private Task GoOnAsync() =>
        simulation.Records.Draft(person.Id) switch
        {
            null when simulation.Undo && simulation.Slips.ComesBack(person) => Task.CompletedTask,
            null => simulation.SendAsync(simulation.Personal(person, RequestReader.Typed($"new {supplier}"))),
            { Draft: var draft, MessageId: var message }
                when Interview.Replay(SimulatedCompany.Policy, draft.Answers, DateOnly.FromDateTime(world.Now.UtcDateTime))
                    is InterviewState.Asking asking => PressAsync(
                "answer",
                "",
                CardStamp.OfDraft(draft.Id, asking.Page.Id, draft.Revision),
                answers,
                message
            ),
            { Draft: var draft, MessageId: var message } => SubmitAsync(CardStamp.OfDraft(draft.Id, "summary", draft.Revision), message),
        };

    private async Task SubmitAsync(CardStamp summary, string? message)
    {
        var presses = Enumerable
            .Range(0, world.Happens(0.5) ? 2 : 1)
            .Select(_ => PressAsync("submit", "", summary, new Dictionary<string, string>(), message));
        var all = await Task.WhenAll(presses);
        foreach (var answer in all)
        {
            if (ShownAnswer.Says(answer, "receipt.title", ("firstName", person.FirstName)))
                simulation.Promises.Add(new Confirmation.Sent(person.Id, supplier, ShownAnswer.CaseIn(answer!)));
        }
        await simulation.Slips.UndoAsync(person, SimulatedCompany.Personal(person), all);
    }

    private async Task ReplyAsync(Case open, InformationRequest informationRequest)
    {
        var words = $"Answer {number} to question {informationRequest.Number}.";
        var stamp = CardStamp.OfCase(open.Id, Slot.Receipt, open.ContentVersion);
        var answer = await PressAsync(
            "reply",
            informationRequest.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            stamp,
            new Dictionary<string, string> { ["answer_text"] = words },
            null
        );
        if (
            answer is not null
            && !ShownAnswer.Says(answer, "reply.nothing_asked")
            && ShownAnswer.Text(answer).Contains(words, StringComparison.Ordinal)
        )
            simulation.Promises.Add(new Confirmation.Replied(open.Id, words));
    }

    private async Task WithdrawAsync(Case open)
    {
        var stamp = CardStamp.OfCase(open.Id, Slot.Receipt, open.ContentVersion);
        var presses = Enumerable
            .Range(0, world.Happens(0.5) ? 2 : 1)
            .Select(_ => PressAsync("withdraw", "yes", stamp, new Dictionary<string, string>(), null));
        foreach (var answer in await Task.WhenAll(presses))
        {
            if (
                answer is not null
                && ShownAnswer.Text(answer).Contains(SimulatedCompany.Wording["words.status.Withdrawn"], StringComparison.Ordinal)
            )
                simulation.Promises.Add(new Confirmation.Decided(open.Id, person.Id, CaseStatus.Withdrawn));
        }
    }

    private Task<TurnAnswer?> PressAsync(
        string verb,
        string target,
        CardStamp stamp,
        IReadOnlyDictionary<string, string> values,
        string? message
    ) => simulation.SendAsync(simulation.Personal(person, RequestReader.Pressed(verb, target, stamp, values, false), message));
}
