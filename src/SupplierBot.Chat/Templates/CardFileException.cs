namespace SupplierBot.Chat.Templates;

/// <summary>Files of the cards folder that cannot be used; each fault names file, place and, where it is not plain, the remedy.</summary>
public sealed class CardFileException(IReadOnlyList<string> faults, Exception? cause = null) : Exception(string.Join('\n', faults), cause)
{
    public IReadOnlyList<string> Faults => faults;
}
