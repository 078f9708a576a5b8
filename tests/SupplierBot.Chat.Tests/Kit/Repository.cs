namespace SupplierBot.Chat.Tests.Kit;

internal static class Repository
{
    /// <summary>The folder of SupplierBot.sln, found upwards from the test executable.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("SupplierBot.sln is not above the test executable."),
        _ when File.Exists(Path.Combine(folder.FullName, "SupplierBot.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
