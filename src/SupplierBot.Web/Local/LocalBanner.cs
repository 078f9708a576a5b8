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

    public static string Addresses(IEnumerable<PlaygroundStart> starts) =>
        string.Join(
            Environment.NewLine,
            starts
                .OrderBy(start => Personas.All.Index().First(one => one.Item == start.Persona).Index)
                .Select(start => $"  {start.Persona.Name, -7}{start.Persona.Plays, -25}{start.Address}")
                .Prepend(
                    "Ready. Ask for a supplier as Rita: type `new Acme Notes`. It then waits in the channel “Supplier reviews” of Sam and Priya; Carla's is for the critical ones."
                )
        );
}
