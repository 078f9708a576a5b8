using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Hosting;

namespace SupplierBot.Web.Options;

/// <summary>The app in the organisation's workspace: with it everybody is known to Slack, and local mode is out of the question.</summary>
/// <param name="In">How requests are recognised.</param>
/// <param name="Out">How Slack is called.</param>
internal sealed record SlackSettings(SlackOptions In, SlackApiOptions Out)
{
    private const string Team = "Slack:TeamId";
    private const string Token = "Slack:BotToken";
    private const string Secret = "Slack:SigningSecret";
    private const string Previous = "Slack:SigningSecretPrevious";
    private const int ShortestSecret = 16;

    /// <summary>Null where nothing of the section is set, or something of it is wrong.</summary>
    public static SlackSettings? Read(SettingsReader reader)
    {
        if (!reader.Any("Slack"))
            return null;
        var team = reader.Required(Team, TeamId);
        var token = Hidden(
            reader,
            Token,
            IsBotToken,
            "is not a bot token.",
            "Copy it from the app's page OAuth & Permissions: Bot User OAuth Token, xoxb-…."
        );
        var secret = Hidden(
            reader,
            Secret,
            IsSecret,
            "is not a signing secret.",
            "Copy it from the app's page Basic Information: Signing Secret."
        );
        var previous = reader.Secrets(Previous);
        if (previous.Any(one => !IsSecret(one)))
            reader.Fault(
                Previous,
                "holds what is not a signing secret.",
                "Keep the one from before the change until Slack uses the new one, or remove it."
            );
        var address = reader.Value("Slack:ApiUrl", SlackApiOptions.Official, Address);
        var groups = Groups(reader);
        return team is null || token is null || secret is null
            ? null
            : new(
                new() { TeamId = team, SigningSecrets = [secret, .. previous] },
                new()
                {
                    BotToken = token,
                    Address = address,
                    TeamId = team,
                    RoleGroups = groups,
                }
            );
    }

    /// <summary>Somebody of another workspace never acts: a role they hold is one that nobody holds.</summary>
    public void Check(SettingsReader reader, IEnumerable<Person> named)
    {
        foreach (var person in named.DistinctBy(person => person.Id))
        {
            if (person.Id.Value.Split(':') is ["slack", var team, _] && team != In.TeamId)
                reader.Fault(
                    Team,
                    $"is {In.TeamId}, and `{person.Id}` ({person.Name}) is of another workspace.",
                    "Correct the id under Roles or Admins: slack:{team id}:{user id}."
                );
        }
    }

    /// <summary>Role to user group; whether there is such a role says the policy (<see cref="RoleFaults"/>).</summary>
    private static Dictionary<string, string> Groups(SettingsReader reader)
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var role in reader.Children("Slack:Groups"))
        {
            if (reader.Optional($"Slack:Groups:{role}", GroupId) is { } group)
                groups[role.ToLowerInvariant()] = group;
        }
        return groups;
    }

    /// <summary>No fault repeats any of it.</summary>
    private static string? Hidden(SettingsReader reader, string key, Func<string, bool> isOne, string problem, string remedy)
    {
        var text = reader.Secret(key);
        if (isOne(text))
            return text;
        reader.Fault(key, text.Length == 0 ? "is missing." : problem, remedy);
        return null;
    }

    private static bool IsBotToken(string text) =>
        text.StartsWith("xoxb-", StringComparison.Ordinal) && text.Length > "xoxb-".Length && text.All(IsPlain);

    private static bool IsSecret(string text) => text.Length >= ShortestSecret && text.All(IsPlain);

    private static bool IsPlain(char letter) => letter is > ' ' and <= '~';

    private static Parsed<string> TeamId(string text) =>
        IsId('T', text)
            ? new(text)
            : new("is not a workspace's id.", "Copy it from the workspace's address: https://app.slack.com/client/T….");

    private static Parsed<string> GroupId(string text) =>
        IsId('S', text) ? new(text) : new("is not a user group's id.", "Copy it from the group's menu in Slack: Copy group ID, S….");

    private static bool IsId(char first, string text) =>
        text.Length is >= 3 and <= 20
        && text[0] == first
        && text.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));

    /// <summary>The token goes there: in the clear only on this machine.</summary>
    private static Parsed<Uri> Address(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url)
        && url is { UserInfo: "", Query: "", Fragment: "" }
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? new(url)
            : new("is not an https address.", "Write https://…; http only on a loopback address, for a stand-in.");
}
