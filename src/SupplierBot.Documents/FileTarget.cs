namespace SupplierBot.Documents;

/// <summary>Where a file is written to.</summary>
/// <param name="Scratch">Makes an empty stream that can be written and read again; the writer disposes of each.</param>
/// <param name="Progress">Hears how many suppliers are in.</param>
public sealed record FileTarget(Stream Output, Func<Stream> Scratch, IProgress<int>? Progress = null);
