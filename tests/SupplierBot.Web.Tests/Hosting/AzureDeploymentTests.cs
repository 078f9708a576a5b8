using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Tests.Hosting;

/// <summary>
/// What is deployed to Azure, through the real Bicep compiler: it is whole, has no secret, and speaks of settings and files that are there.
/// </summary>
public sealed partial class AzureDeploymentTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "manifests", "azure");

    [Fact]
    public async Task The_template_and_its_sample_compile_without_a_warning()
    {
        Assert.Equal((0, ""), await BicepAsync("lint", Path.Combine(Folder, "main.bicep")));
        var (exitCode, said) = await BicepAsync("build-params", Path.Combine(Folder, "sample.bicepparam"), "--stdout");
        Assert.True(exitCode == 0 && !said.Contains("Warning", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task Every_setting_it_gives_is_one_the_bot_knows()
    {
        var text = Regex.Unescape((await TemplateAsync()).ToJsonString());
        var given = Setting().Matches(text).Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Contains("Storage:AccountUrl", given);
        Assert.All(given, name => Assert.True(KnownKeys.IsKnown(name) || name.StartsWith("Logging:", StringComparison.Ordinal), name));
        foreach (
            var name in new[] { "Roles__{0}__People__{1}__Id", "Roles__{0}__People__{1}__Name", "Admins__{0}__Id", "Admins__{0}__Name" }
        )
        {
            Assert.Contains(name, text, StringComparison.Ordinal);
            Assert.True(
                KnownKeys.IsKnown(
                    name.Replace("{0}__People__{1}", "security__People__0", StringComparison.Ordinal)
                        .Replace("{0}", "0", StringComparison.Ordinal)
                        .Replace("__", ":", StringComparison.Ordinal)
                ),
                name
            );
        }
    }

    [Fact]
    public async Task What_it_gives_is_a_configuration_without_faults()
    {
        const string Id = "5b0a3a2e-6f0d-4c61-9a53-0000000000ac";
        var asAzureSays = new Dictionary<string, string?>
        {
            ["Teams:AppId"] = Id,
            ["Teams:TenantId"] = Id,
            ["Teams:ManagedIdentity"] = "true",
            ["Organisation:Id"] = "example",
            ["Organisation:Name"] = "Example Ltd",
            ["Organisation:TimeZone"] = "Europe/London",
            ["Downloads:Url"] = "https://supplierbot.example.uksouth.azurecontainerapps.io/",
            ["Storage:Kind"] = "AzureTables",
            ["Storage:AccountUrl"] = "https://supplierbot1.table.core.windows.net/",
            ["Storage:Table"] = "supplierbot",
            ["Storage:ClientId"] = Id,
        };
        var given = Setting()
            .Matches(Regex.Unescape((await TemplateAsync()).ToJsonString()))
            .Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal));
        Assert.Equal(
            asAzureSays.Keys.Order(StringComparer.Ordinal),
            given.Where(name => !name.StartsWith("Logging:", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)
        );
        asAzureSays["Roles:security:People:0:Id"] = asAzureSays["Admins:0:Id"] = $"teams:{Id}";
        asAzureSays["Roles:security:People:0:Name"] = asAzureSays["Admins:0:Name"] = "First approver";
        var (settings, faults) = Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(asAzureSays).Build(), "/");
        Assert.Empty(faults);
        Assert.True(settings.SignsIn && !BotSetup.ChatSettingsOf(settings).Alone);
    }

    [Fact]
    public async Task There_is_no_shared_key_and_no_secret()
    {
        var resources = (await TemplateAsync())["resources"]!;
        Assert.False((bool)resources["storage"]!["properties"]!["allowSharedKeyAccess"]!);
        Assert.True((bool)resources["bot"]!["properties"]!["disableLocalAuth"]!);
        Assert.Equal("UserAssignedMSI", (string)resources["bot"]!["properties"]!["msaAppType"]!);
        Assert.DoesNotMatch("(?i)listKeys|secret|password|connectionString|accountKey", resources.ToJsonString());
    }

    [Fact]
    public async Task Two_replicas_are_probed_where_the_bot_answers()
    {
        var template = await TemplateAsync();
        Assert.Equal(2, (int)template["parameters"]!["replicas"]!["minValue"]!);
        var probes = template["resources"]!["app"]!["properties"]!["template"]!["containers"]![0]!["probes"]!.AsArray();
        Assert.Equal(["/health/live", "/health/live", "/health/ready"], probes.Select(probe => (string)probe!["httpGet"]!["path"]!));
        Assert.Contains(
            $"http://+:{template["variables"]!["port"]}",
            await File.ReadAllTextAsync(Path.Combine(Folder, "Dockerfile"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_the_image_is_built_from_is_there()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, "Dockerfile"), TestContext.Current.CancellationToken);
        var copied = lines
            .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1])
            .ToList();
        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
        Assert.All([".editorconfig", "global.json", "src", .. ReachedFromProjects()], path => Assert.Contains(path, copied));
        var project = lines.Single(line => line.StartsWith("RUN dotnet publish", StringComparison.Ordinal)).Split(' ')[3];
        Assert.True(File.Exists(Path.Combine(Repository.Root, project)), project);
        Assert.Contains(
            $"./{Path.GetFileNameWithoutExtension(project)}",
            lines.Single(line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.Contains("USER $APP_UID", lines);
    }

    [Fact]
    public void What_is_kept_and_what_has_secrets_is_not_sent_with_a_build()
    {
        var ignored = File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore"));
        var here = File.ReadAllLines(Path.Combine(Repository.Root, ".gitignore"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => $"**/{line.TrimEnd('/')}");
        Assert.All([".git", .. here], line => Assert.Contains(line, ignored));
    }

    /// <summary>Folders and files of the root that the projects take something from.</summary>
    private static IEnumerable<string> ReachedFromProjects() =>
        from project in Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
        from match in AboveSources().Matches(File.ReadAllText(project))
        select match.Groups[1].Value;

    private static async Task<JsonNode> TemplateAsync()
    {
        var (exitCode, said) = await BicepAsync("build", Path.Combine(Folder, "main.bicep"), "--stdout");
        Assert.Equal(0, exitCode);
        return JsonNode.Parse(said)!;
    }

    /// <summary>Everything it writes: JSON goes to standard output, warnings and errors do not.</summary>
    private static async Task<(int ExitCode, string Said)> BicepAsync(params string[] arguments)
    {
        var packages = typeof(AzureDeploymentTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(value => value.Key == "Bicep")
            .Value!;
        var bicep = Directory
            .GetFiles(packages, "bicep*", SearchOption.AllDirectories)
            .Single(file => Path.GetFileName(file) is "bicep" or "bicep.exe");
        // A package carries no rights to execute.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(bicep, File.GetUnixFileMode(bicep) | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(bicep, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // It comes without the libraries of cultures.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    [GeneratedRegex("(?<=')[A-Z][A-Za-z]+(__[A-Z][A-Za-z]+)+(?=')")]
    private static partial Regex Setting();

    [GeneratedRegex("\\.\\./\\.\\./([^/\"]+)")]
    private static partial Regex AboveSources();
}
