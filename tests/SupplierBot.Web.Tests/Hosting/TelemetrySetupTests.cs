using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using SupplierBot.Web.Hosting;

namespace SupplierBot.Web.Tests.Hosting;

public sealed class TelemetrySetupTests
{
    private const string Endpoint = "http://127.0.0.1:4317";

    [Theory]
    [InlineData(null, null, "off")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", null, "metrics and traces")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", null, "metrics")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", null, "traces")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "True", "off")]
    public void Only_what_has_an_endpoint_is_set_up(string? variable, string? disabled, string exports)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection([new(variable ?? "Unrelated", Endpoint), new("OTEL_SDK_DISABLED", disabled)]);
        builder.AddTelemetry();
        Assert.Equal(exports, TelemetrySetup.Exports(builder.Configuration));
        Assert.Equal(
            exports.Contains("metrics", StringComparison.Ordinal),
            builder.Services.Any(service => service.ServiceType == typeof(MeterProvider))
        );
        Assert.Equal(
            exports.Contains("traces", StringComparison.Ordinal),
            builder.Services.Any(service => service.ServiceType == typeof(TracerProvider))
        );
        Assert.Equal(
            exports == "off",
            !builder.Services.Any(service => service.ServiceType.FullName!.StartsWith("OpenTelemetry", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("collector:4317", 1)]
    [InlineData("nowhere", 1)]
    [InlineData(Endpoint, 0)]
    [InlineData("", 0)]
    public void An_endpoint_that_is_no_address_is_reported(string endpoint, int faults)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)]).Build();
        Assert.Equal(faults, TelemetrySetup.Faults(configuration).Count);
    }
}
