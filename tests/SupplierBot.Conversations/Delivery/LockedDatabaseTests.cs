using Microsoft.Data.Sqlite;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Delivery;

/// <summary>
/// Another program holds the database while people type: they get an error, nothing of it is kept, and afterwards the bot goes on by itself.
/// </summary>
public sealed class LockedDatabaseTests
{
    [Fact]
    public async Task Who_types_meanwhile_is_told_and_served_afterwards()
    {
        await using var company = await WireCompany.StartAsync();
        var rita = company.Employee("rita");
        await rita.SaysAsync("help");
        using (var other = new SqliteConnection($"Data Source={Path.Combine(company.Bot.Folder, "data", "supplierbot.db")};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE; UPDATE opening SET number = number";
            command.ExecuteNonQuery();
            await rita.GiveAsync(rita.Message("new Acme Notes"));
        }
        Assert.False(rita.Newest.Contains("Acme Notes"));
        Assert.True(rita.Newest.Contains(Employee.CouldNotSave), "The failed turn was not told.");
        await rita.SaysAsync("new Acme Notes");
        Assert.True(rita.Newest.Contains("Acme Notes"));
        Assert.Contains(company.Bot.Log, line => line.Contains("another program holds the file. Close it", StringComparison.Ordinal));
    }
}
