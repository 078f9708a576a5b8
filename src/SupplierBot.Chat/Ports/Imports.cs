using SupplierBot.Onboarding.Imports;

namespace SupplierBot.Chat.Ports;

/// <summary>Reads workbooks and tables that people give, in bounded memory and without running anything of them. Thread-safe.</summary>
public interface ISheetReader
{
    SheetFile Read(Stream content, CancellationToken cancellation);
}
