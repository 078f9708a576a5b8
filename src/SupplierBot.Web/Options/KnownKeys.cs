using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Web.Options;

/// <summary>
/// Every setting there is. <c>#</c> stands for a position in a list, <c>*</c> for a role. <c>appsettings.sample.json</c> shows each of
/// them; a test holds the two together.
/// </summary>
internal static class KnownKeys
{
    public static readonly IReadOnlyList<string> All =
    [
        "Organisation:Id",
        "Organisation:Name",
        "Organisation:TimeZone",
        "Organisation:WorkingDays:#",
        "Organisation:WorkingHours",
        "Organisation:Holidays:#",
        "Organisation:JoinAccounts",
        "Storage:Kind",
        "Storage:Sqlite:Path",
        "Storage:ConnectionString",
        "Storage:AccountUrl",
        "Storage:ClientId",
        "Storage:Table",
        "Policy:Path",
        "Policy:ReviewsPerDay",
        "Names:File",
        "Cards:Path",
        "Roles:*:People:#:Id",
        "Roles:*:People:#:Name",
        "Roles:*:Places:#",
        "Roles:*:Deputies:#:Id",
        "Roles:*:Deputies:#:Name",
        "Admins:#:Id",
        "Admins:#:Name",
        "Digest:Schedule",
        "Digest:TimeZone",
        "Digest:WhenEmpty",
        "Retention:Drafts",
        "Retention:Markers",
        "Decisions:UndoSeconds",
        "FairUse:RequestsPerHour",
        "FairUse:OpenRequests",
        "Downloads:Url",
        "Teams:AppId",
        "Teams:TenantId",
        "Teams:Tenants:#",
        "Teams:ManagedIdentity",
        "Teams:Certificate:Path",
        "Teams:Certificate:Password",
        "Teams:ClientSecret",
        "Teams:Cloud",
        "Teams:Authorities:Issuer",
        "Teams:Authorities:Metadata",
        "Teams:Authorities:Login",
        "Teams:Authorities:Scope",
        "Teams:ServiceUrls:#",
        "Slack:TeamId",
        "Slack:BotToken",
        "Slack:SigningSecret",
        "Slack:SigningSecretPrevious:#",
        "Slack:Groups:*",
        "Slack:ApiUrl",
        "Local:Playground",
        "Local:Ports",
        "Local:Ports:#",
        "Local:AllowedServiceUrls:#",
    ];

    /// <summary>Sections that belong to the host and are read by it.</summary>
    private static readonly string[] HostSections =
    [
        "Logging",
        "AllowedHosts",
        "Kestrel",
        "Urls",
        "Http_Ports",
        "Https_Ports",
        "Environment",
        "ApplicationName",
        "ContentRoot",
        "ShutdownTimeoutSeconds",
    ];

    private static readonly HashSet<string> OurSections = All.Select(Section).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string key) => All.Any(pattern => Matches(pattern, key));

    /// <summary>
    /// What else the host reads from the command line. https://learn.microsoft.com/aspnet/core/fundamentals/host/web-host
    /// </summary>
    private static readonly string[] HostOptions =
    [
        .. HostSections,
        "HostBuilder",
        "WebRoot",
        "DetailedErrors",
        "CaptureStartupErrors",
        "StartupAssembly",
        "HostingStartupAssemblies",
        "HostingStartupExcludeAssemblies",
        "PreventHostingStartup",
        "PreferHostingUrls",
        "SuppressStatusMessages",
        "Https_Port",
    ];

    /// <summary>
    /// Unknown keys of our sections wherever they come from, everything unknown in our own files and on the command line, and in the
    /// environment, which is full of other programs' variables, what is nearly one of our sections.
    /// </summary>
    public static IEnumerable<ConfigurationFault> Unknown(IConfiguration configuration) =>
        from pair in configuration.AsEnumerable()
        where pair.Value is not null && !IsKnown(pair.Key) && !IsEmptyList(pair) && Concerns(configuration, pair.Key)
        select new ConfigurationFault(
            pair.Key,
            ConfigurationPlaces.Of(configuration, pair.Key),
            "is not a setting of SupplierBot.",
            Remedy(pair.Key)
        );

    private static bool Concerns(IConfiguration configuration, string key) =>
        ConfigurationPlaces.Kind(configuration, key) switch
        {
            PlaceKind.File => !IsOf(HostSections, key),
            PlaceKind.CommandLine => !IsOf(HostOptions, key) && !key.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase),
            PlaceKind.Environment when !OurSections.Contains(Section(key)) => key.Contains(':', StringComparison.Ordinal)
                && !IsOf(HostOptions, key)
                && IsNearlyOurs(Section(key)),
            _ => OurSections.Contains(Section(key)) && key.Contains(':', StringComparison.Ordinal),
        };

    private static bool IsOf(string[] sections, string key) => sections.Contains(Section(key), StringComparer.OrdinalIgnoreCase);

    private static bool IsNearlyOurs(string section) => OurSections.Any(ours => DidYouMean.Distance(ours, section) <= 2);

    private static string? Closest(string key) =>
        All.Concat(HostOptions)
            .Select(known => (known, Distance: DidYouMean.Distance(known, key)))
            .Where(near => near.Distance <= 2)
            .OrderBy(near => near.Distance)
            .FirstOrDefault()
            .known;

    /// <summary><c>[]</c> and <c>{}</c> in JSON arrive as an empty value at the key of the list.</summary>
    private static bool IsEmptyList(KeyValuePair<string, string?> pair) =>
        pair.Value is "" && All.Any(pattern => Starts(pattern.Split(':'), pair.Key.Split(':')));

    private static string Remedy(string key)
    {
        var known = All.Where(pattern => Section(pattern).Equals(Section(key), StringComparison.OrdinalIgnoreCase)).ToList();
        return known.Count > 0
            ? $"Remove it or correct its name; known here: {string.Join(", ", known)}."
            : $"Remove it or correct its name; {(Closest(key) is { } near ? $"the closest is `{near}`; " : "")}sections are: {string.Join(", ", OurSections)}.";
    }

    private static string Section(string key) => key.Split(':', 2)[0];

    private static bool Matches(string pattern, string key)
    {
        var (wanted, given) = (pattern.Split(':'), key.Split(':'));
        return wanted.Length == given.Length && Starts(wanted, given);
    }

    private static bool Starts(string[] pattern, string[] key) =>
        key.Length <= pattern.Length
        && key.Zip(pattern)
            .All(part =>
                part.Second switch
                {
                    "#" => part.First.Length > 0 && part.First.All(char.IsAsciiDigit),
                    "*" => part.First.Length > 0,
                    var name => name.Equals(part.First, StringComparison.OrdinalIgnoreCase),
                }
            );
}
