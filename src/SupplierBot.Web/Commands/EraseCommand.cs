using System.CommandLine;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>Somebody left, and has a right to be forgotten: their name goes, and what they decided stays proved.</summary>
internal static class EraseCommand
{
    /// <summary>Exit code where something is left to be looked at by hand.</summary>
    private const int SomethingLeft = 1;
    private const int MostNamed = 20;

    public static Command Erase()
    {
        var id = new Argument<string>("PERSON") { Description = "Their id, as the register and the roles show it: teams:… or slack:…." };
        var sure = new Option<bool>("--yes") { Description = "Do it; without this, it is only counted what would be done." };
        var command = new Command(
            "erase",
            "Take the name of a person out of everything that is kept. Their id stays in the audit events, and every chain stays whole. Stop the bot first. Exit code 0: done, 1: texts are left to look at, 2: nothing was done."
        )
        {
            id,
            sure,
        };
        StoredDataCommand.SetAction(
            command,
            StoredDataCommand.Use.Change,
            (parsed, kept, cancellation) =>
                RunAsync(new PersonId(parsed.GetRequiredValue(id).Trim()), parsed.GetValue(sure), kept, cancellation),
            // A name would be found in no row, and "0 rows" would read as if they were gone.
            parsed =>
                parsed.GetRequiredValue(id).Trim().IndexOf(':', StringComparison.Ordinal) > 0
                    ? null
                    : $"“{parsed.GetRequiredValue(id)}” is a name and no id. Ids are like teams:… or slack:…; `roles` and the register show them."
        );
        return command;
    }

    private static async Task<int> RunAsync(PersonId person, bool sure, StoredDataCommand.StoredData kept, CancellationToken cancellation)
    {
        if (await PartsAsync(person, kept, cancellation) is { Count: > 0 } parts)
            throw new CommandFault(parts);
        var erased = await new PersonErasure(kept.Table, kept.Settings).EraseAsync(person, sure, cancellation);
        foreach (var words in erased.Left)
            await kept.Output.WriteLineAsync(words);
        await kept.Output.WriteLineAsync(
            $"{(sure ? "Erased" : "Would be erased")}: the name in {erased.Rows:N0} rows, and {erased.Deleted:N0} rows about them. Texts to look at: {erased.Left.Count:N0}"
        );
        if (!sure)
            await kept.Output.WriteLineAsync("Nothing was changed. Repeat it with --yes.");
        return erased.Left.Count == 0 ? 0 : SomethingLeft;
    }

    /// <summary>What the company still needs them for.</summary>
    private static async Task<IReadOnlyList<string>> PartsAsync(
        PersonId person,
        StoredDataCommand.StoredData kept,
        CancellationToken cancellation
    )
    {
        var policies = await StoredPolicies.OpenAsync(kept, cancellation);
        var register = new RegisterReader(kept.Table, new(kept.Table, kept.Settings), policies, kept.Settings);
        var owned = await register.OfAsync(owner => owner.Id == person, cancellation);
        var used = owned.Where(entry => entry.Status == EntryStatus.Legacy || entry.Status.IsApproved()).Select(entry => entry.Id).ToList();
        var today = kept.Settings.Calendar.Today(TimeProvider.System.GetUtcNow());
        var source = StoredPolicies.SourceOf(kept, policies);
        var roles = await source.RolesAsync(today, cancellation);
        var held = roles.Holders.Where(holders => holders.Value.Any(one => one.Id == person)).Select(holders => holders.Key).ToList();
        var faults = new List<string>();
        if (used.Count > 0)
            faults.Add(
                $"{person.Value} owns {string.Join(", ", used.Take(MostNamed))}{(used.Count > MostNamed ? $" and {used.Count - MostNamed:N0} more" : "")}. Hand them over first: “hand over everything of {person.Value} to …” in chat."
            );
        if (held.Count > 0)
            faults.Add(
                $"{person.Value} decides as {string.Join(", ", held)}. Take the roles away first: “roles remove …” in chat, or the configuration."
            );
        if (roles.Admins.Any(admin => admin.Id == person))
            faults.Add($"{person.Value} is an admin. Remove them from Admins in the configuration first.");
        return faults;
    }
}
