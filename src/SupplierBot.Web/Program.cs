using SupplierBot.Web;

return await CommandLine.InvokeAsync(args, RunAsync);

static async Task<int> RunAsync(string[] args)
{
    var builder = WebApplication.CreateBuilder(Home.Options(args));
    builder.AddListening();
    builder.AddLogs();
    var (settings, faults) = builder.AddSettings();
    if (faults.Count > 0)
    {
        await Console.Error.WriteLineAsync(ConfigurationFaults.Text(faults));
        return CommandLine.Refused;
    }
    builder.AddHealth();
    builder.AddLocalMode(settings);

    var app = builder.Build();
    app.UseLocalMode(settings);
    app.MapHealth();
    return await app.RunToEndAsync();
}
