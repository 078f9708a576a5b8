namespace SupplierBot.Web.Options;

/// <summary>One thing wrong with the configuration, told so that it can be put right without reading code.</summary>
/// <param name="Key"><c>Organisation:TimeZone</c>.</param>
/// <param name="Place">"appsettings.json", "environment variable Organisation__TimeZone", "command line", "not set".</param>
internal sealed record ConfigurationFault(string Key, string Place, string Problem, string Remedy)
{
    public override string ToString() => $"{Key} ({Place}): {Problem} {Remedy}";
}

internal static class ConfigurationFaults
{
    /// <summary>All faults at once, in the order of their keys.</summary>
    public static string Text(IReadOnlyCollection<ConfigurationFault> faults) =>
        string.Join(
            Environment.NewLine,
            faults
                .OrderBy(fault => fault.Key, StringComparer.OrdinalIgnoreCase)
                .Select(fault => $"  - {fault}")
                .Prepend($"SupplierBot does not start. Faults in the configuration: {faults.Count}")
        );
}
