using System.Text.RegularExpressions;

namespace SupplierBot.Web.Options;

/// <summary>
/// Values of <c>appsettings.sample.json</c> that stand for one's own: a bot that starts with them would sign in as nobody and be decided on
/// by nobody.
/// </summary>
internal static partial class Placeholders
{
    private static readonly string[] Known =
    [
        "T00000000",
        "S00000000",
        "xoxb-of-the-app",
        "00000000000000000000000000000000",
        "11111111111111111111111111111111",
        "19:00000000000000000000000000000000@thread.tacv2",
        "https://smba.example.com/emea/",
    ];

    public static bool Is(string value) =>
        Known.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase) || NobodysId().IsMatch(value.Trim());

    /// <summary>No fault repeats the value: the setting may be a secret that begins like one.</summary>
    public static IEnumerable<ConfigurationFault> Left(IConfiguration configuration) =>
        from pair in configuration.AsEnumerable()
        where pair.Value is { Length: > 0 } && Is(pair.Value) && KnownKeys.IsKnown(pair.Key)
        select new ConfigurationFault(
            pair.Key,
            ConfigurationPlaces.Of(configuration, pair.Key),
            "is a placeholder of appsettings.sample.json.",
            "Write your own value there, or remove it."
        );

    /// <summary>An object id that no directory gives, alone or as a person's id.</summary>
    [GeneratedRegex("^(?:teams:)?00000000-0000-0000-0000-0000000000[0-9a-f]{2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NobodysId();
}
