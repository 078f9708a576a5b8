using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>What the code itself logged as a fault, unless the simulation threw it.</summary>
internal sealed class UnexpectedFaults : ILoggerProvider, ILogger
{
    public List<string> Seen { get; } = [];

    public static bool IsOurs(Exception fault) => fault is TableUnreachableException or OutcomeUnknownException;

    public void Add(Exception fault)
    {
        if (!IsOurs(fault))
            Seen.Add(fault.ToString());
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (exception is not null)
            Add(exception);
    }

    public void Dispose() { }
}
