using SupplierBot.Chat;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Onboarding.Views;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Local.Demo;

/// <summary><c>demo</c>: an empty register of local mode gets the example company before the bot starts.</summary>
internal static class DemoStart
{
    public const string Name = "demo";

    public const string Description =
        "Fill an empty register with an example company of some 25 suppliers, and start the bot. Local mode only.";

    public static IReadOnlyList<ConfigurationFault> Faults(Settings settings) =>
        settings.SignsIn
            ?
            [
                new(
                    Name,
                    "command line",
                    "the example company is for local mode, and this bot has a section Teams or Slack.",
                    "Start it without `demo`, or without those settings."
                ),
            ]
            : [];

    /// <returns>Why it was not filled; null where it was.</returns>
    public static async Task<ConfigurationFault?> FillAsync(IServiceProvider services, Settings settings)
    {
        var (table, chat) = (services.GetRequiredService<ITable>(), services.GetRequiredService<ChatSettings>());
        if (!await DemoCompany.IsEmptyAsync(table, chat.OrganisationId, CancellationToken.None))
            return new(
                Name,
                "command line",
                $"the register in {settings.Storage.Place} isn't empty.",
                "Start the bot without `demo` to go on with what is there, or give the example a file of its own: --Storage:Sqlite:Path data/demo.db"
            );
        await Console.Out.WriteLineAsync("Filling the register with an example company …");
        var suppliers = await DemoCompany.FillAsync(
            table,
            chat,
            services.GetRequiredService<PolicyInForce>().Current,
            services.GetRequiredService<Wording>(),
            settings.Local.Ports,
            TimeProvider.System.GetUtcNow()
        );
        await Console.Out.WriteLineAsync($"Filled: {suppliers} suppliers, as if people had asked for them and decided over a year.");
        return null;
    }
}
