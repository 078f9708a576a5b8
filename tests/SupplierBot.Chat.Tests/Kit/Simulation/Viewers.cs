using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>
/// People who look at cards, also at copies the bot does not know of: their clients ask for the newest card by themselves.
/// </summary>
internal sealed class Viewers(SimulationRun simulation)
{
    private readonly SimulationScheduler world = simulation.World;

    public async Task LookNowAndThenAsync()
    {
        while (simulation.Faults.On)
        {
            await world.AfterAsync(simulation.Between(2, 30));
            var messages = simulation.Platform.Messages;
            if (messages.Count > 0)
                await LookAsync(messages[world.Chance.Next(messages.Count)]);
        }
    }

    public async Task LookAtEverythingAsync()
    {
        foreach (var message in simulation.Platform.Messages.ToList())
            await LookAsync(message);
    }

    private async Task LookAsync(SimulatedMessage message)
    {
        if (message.Deleted || message.Button() is not { } button)
            return;
        simulation.Faults.Tally.Views++;
        var viewer = message.Conversation.UserId is { } user ? new Person(new(user), "") : SimulatedCompany.Sam;
        var look = RequestReader.Pressed(button.Verb, "", button.Stamp, new Dictionary<string, string>(), true);
        var answer = await simulation.SendAsync(simulation.Personal(viewer, look, message.Id) with { Conversation = message.Conversation });
        message.Viewed |= answer is not null;
    }
}
