namespace SupplierBot.Web.Tests;

public sealed class HomeFolder
{
    [Fact]
    public void It_is_the_repository_while_developing() =>
        Assert.True(File.Exists(Path.Combine(Home.Find("Development", AppContext.BaseDirectory), "SupplierBot.sln")));

    [Fact]
    public void It_is_beside_the_executable_otherwise()
    {
        Assert.Equal(AppContext.BaseDirectory, Home.Find("Production", AppContext.BaseDirectory));
        Assert.Equal(Path.GetTempPath(), Home.Find("Development", Path.GetTempPath()));
    }

    [Fact]
    public void The_command_line_beats_the_environment() => Assert.Equal("Staging", Home.Environment(["--environment", "Staging"]));
}
