namespace SupplierBot.Chat;

/// <summary>
/// Ids, outcomes and durations; never names, answers or payloads. One file for each of the rooms that log most: <c>Log.Turns.cs</c> and so on.
/// </summary>
internal static partial class Log;
