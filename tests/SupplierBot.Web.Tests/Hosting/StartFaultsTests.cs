using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Web.Commands;
using SupplierBot.Web.Hosting;

namespace SupplierBot.Web.Tests.Hosting;

public sealed class StartFaultsTests
{
    [Fact]
    public async Task A_file_that_is_no_table_is_reported_and_not_thrown()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("supplierbot-").FullName, "notes.db");
        await File.WriteAllTextAsync(path, "hello", TestContext.Current.CancellationToken);
        var fault = Assert.Throws<TableFileException>(() => SqliteTable.Open(path));
        Assert.Equal(fault.Message, StartFaults.Words(fault));
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Refused, await StartFaults.ReportAsync(() => throw fault));
    }

    [Fact]
    public void Settings_that_are_no_JSON_are_reported_with_their_file()
    {
        var folder = Directory.CreateTempSubdirectory("supplierbot-").FullName;
        File.WriteAllText(Path.Combine(folder, "appsettings.json"), "{\"a\":");
        var fault = Assert.Throws<InvalidDataException>(() =>
            new ConfigurationBuilder().SetBasePath(folder).AddJsonFile("appsettings.json").Build()
        );
        Assert.Contains("appsettings.json", StartFaults.Words(fault), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_stays_one()
    {
        Assert.Null(StartFaults.Words(new InvalidOperationException("ours")));
        Assert.NotNull(StartFaults.Words(new SocketException(13)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("ftp://127.0.0.1:21")]
    [InlineData("")]
    public void What_is_no_address_is_refused(string address) =>
        Assert.Contains($"`{address}`", Assert.Single(ListenAddresses.Faults([address])).Problem, StringComparison.Ordinal);

    [Fact]
    public void An_address_is_free_once_nobody_listens_there()
    {
        using var other = new TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port;
        Assert.False(ListenAddresses.IsFree($"http://localhost:{port}"));
        Assert.False(ListenAddresses.IsFree($"http://127.0.0.1:{port}"));
        other.Stop();
        Assert.True(ListenAddresses.IsFree($"http://localhost:{port}"));
    }

    [Theory]
    [InlineData("http://localhost:3978")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://*:80")]
    [InlineData("https://[::1]:443")]
    public void Addresses_are_accepted(string address) => Assert.Empty(ListenAddresses.Faults([address]));
}
