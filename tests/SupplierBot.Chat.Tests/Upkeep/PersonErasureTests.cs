using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Tampering;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Upkeep;

/// <summary>Somebody is erased from a register in which everything has happened, and everything is still proved.</summary>
public sealed class PersonErasureTests
{
    [Theory]
    [InlineData("teams:rita")]
    [InlineData("teams:sam")]
    [InlineData("teams:priya")]
    public async Task The_name_goes_and_every_chain_stays_whole(string id)
    {
        await using var register = await BusyRegister.FillAsync();
        var person = new PersonId(id);
        var name = new[] { TestBot.Rita, TestBot.Sam, TestBot.Priya }.Single(one => one.Id == person).Name;
        var before = await register.AuditAsync(register.Table);
        Assert.Contains(await RowsAsync(register), row => TextOf(row).Contains(name, StringComparison.Ordinal));
        var erased = await EraseAsync(register, person, write: true);
        Assert.True(erased.Rows > 5, $"{erased.Rows}");
        var left = erased.Left.Select(words => words.Split(": ")[0]).ToHashSet(StringComparer.Ordinal);
        // What names them still is what the answer says it is, and nothing else.
        foreach (var row in await RowsAsync(register))
            Assert.True(left.Contains(row.Key) || !TextOf(row).Contains(name, StringComparison.Ordinal), $"{row.Key}: {TextOf(row)}");
        Assert.Equal(before, await register.AuditAsync(register.Table));
        Assert.Equal((0, 0), await AgainAsync(register, person));
    }

    [Fact]
    public async Task Without_a_word_nothing_is_written()
    {
        await using var register = await BusyRegister.FillAsync();
        var before = (await RowsAsync(register)).Select(TextOf).ToList();
        var counted = await EraseAsync(register, TestBot.Rita.Id, write: false);
        Assert.Equal(before, (await RowsAsync(register)).Select(TextOf));
        var erased = await EraseAsync(register, TestBot.Rita.Id, write: true);
        Assert.Equal((counted.Rows, counted.Deleted), (erased.Rows, erased.Deleted));
    }

    [Fact]
    public async Task Somebody_nobody_knows_is_in_no_row()
    {
        await using var register = await BusyRegister.FillAsync();
        var erased = await EraseAsync(register, new("teams:nobody"), write: true);
        Assert.Equal((0, 0, 0), (erased.Rows, erased.Deleted, erased.Left.Count));
    }

    /// <summary>An id that begins like another's is another's.</summary>
    [Fact]
    public async Task Nobody_else_is_touched()
    {
        await using var register = await BusyRegister.FillAsync();
        await EraseAsync(register, new("teams:rit"), write: true);
        Assert.Contains(await RowsAsync(register), row => TextOf(row).Contains(TestBot.Rita.Name, StringComparison.Ordinal));
        await EraseAsync(register, TestBot.Rita.Id, write: true);
        Assert.Contains(await RowsAsync(register), row => TextOf(row).Contains(TestBot.Sam.Name, StringComparison.Ordinal));
    }

    private static async Task<(long, long)> AgainAsync(BusyRegister register, PersonId person)
    {
        var again = await EraseAsync(register, person, write: true);
        return (again.Rows, again.Deleted);
    }

    private static Task<ErasedPerson> EraseAsync(BusyRegister register, PersonId person, bool write) =>
        new PersonErasure(register.Table, register.Settings).EraseAsync(person, write, CancellationToken.None);

    private static Task<IReadOnlyList<Row>> RowsAsync(BusyRegister register) =>
        register.Table.ReadAsync(Keys.Workflow(register.Settings.OrganisationId), "!", "~", 1000, CancellationToken.None);

    private static string TextOf(Row row) => string.Join('\n', row.Values.Values.OfType<string>());
}
