namespace SupplierBot.Web;

internal static class LocalSetup
{
    public static void AddLocalMode(this WebApplicationBuilder builder, Settings settings)
    {
        var own = settings.Local.Playground ? settings.Local.Ports.Select(PlaygroundStart.ServiceUrlOf) : [];
        builder.Services.AddSingleton(new LocalConnectors([.. own, .. settings.Local.AllowedServiceUrls]));
        if (settings.Local.Playground) builder.Services.AddHostedService<Playgrounds>();
    }

    /// <summary>Everything but health goes through the door.</summary>
    public static void UseLocalMode(this WebApplication app, Settings settings)
    {
        Console.Out.WriteLine(LocalBanner.Start(settings));
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health"), inside => inside.UseMiddleware<LocalDoor>());
    }
}
