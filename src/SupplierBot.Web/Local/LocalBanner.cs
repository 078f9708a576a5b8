using SupplierBot.Web.Options;

namespace SupplierBot.Web.Local;

/// <summary>What local mode says on the console, whatever the log level.</summary>
internal static class LocalBanner
{
    public static string Start(Settings settings) =>
        $"""
            ======================================================================
            LOCAL MODE: NOBODY SIGNS IN. For development on this machine only:
            requests that do not come from its own Playgrounds are refused.
            Data: {settings.Storage.Place}
            ======================================================================
            """;

    /// <summary>Without chat windows.</summary>
    public const string Ready = "Ready, without chat windows.";

    public static string Addresses(IEnumerable<PlaygroundStart> starts) =>
        string.Join(
            Environment.NewLine,
            starts
                .OrderBy(start => Personas.All.Index().First(one => one.Item == start.Persona).Index)
                .Select(start => $"  {start.Persona.Name, -7}{start.Persona.Plays, -25}{start.Address}")
                .Prepend(
                    "Ready. Open Rita's address and type `new Acme Notes`. Her requests wait in the channel “Supplier reviews” of Sam and Priya. Carla decides on critical ones last, Dana on those with much personal data."
                )
        );
}
