using SupplierBot.Web.Hosting;

namespace SupplierBot.Web.Tests.Hosting;

public sealed class ContentRootTests
{
    [Fact]
    public void It_is_the_repository_while_developing() =>
        Assert.True(File.Exists(Path.Combine(ContentRoot.Find("Development", AppContext.BaseDirectory), "SupplierBot.sln")));

    [Fact]
    public void It_is_beside_the_executable_otherwise()
    {
        Assert.Equal(AppContext.BaseDirectory, ContentRoot.Find("Production", AppContext.BaseDirectory));
        Assert.Equal(Path.GetTempPath(), ContentRoot.Find("Development", Path.GetTempPath()));
    }

    [Fact]
    public void The_command_line_beats_the_environment() => Assert.Equal("Staging", ContentRoot.Environment(["--environment", "Staging"]));
}
