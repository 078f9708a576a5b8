namespace SupplierBot;

/// <summary>Where the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of SupplierBot.sln, found upwards from the test executable.</summary>
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The real clients and their node_modules.</summary>
    public static string Clients => Path.Combine(Root, "tests", "clients");

    private static string Above(DirectoryInfo? folder) =>
        folder switch
        {
            null => throw new InvalidOperationException("SupplierBot.sln is not above the test executable."),
            _ when File.Exists(Path.Combine(folder.FullName, "SupplierBot.sln")) => folder.FullName,
            _ => Above(folder.Parent),
        };
}
