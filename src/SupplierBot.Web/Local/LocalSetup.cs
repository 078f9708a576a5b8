using SupplierBot.BotFramework.Hosting;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Local;

internal static class LocalSetup
{
    public static void AddLocalMode(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton(new LocalConnectors(ConnectorsOf(settings))).AddSingleton<LocalAuthenticator>();
        if (settings.Local.Playground)
            builder.Services.AddHostedService<Playgrounds>();
    }

    /// <summary>The Playgrounds this start runs, and what was configured for tests: nobody else is spoken to.</summary>
    public static IReadOnlyList<Uri> ConnectorsOf(Settings settings) =>
        [
            .. settings.Local.Playground ? settings.Local.Ports.Select(PlaygroundStart.ServiceUrlOf) : [],
            .. settings.Local.AllowedServiceUrls,
        ];

    public static void UseLocalMode(this WebApplication app, Settings settings)
    {
        Console.Out.WriteLine(LocalBanner.Start(settings));
        var door = app.Services.GetRequiredService<LocalAuthenticator>();
        // A file is got by a browser, and by who has its link.
        app.UseWhen(
            http => !http.Request.Path.StartsWithSegments(FileEndpoints.Path, StringComparison.Ordinal),
            others => others.Use((http, next) => door.PassAsync(http, next))
        );
        app.MapBotFramework(door);
        if (!settings.Local.Playground)
            app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(LocalBanner.Ready));
    }
}
