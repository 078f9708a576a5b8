using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Exports;

/// <summary>
/// A file and the card that leads to it. Seven parts: who writes it, where it is kept, what leads to it, which accounts and settings, the
/// time, the log.
/// </summary>
public sealed class DownloadCards(
    Exporter exporter,
    FileLinks links,
    ChatSettings settings,
    TimeProvider time,
    ILogger<DownloadCards> log,
    IFileStore? files = null
)
{
    /// <summary>Nobody waits for a file any longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Never fails: a card says what became of it, and a file that failed half-way was never there.</summary>
    public async Task<View> MakeAsync(OrderedExport export, Person by, IProgress<int> progress, Context context)
    {
        if (files is null || !exporter.CanWrite || settings.PublicUrl is not { } url)
            return ExportCards.NoAddress(context);
        using var limit = new CancellationTokenSource(Longest, time);
        try
        {
            await using var made = await exporter.MakeAsync(export, by, progress, limit.Token);
            if (made.Written.Lines == 0 && export is { OnlyOf: not null, Order: ExportOrder.Register })
                return ExportCards.Nothing(export.Order, context);
            return await LinkedAsync(made, files, url, by.Id, context, limit.Token);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException) // nothing half is kept, and the person hears of it
        {
            Log.ExportFailed(log, export.Order.Kind, fault);
            return ExportCards.Failed(export.Order, context);
        }
    }

    private async Task<View> LinkedAsync(
        MadeExport made,
        IFileStore kept,
        Uri url,
        PersonId by,
        Context context,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow();
        await kept.SaveAsync(new(made.File, by, now) { Until = now + FileLinks.Lasting }, made.Content, cancellation);
        var token = await links.MakeAsync(made.File, made.Order.MediaType, by, cancellation);
        Log.ExportMade(log, made.Order.Kind, made.File.Size, made.File.Sha256);
        var address = new Uri(url, $"files/{token}").AbsoluteUri;
        var file = (made.File.Sha256, made.File.Size);
        return ExportCards.Ready(made.Order, address, file, made.Written.Lines, made.Written.Summary, context);
    }
}
