using System.CommandLine;
using System.Globalization;
using SupplierBot.Chat.Access;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Roles;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>Keys for other programs; beside a running bot, too.</summary>
internal static class ApiKeyCommands
{
    private static readonly string Scopes = string.Join(", ", ApiScopes.All);

    public static Command ApiKey() =>
        new("api-key", "Keys with which other programs ask the bot: what each may see, for how long, and when it was last used.")
        {
            New(),
            List(),
            End(),
        };

    private static Command New()
    {
        var name = new Argument<string>("NAME") { Description = "What it is for, up to 60 characters: \"Jira\"." };
        var scopes = new Option<string>("--scopes")
        {
            Description = $"What it may do, separated by commas: {Scopes}.",
            DefaultValueFactory = _ => ApiScopes.Register,
        };
        var owner = new Option<string>("--owner")
        {
            Description = "Who answers for it, by their id (teams:… or slack:…): what is written with the key is written as theirs.",
            Required = true,
        };
        var days = new Option<int>("--days")
        {
            Description = $"How many days it works, 1 to {ApiKeyStore.MostDays}.",
            DefaultValueFactory = _ => ApiKeyStore.UsualDays,
        };
        var command = new Command("new", "Make a key, and show it: this once.") { name, scopes, owner, days };
        StoredDataCommand.SetAction(
            command,
            StoredDataCommand.Use.Note,
            (parsed, kept, cancellation) =>
                NewAsync(
                    parsed.GetRequiredValue(name).Trim(),
                    ScopesOf(parsed.GetRequiredValue(scopes)),
                    new(parsed.GetRequiredValue(owner).Trim()),
                    parsed.GetValue(days),
                    kept,
                    cancellation
                ),
            parsed => Refusal(parsed.GetRequiredValue(name).Trim(), ScopesOf(parsed.GetRequiredValue(scopes)), parsed.GetValue(days))
        );
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Every key there ever was, the newest first.");
        StoredDataCommand.SetAction(command, StoredDataCommand.Use.Read, (_, kept, cancellation) => ListAsync(kept, cancellation));
        return command;
    }

    private static Command End()
    {
        var id = new Argument<string>("KEY") { Description = "Its first ten characters after sbk_, as the list shows them." };
        var command = new Command("end", "End a key at once. It stays on the list.") { id };
        StoredDataCommand.SetAction(
            command,
            StoredDataCommand.Use.Note,
            async (parsed, kept, cancellation) =>
            {
                var ended =
                    await StoreOf(kept).EndAsync(parsed.GetRequiredValue(id).Trim(), DownloadedFile.Operator().Id, cancellation)
                    ?? throw new CommandFault([$"There is no key {parsed.GetRequiredValue(id)}. `api-key list` shows all of them."]);
                await kept.Output.WriteLineAsync($"{ended.Id} ({ended.Name}) ended {Moment(ended.EndedAt!.Value)}.");
                return 0;
            }
        );
        return command;
    }

    private static async Task<int> NewAsync(
        string name,
        IReadOnlyList<string> scopes,
        PersonId owner,
        int days,
        StoredDataCommand.StoredData kept,
        CancellationToken cancellation
    )
    {
        var row = await kept.Table.GetAsync(Keys.Conversations(kept.Settings.OrganisationId), Keys.Person(owner), cancellation);
        if (row is null || Rows.Read(row, StoredJson.Default.StoredConversation).Person is not { } person)
            throw new CommandFault([
                $"{owner.Value} has never written to the bot, so nobody would answer for the key. `roles` in chat and the register show ids.",
            ]);
        var (key, secret) = await StoreOf(kept).MakeAsync(name, scopes, person, DownloadedFile.Operator().Id, days, cancellation);
        await kept.Output.WriteLineAsync(secret);
        await kept.Output.WriteLineAsync(
            $"This is the only time that it is shown. {key.Name}: {string.Join(", ", key.Scopes)}; {person.Name} answers for it; it works until {Moment(key.Until)}."
        );
        return 0;
    }

    private static async Task<int> ListAsync(StoredDataCommand.StoredData kept, CancellationToken cancellation)
    {
        var keys = await StoreOf(kept).AllAsync(cancellation);
        foreach (var key in keys)
            await kept.Output.WriteLineAsync(
                $"{key.Id}  {key.Name}  {string.Join(",", key.Scopes)}  {key.Owner.Name}  {State(key)}  {(key.UsedAt is { } used ? $"used {Moment(used)}" : "never used")}"
            );
        if (keys.Count == 0)
            await kept.Output.WriteLineAsync("There are none. `api-key new` makes one.");
        return 0;
    }

    private static string State(ApiKey key) =>
        key.EndedAt is { } ended ? $"ended {Moment(ended)}"
        : key.WorksAt(TimeProvider.System.GetUtcNow()) ? $"until {Moment(key.Until)}"
        : $"over since {Moment(key.Until)}";

    private static string? Refusal(string name, IReadOnlyList<string> scopes, int days) =>
        name.Length is 0 or > ApiKeyStore.LongestName ? $"A key needs a name of 1 to {ApiKeyStore.LongestName} characters."
        : scopes.Count == 0 || scopes.Except(ApiScopes.All).Any()
            ? $"“{string.Join(",", scopes.Except(ApiScopes.All))}” is no scope. There are: {Scopes}."
        : days is < 1 or > ApiKeyStore.MostDays ? $"A key works 1 to {ApiKeyStore.MostDays} days; {days} is neither."
        : null;

    private static string[] ScopesOf(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private static ApiKeyStore StoreOf(StoredDataCommand.StoredData kept) =>
        new(kept.Table, new ExportLogStore(kept.Table, kept.Settings), kept.Settings, TimeProvider.System);

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
