using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>Two people who look at one case at about the same time and often want the opposite.</summary>
internal sealed class Approvers(SimulationRun simulation, int number)
{
    private readonly SimulationScheduler world = simulation.World;
    private readonly Person requester = SimulatedCompany.Rita(number);

    private Case? Case => simulation.Slips.KnownOf(requester);

    public async Task DecideAsync(Person approver)
    {
        while (Case is null)
            await world.AfterAsync(world.Between(1, 5));
        await world.AfterAsync(simulation.BeforeLooking());
        if (world.Happens(0.2))
            await AskAsync(approver);
        var yes = world.Happens(0.6);
        while (!Slips.IsOver(Case, world.Now))
        {
            if (Case is { IsOpen: true } open && open.Approvals.All(approval => approval.By.Id != approver.Id))
                await PressAsync(approver, yes, open);
            await world.AfterAsync(simulation.Between(1, 15));
        }
    }

    private async Task AskAsync(Person approver)
    {
        if (Case is not { IsOpen: true } open)
            return;
        var words = $"Question of {approver.FirstName} about {number}?";
        var answer = await PressAsync(approver, open, "ask", new Dictionary<string, string> { ["question"] = words });
        if (ShownAnswer.Says(answer, "ask.sent", ("requester", requester.Name)))
            simulation.Promises.Add(new Confirmation.Asked(open.Id, words));
    }

    private async Task PressAsync(Person approver, bool yes, Case open)
    {
        Dictionary<string, string> values = yes
            ? new()
            {
                ["terms"] = "covered",
                ["terms_ref"] = "Terms v7",
                ["comment"] = simulation.Slips.InWords("We can leave it in days."),
            }
            : new() { ["comment"] = simulation.Slips.InWords("Not with these terms, sorry.") };
        var presses = Enumerable
            .Range(0, world.Happens(0.3) ? 2 : 1)
            .Select(_ => PressAsync(approver, open, yes ? "approve" : "reject", values));
        var answers = await Task.WhenAll(presses);
        foreach (var answer in answers)
            Heard(answer, approver, yes, open);
        await simulation.Slips.UndoAsync(approver, SimulatedCompany.Place, answers);
    }

    private void Heard(TurnAnswer? answer, Person approver, bool yes, Case open)
    {
        var done = ShownAnswer.Says(answer, "decided.done", ("requester", requester.Name));
        if (done)
            simulation.Promises.Add(new Confirmation.Decided(open.Id, approver.Id, yes ? CaseStatus.Approved : CaseStatus.Rejected));
        else if (yes && answer is not null && ShownAnswer.Text(answer).Contains("Your approval is recorded.", StringComparison.Ordinal))
            simulation.Promises.Add(new Confirmation.SaidYes(open.Id, approver.Id));
    }

    private Task<TurnAnswer?> PressAsync(Person approver, Case open, string verb, IReadOnlyDictionary<string, string> values) =>
        simulation.SendAsync(
            simulation.Personal(
                approver,
                RequestReader.Pressed(verb, "sent", CardStamp.OfCase(open.Id, "review-security", open.ContentVersion), values, false)
            ) with
            {
                Conversation = SimulatedCompany.Place,
            }
        );
}
