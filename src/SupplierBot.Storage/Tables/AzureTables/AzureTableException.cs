using System.Net.Sockets;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Storage.Tables.AzureTables;

/// <summary>The storage account cannot be used. The message says which table of which account, what is wrong and what to do.</summary>
public sealed class AzureTableException : IOException
{
    private AzureTableException(AzureTableFault fault, TableClient client, string whatAndWhatToDo, Exception cause)
        : base($"Table {client.Name} at {client.Uri.GetLeftPart(UriPartial.Authority)}: {whatAndWhatToDo}", cause) => Fault = fault;

    public AzureTableFault Fault { get; }

    /// <summary>Told by the service or the way to it; everything else is a fault of the program.</summary>
    internal static bool IsOfService(Exception fault) =>
        fault is RequestFailedException or AggregateException or AuthenticationFailedException or OperationCanceledException or IOException;

    internal static AzureTableException From(TableClient client, Exception fault) =>
        Last(fault) switch
        {
            RequestFailedException { Status: 403 or 401 } denied
                when denied.ErrorCode == TableErrorCode.AuthorizationPermissionMismatch || denied.ErrorCode == "AuthorizationFailure" =>
                new(
                    AzureTableFault.Denied,
                    client,
                    "the account refuses the bot (403). Give its identity the role Storage Table Data Contributor on the account, or on the table.",
                    fault
                ),
            RequestFailedException { Status: 403 or 401 } wrong => new(
                AzureTableFault.WrongKey,
                client,
                $"the account does not accept the key or token ({wrong.Status} {wrong.ErrorCode}). Copy the connection string again, and check the clock of this machine; with an identity, give it the role Storage Table Data Contributor.",
                fault
            ),
            RequestFailedException { Status: 404 } => new(
                AzureTableFault.TableMissing,
                client,
                "the table is not there. Restore it from the last export; a start without it makes an empty one.",
                fault
            ),
            RequestFailedException failed when failed.ErrorCode == TableErrorCode.TableBeingDeleted => new(
                AzureTableFault.TableMissing,
                client,
                "the table is being deleted. Restore it from the last export once that is done.",
                fault
            ),
            AuthenticationFailedException nobody => new(
                AzureTableFault.NoIdentity,
                client,
                $"the bot has no identity to sign in with ({FirstLine(nobody)}). Give the machine a managed identity (Storage:ClientId names one of several), or use Storage:ConnectionString.",
                fault
            ),
            RequestFailedException { Status: > 0 } other => new(
                AzureTableFault.Refused,
                client,
                $"the account answers {other.Status} {other.ErrorCode}. Look at the account's health in the portal.",
                fault
            ),
            OperationCanceledException => new(
                AzureTableFault.Unreachable,
                client,
                "no answer in time. Check the address, the network and the account's health.",
                fault
            ),
            var other => new(
                AzureTableFault.Unreachable,
                client,
                $"the account cannot be reached ({FirstLine(other)}). Check the address and the network.",
                fault
            ),
        };

    /// <summary>What the service refused, or nobody can have heard, was not written; anything else may have been.</summary>
    internal static IOException OfCommit(TableClient client, Exception fault)
    {
        var known = From(client, fault);
        return known.Fault is AzureTableFault.Unreachable or AzureTableFault.Refused && !NeverSent(fault)
            ? new OutcomeUnknownException($"Whether the change was saved is not known. {known.Message}", fault)
            : known;
    }

    internal static AzureTableException MayNotBeMade(TableClient client, Exception cause) =>
        new(
            AzureTableFault.TableMissing,
            client,
            "the table is not there and the bot may not make it. Make it, or give the bot's identity the role Storage Table Data Contributor on the account.",
            cause
        );

    private static bool NeverSent(Exception fault) =>
        fault switch
        {
            AggregateException all => all.InnerExceptions.All(NeverSent),
            SocketException socket => socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound,
            { InnerException: { } inner } => NeverSent(inner),
            _ => false,
        };

    /// <summary>After its retries the client tells all tries together.</summary>
    private static Exception Last(Exception fault) => fault is AggregateException { InnerExceptions: [.., var last] } ? Last(last) : fault;

    private static string FirstLine(Exception fault) => fault.Message.Split('\n')[0].Trim().TrimEnd('.');
}

public enum AzureTableFault
{
    /// <summary>No answer, or none in time.</summary>
    Unreachable,

    /// <summary>The identity lacks the role.</summary>
    Denied,

    /// <summary>The key or token is not accepted.</summary>
    WrongKey,

    /// <summary>No credential at all.</summary>
    NoIdentity,
    TableMissing,

    /// <summary>Busy, or out of order.</summary>
    Refused,
}
