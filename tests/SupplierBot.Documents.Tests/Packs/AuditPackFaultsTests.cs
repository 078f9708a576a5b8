using System.Text;
using SupplierBot.Documents.Packs;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Packs;

/// <summary>What is damaged, missing or erased already when a pack is made.</summary>
public sealed class AuditPackFaultsTests
{
    [Fact]
    public async Task A_case_whose_chain_is_broken_is_there_and_marked()
    {
        var room = SampleRegister.EndedRoom();
        var second = room.Facts[1];
        room.Facts[1] = second with
        {
            Canonical = Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(second.Canonical.Span).Replace("teams:sam", "teams:eve", StringComparison.Ordinal)
            ),
        };
        var (pack, result) = await Kit.Packs.WriteAsync([new(SampleRegister.Of(room, "SUP-0006"), [.. room.Facts])], new(1, Tier.Low, "x"));
        Assert.Contains("chain is broken at event 2", Kit.Packs.Text(pack, "cases/REQ-2026-0012/case.md"), StringComparison.Ordinal);
        var faults = await Kit.Packs.FaultsAsync(pack, result.ManifestSha256);
        Assert.Equal(2, faults.Count);
        Assert.StartsWith("cases/REQ-2026-0012/events.jsonl: the chain is broken at event 3", faults[0], StringComparison.Ordinal);
        Assert.Contains("broken at event 2 when the pack was made", faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_missing_already_is_said()
    {
        var whole = Kit.Packs.Cases()[0];
        var file = whole.Files[0];
        PackedCase[] cases =
        [
            whole with
            {
                Files =
                [
                    file with
                    {
                        OpenAsync = _ => Task.FromResult<Stream?>(null),
                    },
                    file with
                    {
                        OpenAsync = _ => Task.FromResult<Stream?>(new MemoryStream([1, 2, 3])),
                    },
                ],
            },
        ];
        var (pack, _) = await Kit.Packs.WriteAsync(cases, new(2, null, "b"));
        var faults = await Kit.Packs.FaultsAsync(pack);
        Assert.Contains(faults, fault => fault.Contains("isn't kept any more", StringComparison.Ordinal));
        Assert.Contains(
            faults,
            fault =>
                fault.StartsWith("cases/REQ-2026-0012/files/2-", StringComparison.Ordinal)
                && fault.Contains("isn't the file that was added", StringComparison.Ordinal)
        );
        Assert.Contains(faults, fault => fault.Contains("is in the sample, and no case of it was given", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_cannot_be_read_is_there_and_one_that_was_given_twice_is_told_apart()
    {
        var whole = Kit.Packs.Cases()[0];
        var (pack, _) = await Kit.Packs.WriteAsync(
            [whole, whole, whole with { Record = whole.Record with { Case = null } }],
            new(1, Tier.Low, "x")
        );
        var paths = Kit.Packs.Files(pack).Select(file => file.Path).ToList();
        Assert.Contains("cases/REQ-2026-0012-2/case.md", paths);
        Assert.Contains("cases/REQ-2026-0012-3/case.md", paths);
        Assert.Equal(
            ["cases/REQ-2026-0012-3/case.md: the case couldn't be read when the pack was made (the pack itself says so)"],
            await Kit.Packs.FaultsAsync(pack)
        );
    }

    [Fact]
    public async Task Events_that_cannot_be_read_to_their_end_leave_nothing_that_opens()
    {
        using var output = new MemoryStream();
        await Assert.ThrowsAsync<IOException>(() =>
            AuditPack.WriteAsync(
                new(
                    SampleRegister.Streamed(SampleRegister.All),
                    SampleCases(),
                    Nothing<ChainedEvent>(),
                    Nothing<ChainedEvent>(),
                    Kit.Packs.Everybody
                ),
                SampleRegister.Provenance,
                WordingText.Wording,
                new(output, () => new MemoryStream()),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(["The pack isn't a ZIP, or not a whole one."], PackVerifier.Verify(output));
    }

    [Fact]
    public async Task A_comment_that_was_erased_is_in_no_file_and_the_chain_stays_whole()
    {
        var whole = Kit.Packs.Cases()[0];
        var erased = whole with
        {
            Events = [.. whole.Events.Select(one => one with { Event = one.Event with { Comment = "", Salt = "" } })],
        };
        var (pack, result) = await Kit.Packs.WriteAsync([erased], new(1, Tier.Low, "x"));
        Assert.Equal("", Kit.Packs.Text(pack, "cases/REQ-2026-0012/texts.jsonl"));
        Assert.Empty(await Kit.Packs.FaultsAsync(pack, result.ManifestSha256));
    }

    private static async IAsyncEnumerable<PackedCase> SampleCases()
    {
        yield return Kit.Packs.Cases()[0];
        await Task.CompletedTask;
        throw new IOException("The storage went away.");
    }

    private static async IAsyncEnumerable<T> Nothing<T>()
    {
        await Task.CompletedTask;
        yield break;
    }
}
