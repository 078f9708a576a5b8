using System.Net.Sockets;
using System.Text.Json;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Text;
using SupplierBot.Storage.Tables.AzureTables;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Web.Commands;

namespace SupplierBot.Web.Hosting;

/// <summary>
/// What can be wrong on this machine when the bot starts, told in sentences that name the file and the remedy; a stack trace helps nobody
/// there.
/// </summary>
internal static class StartFaults
{
    public static async Task<int> ReportAsync(Func<Task<int>> start)
    {
        try
        {
            return await start();
        }
        catch (Exception fault) when (Words(fault) is { } words)
        {
            await Console.Error.WriteLineAsync($"SupplierBot does not start: {words}");
            return CommandLine.Refused;
        }
    }

    /// <summary>Null for a fault that is the program's own.</summary>
    internal static string? Words(Exception fault) =>
        fault switch
        {
            TableFileException file => file.Message,
            AzureTableException account => account.Message,
            OutcomeUnknownException unanswered => $"{unanswered.Message} Nothing is lost; start it again.",
            InvalidDataException { InnerException: FormatException { InnerException: var json } } file =>
                $"{file.Message} {(json is JsonException broken ? JsonFault.Words(broken) : json?.Message)} Correct the file.",
            SocketException socket =>
                $"it cannot listen at its address: {socket.Message}. Choose another with --urls {ListenAddresses.Default}.",
            UnauthorizedAccessException denied => $"{denied.Message} Give the bot's account the permission.",
            _ => null,
        };
}
