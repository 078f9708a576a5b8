using SupplierBot.Chat.Ports;
using SupplierBot.Documents.Imports;
using SupplierBot.Onboarding.Imports;

namespace SupplierBot.Web.Hosting;

/// <summary>Files of suppliers, read by those who know their formats.</summary>
internal sealed class SheetFiles : ISheetReader
{
    public SheetFile Read(Stream content, CancellationToken cancellation) => SheetReader.Read(content, cancellation);
}
