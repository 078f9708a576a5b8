using System.Reflection;
using System.Runtime.CompilerServices;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Hosting;

/// <summary>
/// Metrics and traces by OpenTelemetry, set up by its standard variables alone (OTEL_EXPORTER_OTLP_ENDPOINT and the rest). Without an
/// endpoint nothing of it is set up: a start pays nothing, and instruments cost a comparison.
/// </summary>
internal static class TelemetrySetup
{
    private const string Disabled = "OTEL_SDK_DISABLED";
    private const string AnyEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

    public static string Version { get; } =
        typeof(TelemetrySetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>What is exported: "metrics and traces", "metrics", "traces" or "off".</summary>
    public static string Exports(IConfiguration configuration) =>
        (Has(configuration, MetricsEndpoint), Has(configuration, TracesEndpoint)) switch
        {
            (true, true) => "metrics and traces",
            (true, false) => "metrics",
            (false, true) => "traces",
            (false, false) => "off",
        };

    /// <summary>The SDK would silently send to another address.</summary>
    public static IReadOnlyList<ConfigurationFault> Faults(IConfiguration configuration) =>
        [
            .. new[] { AnyEndpoint, MetricsEndpoint, TracesEndpoint }
                .Where(key =>
                    configuration[key] is { Length: > 0 } value
                    && !(Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                )
                .Select(key => new ConfigurationFault(
                    key,
                    ConfigurationPlaces.Of(configuration, key),
                    "is not an address.",
                    "Write it as http://127.0.0.1:4317, or remove it: nothing is exported then."
                )),
        ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var (metrics, traces) = (Has(builder.Configuration, MetricsEndpoint), Has(builder.Configuration, TracesEndpoint));
        if (metrics || traces)
            Export(builder, metrics, traces);
    }

    // A method of its own: a process that exports nothing then never loads the SDK.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Export(WebApplicationBuilder builder, bool metrics, bool traces)
    {
        var telemetry = builder
            .Services.AddOpenTelemetry()
            // The variables come last, so that OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win.
            .ConfigureResource(resource => resource.AddService("supplierbot", serviceVersion: Version).AddEnvironmentVariableDetector());
        if (metrics)
            telemetry.WithMetrics(Measured);
        if (traces)
            telemetry.WithTracing(Traced);
    }

    private static void Measured(MeterProviderBuilder metrics) =>
        metrics
            .AddMeter(TurnMetrics.Name)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime")
            .AddOtlpExporter();

    /// <summary>Not those of HttpClient: their addresses name conversations.</summary>
    private static void Traced(TracerProviderBuilder traces) =>
        traces.AddSource(TurnMetrics.Name).AddSource("Microsoft.AspNetCore").AddOtlpExporter();

    private static bool Has(IConfiguration configuration, string key) =>
        !string.Equals(configuration[Disabled], "true", StringComparison.OrdinalIgnoreCase)
        && (configuration[key] is { Length: > 0 } || configuration[AnyEndpoint] is { Length: > 0 });
}
