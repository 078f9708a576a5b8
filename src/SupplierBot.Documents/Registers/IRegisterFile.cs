using SupplierBot.Onboarding.Register;

namespace SupplierBot.Documents.Registers;

/// <summary>One form of the register: it takes every line once, and is written when the last one is in.</summary>
internal interface IRegisterFile : IAsyncDisposable
{
    ValueTask AddAsync(SupplierLine line, CancellationToken cancellation);

    Task FinishAsync(Stream output, CancellationToken cancellation);
}

internal static class RegisterFiles
{
    private const int Every = 100;

    /// <summary>
    /// One pass. Nothing reaches the output before the last record is read: a register that can't be read to its end leaves no file that
    /// looks whole.
    /// </summary>
    public static async Task WriteAsync(
        IAsyncEnumerable<SupplierRecord> records,
        IRegisterFile file,
        RegisterContext context,
        FileTarget target,
        CancellationToken cancellation
    )
    {
        await ReadAsync(records, context, line => file.AddAsync(line, cancellation), target.Progress, cancellation);
        await file.FinishAsync(target.Output, cancellation);
        await target.Output.FlushAsync(cancellation);
    }

    public static async Task ReadAsync(
        IAsyncEnumerable<SupplierRecord> records,
        RegisterContext context,
        Func<SupplierLine, ValueTask> add,
        IProgress<int>? progress,
        CancellationToken cancellation
    )
    {
        var read = 0;
        await foreach (var record in records.WithCancellation(cancellation))
        {
            await add(new(record, context));
            if (++read % Every == 0)
                progress?.Report(read);
        }
        progress?.Report(read);
    }
}
