using SupplierBot.Chat.Stores;
using SupplierBot.Portal;
using SupplierBot.Web.Commands;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Local;
using SupplierBot.Web.Local.Demo;

return await CommandLine.InvokeAsync(args, RunAsync);

static async Task<int> RunAsync(string[] args, bool fills)
{
    var builder = WebApplication.CreateSlimBuilder(ContentRoot.Options(args));
    HostSetup.AddThreads();
    builder.AddListening();
    builder.AddLogs();
    if (ListenAddresses.Faults(ListenAddresses.Read(builder.Configuration)) is { Count: > 0 } addressFaults)
        return await CommandLine.RefuseAsync(addressFaults);
    var (settings, faults) = builder.AddSettings();
    if (faults.Count > 0)
        return await CommandLine.RefuseAsync(faults);
    if (fills && DemoStart.Faults(settings) is { Count: > 0 } demoFaults)
        return await CommandLine.RefuseAsync(demoFaults);
    if (builder.AddBot(settings) is { Count: > 0 } botFaults)
        return await CommandLine.RefuseAsync(botFaults);
    builder.Services.AddPortal();
    builder.AddHealth();
    builder.AddTelemetry();
    if (!settings.SignsIn)
        builder.AddLocalMode(settings);

    var app = builder.Build();
    if (app.BusyAddress() is { } busy)
        return await HostRun.RefuseBusyAsync(busy);
    if (await app.Services.MakeStorageAsync(settings, CancellationToken.None))
        app.Logger.StorageMade(settings.Storage.Place);
    WarmUp.Begin(app.Services, settings);
    if (settings.SignsIn)
        app.UseSignIn(settings);
    else
        app.UseLocalMode(settings);
    app.MapHealth();
    app.MapFiles();
    app.MapPortal();
    await app.Services.GetRequiredService<Sentinel>().LookAsync(CancellationToken.None);
    if (await app.PlacePolicyAsync(settings) is { Count: > 0 } policyFaults)
        return await CommandLine.RefuseAsync(policyFaults);
    if (fills && await DemoStart.FillAsync(app.Services, settings) is { } filled)
        return await CommandLine.RefuseAsync([filled]);
    await app.LogRolesAsync();
    app.LogStart(settings);
    return await app.RunToEndAsync();
}
