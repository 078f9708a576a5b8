using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupplierBot.Web.Hosting;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>The app package that Teams installs.</summary>
internal static partial class ManifestCommands
{
    private static readonly string[] Files = ["manifest.json", "color.png", "outline.png"];

    /// <summary>The same input makes the same bytes; a zip cannot say less than 1980.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Command Manifest() => new("manifest", "Make the app package that Teams installs.") { Pack() };

    private static Command Pack()
    {
        var (app, host, company, output) = (
            Required("--app-id", "Application (client) id of the bot's registration."),
            Required("--host", "Host name people's browsers reach the company's pages by, without https://."),
            new Option<string>("--company")
            {
                Description = "Who answers for the bot, as Teams shows it.",
                DefaultValueFactory = _ => "Your company",
            },
            new Option<string>("--output") { Description = "The zip to write.", DefaultValueFactory = _ => "SupplierBot.zip" }
        );
        var command = new Command("pack", "Fill the placeholders of manifests/teams and write the zip. Exit code 0: written, 2: refused.")
        {
            app,
            host,
            company,
            output,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var values = new PackValues(
                    parsed.GetRequiredValue(app),
                    parsed.GetRequiredValue(host),
                    parsed.GetRequiredValue(company),
                    Version()
                );
                if (Faults(values) is { Count: > 0 } faults)
                {
                    foreach (var fault in faults)
                        await Console.Error.WriteLineAsync(fault);
                    return CommandLine.Refused;
                }
                var path = Path.GetFullPath(parsed.GetRequiredValue(output));
                return await WrittenAsync(path, values, cancellation);
            }
        );
        return command;
    }

    private static async Task<int> WrittenAsync(string path, PackValues values, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllBytesAsync(path, Zip(Folder, values), cancellation);
            await Console.Out.WriteLineAsync($"{path}: upload it in Teams (Apps, Manage your apps) or in the Teams admin center.");
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{fault.Message} Choose another file with --output.");
            return CommandLine.Refused;
        }
    }

    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "manifests", "teams");

    internal static IReadOnlyList<string> Faults(PackValues values)
    {
        var faults = new List<string>();
        if (!Guid.TryParseExact(values.AppId, "D", out var id) || id == Guid.Empty)
            faults.Add(
                $"--app-id: `{values.AppId}` is not an application id. Copy it from the registration: 8-4-4-4-12 hexadecimal digits."
            );
        if (!Host().IsMatch(values.Host))
            faults.Add(
                $"--host: `{values.Host}` is not a host name. Write it as suppliers.example.com, without https:// and without a path."
            );
        if (values.Company.Trim().Length is 0 or > 32 || values.Company.Any(char.IsControl))
            faults.Add("--company: 1 to 32 characters, as Teams shows it.");
        return faults;
    }

    /// <summary>Three files at the root, nothing else.</summary>
    internal static byte[] Zip(string folder, PackValues values)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Files)
            {
                var entry = zip.CreateEntry(file, CompressionLevel.Optimal);
                entry.LastWriteTime = Always;
                using var content = entry.Open();
                content.Write(
                    Path.GetExtension(file) == ".json"
                        ? Filled(File.ReadAllText(Path.Combine(folder, file)), values)
                        : File.ReadAllBytes(Path.Combine(folder, file))
                );
            }
        }
        return bytes.ToArray();
    }

    /// <summary>Values go in as JSON text, so that a quote in a company's name stays one.</summary>
    private static byte[] Filled(string manifest, PackValues values) =>
        System.Text.Encoding.UTF8.GetBytes(
            Placeholder()
                .Replace(
                    manifest,
                    found =>
                        JsonEncodedText
                            .Encode(
                                found.Groups["name"].Value switch
                                {
                                    "app-id" => Guid.Parse(values.AppId).ToString("D"),
                                    "host" => values.Host,
                                    "company" => values.Company.Trim(),
                                    "version" => values.Version,
                                    var other => throw new InvalidDataException($"The manifest has a placeholder nobody fills: {other}"),
                                }
                            )
                            .ToString()
                )
        );

    /// <summary>Teams takes an update only with a higher version: the product's own.</summary>
    private static string Version() => TelemetrySetup.Version.Split('+', '-')[0];

    private static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };

    [GeneratedRegex("""\$\{(?<name>[a-z-]+)\}""")]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Host();
}

/// <param name="Version">Three numbers.</param>
internal sealed record PackValues(string AppId, string Host, string Company, string Version);
