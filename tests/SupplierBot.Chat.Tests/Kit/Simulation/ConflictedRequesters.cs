using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>
/// Requesters who would have a friend decide: one is an admin and gives the friend the role, one holds the role and has the friend stand
/// in.
/// </summary>
internal sealed class ConflictedRequesters(SimulationRun simulation)
{
    /// <summary>Numbers of the requesters.</summary>
    public const int Admin = 1;
    public const int Holder = 2;

    private readonly SimulationScheduler world = simulation.World;

    public async Task AskAsync(int number)
    {
        if (number is not (Admin or Holder))
            return;
        var (requester, friend) = (SimulatedCompany.Rita(number), SimulatedCompany.Friend(number));
        if (world.Happens(0.5))
            await SentAsync(requester);
        if (number == Holder)
            await UntilAsync(
                () => SayAsync(SimulatedCompany.Carla, $"roles add security {requester.Name}"),
                () => Book().Given.Any(given => given.Person.Id == requester.Id)
            );
        if (number == Holder)
            await UntilAsync(
                () => SayAsync(requester, $"delegate to {friend.Name} until 2027-06-30"),
                () => Book().Away.Any(away => away.Delegate?.Id == friend.Id)
            );
        else
            await UntilAsync(
                () => SayAsync(requester, $"roles add security {friend.Name}"),
                () => Book().Given.Any(given => given.Person.Id == friend.Id)
            );
        await SentAsync(requester);
        while (!Slips.IsOver(simulation.Slips.KnownOf(requester), world.Now))
        {
            if (simulation.Slips.KnownOf(requester) is { IsOpen: true } open)
                await PressAsync(friend, open, world.Happens(0.5) ? "approve" : "reject");
            await world.AfterAsync(simulation.Between(1, 20));
        }
    }

    private async Task SentAsync(Person requester)
    {
        while (simulation.Slips.KnownOf(requester) is null)
            await world.AfterAsync(world.Between(1, 5));
    }

    private async Task UntilAsync(Func<Task> act, Func<bool> done)
    {
        while (!done())
        {
            await act();
            await world.AfterAsync(world.Between(1, 10));
        }
    }

    private RoleAssignments Book() =>
        simulation.Records.Get(Keys.Roles) is { } row ? Rows.Read(row, StoredJson.Default.RoleAssignments) : RoleAssignments.Empty;

    private Task SayAsync(Person person, string text) => simulation.SendAsync(simulation.Personal(person, RequestReader.Typed(text)));

    private Task PressAsync(Person friend, Case open, string verb) =>
        simulation.SendAsync(
            simulation.Personal(
                friend,
                RequestReader.Pressed(
                    verb,
                    "sent",
                    CardStamp.OfCase(open.Id, "review-security", open.ContentVersion),
                    new Dictionary<string, string>
                    {
                        ["terms"] = "covered",
                        ["terms_ref"] = "Terms v7",
                        ["comment"] = "Not with these terms, sorry.",
                    },
                    false
                )
            )
        );
}
