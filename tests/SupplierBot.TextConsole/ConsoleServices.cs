using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.TextConsole;

public static class ConsoleServices
{
    /// <summary>All that a host adds beside the core, the storage and other channels.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, Wording wording) =>
        services
            .AddSingleton(new ConsoleChannel(wording))
            .AddSingleton<IChannel>(provider => provider.GetRequiredService<ConsoleChannel>());

    /// <summary>Somebody sits down: what they type is read by the terminal, and what they see is written to the output.</summary>
    public static ConsoleTerminal Seat(this IServiceProvider services, Person person, TextWriter output) =>
        new(
            services.GetRequiredService<ConsoleChannel>(),
            services.GetRequiredService<ITurnHandler>(),
            person,
            output,
            services.GetRequiredService<ILogger<ConsoleTerminal>>()
        );
}
