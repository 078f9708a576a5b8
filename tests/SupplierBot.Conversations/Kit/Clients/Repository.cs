namespace SupplierBot.Conversations.Kit.Clients;

/// <summary>Where the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));
    /// <summary>The real clients and their node_modules.</summary>
    public static string Clients => Path.Combine(Root, "tests", "clients");

    private static string Above(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "SupplierBot.sln")) ? folder.FullName : Above(folder.Parent!);
}
