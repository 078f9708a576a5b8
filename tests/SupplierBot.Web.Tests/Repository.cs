namespace SupplierBot.Web.Tests;

internal static class Repository
{
    public static string Root { get; } = Home.Find(Microsoft.Extensions.Hosting.Environments.Development, AppContext.BaseDirectory);
}
