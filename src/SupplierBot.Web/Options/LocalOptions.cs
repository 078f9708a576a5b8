using System.Globalization;
using SupplierBot.Web.Local;

namespace SupplierBot.Web.Options;

/// <summary>Local mode: no sign-in, on this machine only.</summary>
/// <param name="Playground">Start one Agents Playground for each persona.</param>
/// <param name="Ports">One port for each persona, in their order.</param>
/// <param name="PortsChosen">The ports were configured: a busy one is a fault. Otherwise the next free one is taken.</param>
/// <param name="AllowedServiceUrls">Connectors on loopback that may send besides the bot's own Playgrounds; for tests.</param>
internal sealed record LocalOptions(bool Playground, IReadOnlyList<int> Ports, bool PortsChosen, IReadOnlyList<Uri> AllowedServiceUrls)
{
    private const int FirstPort = 56150;

    public static LocalOptions Read(SettingsReader reader)
    {
        var ports = ReadPorts(reader);
        return new(
            reader.Value("Local:Playground", true, SettingsReader.Flag),
            ports ?? From(FirstPort),
            ports is not null,
            reader.Values("Local:AllowedServiceUrls", [], LoopbackUrl)
        );
    }

    private static IReadOnlyList<int>? ReadPorts(SettingsReader reader)
    {
        if (reader.Optional("Local:Ports", Port) is { } first && first != 0)
            return From(first);
        var list = reader.Values("Local:Ports", [], Port);
        if (list.Count == 0)
            return null;
        if (list.Count == Personas.All.Count && list.Distinct().Count() == list.Count)
            return list;
        reader.Fault(
            "Local:Ports",
            "is neither one port nor five different ones.",
            "Give the first port, or a list of five: Rita, Sam, Priya, Carla, Dana."
        );
        return null;
    }

    private static int[] From(int first) => [.. Enumerable.Range(first, Personas.All.Count)];

    private static Parsed<int> Port(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65_531
            ? new(port)
            : new("is not a port.", "Use a number from 1 to 65531.");

    private static Parsed<Uri> LoopbackUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.IsLoopback
            ? new(url)
            : new("is not an http address on this machine.", "Use one such as http://127.0.0.1:5000/.");
}
