using SupplierBot.BotFramework.Cards;
using SupplierBot.BotFramework.Hosting;
using SupplierBot.BotFramework.Teams;
using SupplierBot.Chat;
using SupplierBot.Chat.Backup;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register.Catalogue;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Outgoing;
using SupplierBot.Web.Local;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Hosting;

/// <summary>
/// Policy, wording, cards, storage and channels become one bot; what is wrong with any of them is reported before anything starts.
/// </summary>
internal static class BotSetup
{
    public static IReadOnlyList<ConfigurationFault> AddBot(this WebApplicationBuilder builder, Settings settings)
    {
        // Both are work for the processor, and a start waits for both.
        var reading = Task.Run(() => PolicyOf(settings));
        var cards = CardSetup.Read(settings.CardsPath, ChannelsOf(settings));
        var (policyText, policy, policyFaults) = reading.GetAwaiter().GetResult();
        var roleFaults = policy is null ? [] : RoleFaults.Of(builder.Configuration, KnownRoles.Of(policy));
        var (products, productFaults) = policy is null ? ([], []) : ProductsOf(settings, policy);
        // A role may be one of a policy that was published: then the storage knows it, which is asked later.
        if (policy is null || cards.Faults.Count + productFaults.Count > 0)
            return [.. policyFaults, .. productFaults, .. roleFaults, .. cards.Faults];
        builder
            .Services.AddStorage(settings)
            .AddSingleton(DefaultCatalogue.With(products))
            .AddChat(ChatSettingsOf(LocalMode.WithRolesOf(policy, settings)), policy, cards.Wording!)
            .AddSingleton(new PolicyText(policyText))
            .AddSingleton<IExportWriter, ExportWriter>()
            .AddSingleton<ISheetReader, SheetFiles>();
        if (settings.Slack is { } slack)
        {
            slack.In.Zone = settings.Organisation.Zone;
            builder.Services.AddSlack(slack.In, slack.Out, cards.Slack!);
        }
        if (cards.Teams is { } teams)
            builder.Services.AddTeams(settings, teams);
        return [];
    }

    private static void AddTeams(this IServiceCollection services, Settings settings, TeamsCards cards) =>
        services.AddBotFramework(
            new BotFrameworkOptions
            {
                Tenants = [.. settings.Teams?.Tenants ?? [Personas.TenantId]],
                Zone = settings.Organisation.Zone,
                ServiceUrls =
                [
                    .. settings.Teams?.ServiceUrls ?? LocalSetup.ConnectorsOf(settings).Select(connector => connector.AbsoluteUri),
                ],
            },
            cards,
            settings.Teams?.SignIn
        );

    /// <summary>Local mode speaks the protocol of Teams, too.</summary>
    private static bool HasTeams(Settings settings) => settings.Teams is not null || !settings.SignsIn;

    internal static IReadOnlyList<string> ChannelsOf(Settings settings) =>
        [
            .. HasTeams(settings) ? [TeamsChannel.Key] : Array.Empty<string>(),
            .. settings.Slack is null ? Array.Empty<string>() : [SlackChannel.Key],
        ];

    /// <summary>
    /// Before the first turn: what was published is in force, else the policy of the settings, which is stored. Empty, or why the bot must
    /// not start.
    /// </summary>
    public static async Task<IReadOnlyList<ConfigurationFault>> PlacePolicyAsync(this WebApplication app, Settings settings)
    {
        if (await app.Services.GetRequiredService<ImportState>().UnfinishedAsync(CancellationToken.None) is { } unfinished)
            return [new("Storage:Kind", settings.Storage.Kind.ToString(), unfinished, "Until then part of the organisation is missing.")];
        await app.Services.GetRequiredService<IndexMigration>().MakeAsync(CancellationToken.None);
        var policies = app.Services.GetRequiredService<PolicyStore>();
        var log = (await app.Services.GetRequiredService<PublishStore>().FindAsync(CancellationToken.None))?.Value;
        await policies.FollowAsync(log, CancellationToken.None);
        var text = app.Services.GetRequiredService<PolicyText>().Value;
        if (log?.InForce is null && await policies.PlaceAsync(text, CancellationToken.None) is { } refusal)
            return
            [
                new(
                    "Policy:Path",
                    settings.PolicyPath ?? "shipped policy",
                    refusal,
                    "Old cases must be explained by the text they were decided under."
                ),
            ];
        return RoleFaults.Of(app.Configuration, policies.InForce.Roles, KnownRoles.Of(policies.InForce.Floor));
    }

    private static (string Text, Policy? Policy, IReadOnlyList<ConfigurationFault> Faults) PolicyOf(Settings settings)
    {
        var place = settings.PolicyPath ?? "shipped policy";
        var read = settings.PolicyPath is { } path ? TextFile.Read(path) : new(DefaultPolicy.Text());
        if (read.Value is not { } text)
            return ("", null, [new("Policy:Path", place, read.Problem!, read.Remedy!)]);
        // What ships was read as a whole before it shipped; a company's own is, at each start.
        return (settings.PolicyPath is null ? PolicyReader.ReadAccepted(text) : PolicyReader.Read(text)) switch
        {
            PolicyReading.Accepted accepted => (text, accepted.Policy, []),
            PolicyReading.Faulty faulty => (
                text,
                null,
                [.. faulty.Faults.Select(fault => new ConfigurationFault("Policy:Path", place, fault.ToString(), ""))]
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>A company's own; what ships is checked before it ships.</summary>
    private static (IReadOnlyList<Product> Products, IReadOnlyList<ConfigurationFault> Faults) ProductsOf(Settings settings, Policy policy)
    {
        if (settings.NamesFile is not { } path)
            return ([], []);
        var file = TextFile.Read(path);
        if (file.Value is not { } text)
            return ([], [new("Names:File", path, file.Problem!, file.Remedy!)]);
        var (products, faults) = ProductCatalogueReader.Read(text, [.. policy.Types.Select(type => type.Id)]);
        return (products, [.. faults.Select(fault => new ConfigurationFault("Names:File", path, fault.ToString(), ""))]);
    }

    internal static ChatSettings ChatSettingsOf(Settings settings) =>
        new(
            settings.Organisation.Id,
            settings.Organisation.Name,
            new(settings.Organisation.Zone, settings.Organisation.WorkingDays, settings.Organisation.Holidays, settings.Organisation.Hours),
            new(settings.Roles.ToDictionary(role => role.Key, role => role.Value.People, StringComparer.Ordinal), settings.Admins)
            {
                Deputies = settings
                    .Roles.Where(role => role.Value.Deputies.Count > 0)
                    .ToDictionary(role => role.Key, role => role.Value.Deputies, StringComparer.Ordinal),
            },
            settings.Roles.ToDictionary(role => role.Key, role => role.Value.Places, StringComparer.Ordinal)
        )
        {
            Alone = settings.Storage.Kind == StorageKind.Sqlite,
            ClientsStartEmpty = settings.Local.Playground,
            Retention = settings.Retention,
            FairUse = settings.FairUse,
            UndoFor = settings.UndoFor,
            JoinsAccounts = settings.JoinsAccounts,
            Platforms = ChannelsOf(settings).Count,
            Known = settings.Slack is { } slack ? target => KnownAddresses.Of(target, slack.In) : _ => null,
            PublicUrl = settings.PublicUrl,
            ReviewsADay = settings.ReviewsADay,
            Digest = new(settings.Digest.Schedule, settings.Digest.WhenEmpty == WhenEmpty.OneLine),
        };
}

internal sealed record PolicyText(string Value);
