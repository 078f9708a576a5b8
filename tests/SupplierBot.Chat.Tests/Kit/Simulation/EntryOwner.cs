using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>
/// Notes what happens while a supplier is in use, each time in words of its own, so that each can be counted. Clicks twice now and then,
/// which is one form and two deliveries, and presses again where no answer comes.
/// </summary>
internal sealed class EntryOwner(SimulationRun simulation, int number)
{
    private const int Most = 4;

    private readonly SimulationScheduler world = simulation.World;
    private readonly Person person = SimulatedCompany.Rita(number);

    private Case? Case => simulation.Records.CaseOf(person.Id);

    public async Task NoteAsync()
    {
        while (!Slips.IsOver(Case, world.Now))
            await world.AfterAsync(simulation.Between(1, 20));
        for (var notes = 0; notes < Most && Case is { IsApproved: true } used; notes++)
        {
            await world.AfterAsync(simulation.Between(1, 30));
            var verb = new[] { "incident", "report", "checked" }[world.Chance.Next(3)];
            var words = $"Note {notes} of {person.Name}: {verb}.";
            simulation.Faults.Tally.Notes++;
            var form = $"form-{number}-{notes}";
            for (var tries = 0; tries < 5 && !await PressAsync(used, verb, words, form); tries++)
                await world.AfterAsync(world.Between(1, 5));
        }
    }

    /// <returns>False where no answer came.</returns>
    private async Task<bool> PressAsync(Case used, string verb, string words, string form)
    {
        var stamp = CardStamp.OfCase(used.Id, Slot.Receipt, used.ContentVersion) with { Page = form };
        var press = RequestReader.Pressed(verb, "sent", stamp, new Dictionary<string, string> { ["note_text"] = words }, false);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, world.Happens(0.3) ? 2 : 1).Select(_ => simulation.SendAsync(simulation.Personal(person, press)))
        );
        var noted = answers.Any(answer => ShownAnswer.Says(answer, "note.thanks"));
        if (noted)
            simulation.Promises.Add(new Confirmation.Noted(used.Id, words));
        return noted || answers.All(answer => answer is not null);
    }
}
