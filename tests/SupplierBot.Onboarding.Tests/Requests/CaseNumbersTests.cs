using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>Numbers of cases and of the register, however they are written.</summary>
public sealed class CaseNumbersTests
{
    [Theory]
    [InlineData(2026, 12, "REQ-2026-0012"), InlineData(2026, 12345, "REQ-2026-12345"), InlineData(999, 0, "REQ-0999-0000")]
    public void A_number_is_written_with_four_places_at_least(int year, int number, string id) =>
        Assert.Equal(id, CaseNumbers.Of(year, number));

    [Theory]
    [InlineData("REQ-2026-0012", "REQ-2026-0012"), InlineData("req 2025 12", "REQ-2025-0012"), InlineData("#req2025/7", "REQ-2025-0007")]
    [InlineData("2025-0012", "REQ-2025-0012"), InlineData("2025_12", "REQ-2025-0012"), InlineData("#12", "REQ-2026-0012")]
    [InlineData("12", "REQ-2026-0012"), InlineData("req-12", "REQ-2026-0012"), InlineData("REQ_1234567", "REQ-2026-1234567")]
    [InlineData("12345678", null), InlineData("sup 12", null), InlineData("12a", null), InlineData("", null), InlineData("req", null)]
    public void A_case_is_read_in_the_year_that_is_known(string typed, string? id) => Assert.Equal(id, CaseNumbers.Read(typed, 2026));

    [Theory]
    [InlineData("12", null), InlineData("req 12", null), InlineData("req 2025 12", "REQ-2025-0012")]
    public void Without_a_known_year_it_has_to_be_said(string typed, string? id) => Assert.Equal(id, CaseNumbers.Read(typed, null));

    [Theory]
    [InlineData("SUP-0031", "SUP-0031"), InlineData("sup 31", "SUP-0031"), InlineData("sup31", "SUP-0031"), InlineData("#31", "SUP-0031")]
    [InlineData("31", "SUP-0031"), InlineData("req 31", null), InlineData("supper", null), InlineData("2026-31", null)]
    public void An_entry_is_read_by_its_number(string typed, string? id) => Assert.Equal(id, CaseNumbers.ReadEntry(typed));

    [Theory]
    [InlineData("REQ-2026-0012", true), InlineData("sup 31", true), InlineData("#12", true), InlineData("req12", true)]
    [InlineData("12", false), InlineData("2026-12", false), InlineData("request 12", false), InlineData("supper", false)]
    [InlineData("#hash", false)]
    public void Only_what_is_written_like_a_number_of_ours_is_whole(string typed, bool whole) =>
        Assert.Equal(whole, CaseNumbers.IsWhole(typed));

    [Theory]
    [InlineData("REQ-2026-0012", true), InlineData("SUP-0031", true), InlineData("ROLES", false), InlineData("req-2026-0012", false)]
    [InlineData("XREQ-1", false), InlineData("NOTE-000001-1", false)]
    public void An_id_of_a_case_or_an_entry_begins_like_one(string id, bool either) => Assert.Equal(either, CaseNumbers.IsCaseOrEntry(id));
}
