using SupplierBot.Web.Hosting;

namespace SupplierBot.Web.Tests.Kit;

internal static class Repository
{
    public static string Root { get; } = ContentRoot.Find(Microsoft.Extensions.Hosting.Environments.Development, AppContext.BaseDirectory);
}
