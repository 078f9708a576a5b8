using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Web.Options;

/// <summary>Everything that can be configured, checked.</summary>
/// <param name="PolicyPath">Absolute; null for the policy that comes with the product.</param>
/// <param name="PublicUrl">Where people's browsers reach the bot, with a slash at its end; null where nothing can be downloaded.</param>
/// <param name="CardsPath">Absolute folder of the card templates and the wording.</param>
internal sealed record Settings(
    OrganisationOptions Organisation,
    StorageOptions Storage,
    string? PolicyPath,
    string? NamesFile,
    string CardsPath,
    IReadOnlyDictionary<string, RoleOptions> Roles,
    IReadOnlyList<Person> Admins,
    DigestOptions Digest,
    RetentionPeriods Retention,
    FairUse FairUse,
    TimeSpan UndoFor,
    TeamsOptions? Teams,
    SlackSettings? Slack,
    Uri? PublicUrl,
    LocalOptions Local
)
{
    /// <summary>A channel with sign-in is configured: nothing of local mode applies.</summary>
    /// <summary>Reviews that a higher tier under another policy makes due on one working day.</summary>
    public required int ReviewsADay { get; init; }

    public bool SignsIn => Teams is not null || Slack is not null;

    /// <summary>On two platforms one person has two accounts, so that four eyes need them joined unless somebody says otherwise.</summary>
    public bool JoinsAccounts => Organisation.JoinAccounts ?? IsOnBoth;

    /// <summary>
    /// Both channels, and somebody said that accounts are not joined: one person can decide with one account what they asked for with the
    /// other.
    /// </summary>
    public bool LetsAccountsDecideForEachOther => IsOnBoth && !JoinsAccounts;

    private bool IsOnBoth => Teams is not null && Slack is not null;

    public static (Settings Settings, IReadOnlyList<ConfigurationFault> Faults) Read(IConfiguration configuration, string home)
    {
        var reader = new SettingsReader(configuration, home);
        var organisation = OrganisationOptions.Read(reader);
        var (teams, slack) = (TeamsOptions.Read(reader), SlackSettings.Read(reader));
        var settings = new Settings(
            organisation,
            StorageOptions.Read(reader),
            ExistingFile(reader, "Policy:Path"),
            ExistingFile(reader, "Names:File"),
            ExistingFolder(reader, "Cards:Path") ?? Path.Combine(AppContext.BaseDirectory, "cards"),
            RoleOptions.ReadAll(reader),
            RoleOptions.ReadPeople(reader, "Admins"),
            DigestOptions.Read(reader, organisation),
            RetentionOptions.Read(reader),
            FairUseOptions.Read(reader),
            DecisionOptions.ReadUndo(reader, signsIn: teams is not null || slack is not null),
            teams,
            slack,
            DownloadOptions.Read(reader),
            LocalOptions.Read(reader)
        )
        {
            ReviewsADay = PolicyOptions.ReadReviews(reader),
        };
        settings.Slack?.Check(reader, [.. settings.Roles.Values.SelectMany(role => role.People.Concat(role.Deputies)), .. settings.Admins]);
        return (settings, [.. KnownKeys.Unknown(configuration), .. Placeholders.Left(configuration), .. reader.Faults]);
    }

    private static string? ExistingFile(SettingsReader reader, string key)
    {
        var path = reader.Path(key);
        if (path is not null && Directory.Exists(path))
            reader.Fault(key, $"`{path}` is a folder.", "Name the file in it.");
        else if (path is not null && !File.Exists(path))
            reader.Fault(
                key,
                $"there is no file `{path}`.",
                "Correct the path; a relative one starts from the folder of appsettings.json."
            );
        return path;
    }

    private static string? ExistingFolder(SettingsReader reader, string key)
    {
        var path = reader.Path(key);
        if (path is not null && !Directory.Exists(path))
            reader.Fault(
                key,
                $"there is no folder `{path}`.",
                "Correct the path; a relative one starts from the folder of appsettings.json."
            );
        return path;
    }
}
