using System.Text;
using SupplierBot.Documents.Packs;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Documents.Tests.Packs;

/// <summary>Both verifiers, ours and the program in the pack: they find the same and say it in the same words.</summary>
public sealed class PackVerifierTests
{
    private static readonly SampleRule Sampled = new(1, Tier.Low, "x");

    [Fact]
    public async Task One_changed_byte_in_any_file_is_found_and_the_file_named()
    {
        var (pack, result) = await Kit.Packs.WriteAsync(sample: Sampled);
        foreach (var (path, bytes) in Kit.Packs.Files(pack).Where(file => file.Bytes.Length > 0))
        {
            var faults = await Kit.Packs.FaultsAsync(Kit.Packs.With(pack, path, Changed(bytes.Length / 2)), result.ManifestSha256);
            Assert.Contains(faults, fault => fault.StartsWith($"{path}: ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_byte_changed_in_the_ZIP_itself_is_found()
    {
        var (pack, result) = await Kit.Packs.WriteAsync(sample: Sampled);
        var changed = pack.ToArray();
        changed[pack.Length / 2] ^= 1;
        Assert.NotEmpty(await Kit.Packs.FaultsAsync(changed, result.ManifestSha256));
    }

    [Fact]
    public async Task A_removed_an_added_and_a_doubled_file_are_named()
    {
        var (pack, result) = await Kit.Packs.WriteAsync(sample: Sampled);
        var files = Kit.Packs.Files(pack).Where(file => file.Path != "register.json").ToList();
        files.Add(("cases/REQ-2026-0099/case.md", "Approved."u8.ToArray()));
        Assert.Equal(
            ["register.json: it is missing", "cases/REQ-2026-0099/case.md: it isn't in the manifest"],
            await Kit.Packs.FaultsAsync(Kit.Packs.Packed(files), result.ManifestSha256)
        );
        Assert.Contains(
            "README.md: it is there 2 times",
            await Kit.Packs.FaultsAsync(Kit.Packs.Packed([.. Kit.Packs.Files(pack), ("README.md", [])]), result.ManifestSha256)
        );
    }

    [Fact]
    public async Task A_manifest_made_anew_is_found_by_its_hash_and_the_events_by_their_chain()
    {
        var (pack, result) = await Kit.Packs.WriteAsync(sample: Sampled);
        const string Events = "cases/REQ-2026-0012/events.jsonl";
        var old = Kit.Packs.Files(pack).Single(file => file.Path == Events).Bytes;
        var forged = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(old).Replace("teams:sam", "teams:eve", StringComparison.Ordinal));
        var changed = Kit.Packs.With(pack, Events, _ => forged);
        var remade = Kit.Packs.With(
            changed,
            "manifest.json",
            bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(Hash(old), Hash(forged), StringComparison.Ordinal))
        );
        Assert.StartsWith(
            $"{Events}: the chain is broken at event",
            Assert.Single(await Kit.Packs.FaultsAsync(remade)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"manifest.json: it isn't the one whose hash was kept, {result.ManifestSha256}",
            await Kit.Packs.FaultsAsync(remade, result.ManifestSha256)
        );
    }

    [Fact]
    public async Task Another_sample_than_its_seed_gives_is_found()
    {
        var (pack, _) = await Kit.Packs.WriteAsync(sample: Sampled);
        var other = Kit.Packs.With(
            pack,
            "manifest.json",
            bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("SUP-0006", "SUP-0005", StringComparison.Ordinal))
        );
        Assert.Equal(["manifest.json: the sample isn't what its seed gives"], await Kit.Packs.FaultsAsync(other));
    }

    [Fact]
    public async Task A_comment_that_was_changed_with_the_manifest_is_found_by_its_salted_hash()
    {
        var (pack, _) = await Kit.Packs.WriteAsync(sample: Sampled);
        const string Texts = "cases/REQ-2026-0012/texts.jsonl";
        var old = Kit.Packs.Files(pack).Single(file => file.Path == Texts).Bytes;
        var forged = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(old).Replace("stolen", "parked", StringComparison.Ordinal));
        var remade = Kit.Packs.With(
            Kit.Packs.With(pack, Texts, _ => forged),
            "manifest.json",
            bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(Hash(old), Hash(forged), StringComparison.Ordinal))
        );
        Assert.EndsWith(
            "isn't the text whose hash is in its event",
            Assert.Single(await Kit.Packs.FaultsAsync(remade)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Something_else_is_no_pack() =>
        Assert.Equal(["The pack isn't a ZIP, or not a whole one."], PackVerifier.Verify(new MemoryStream("Hello"u8.ToArray())));

    [Fact]
    public async Task Without_its_manifest_it_proves_nothing()
    {
        var (pack, _) = await Kit.Packs.WriteAsync(sample: Sampled);
        var files = Kit.Packs.Files(pack).Where(file => file.Path != "manifest.json");
        Assert.Equal(["manifest.json: it is missing or can't be read"], await Kit.Packs.FaultsAsync(Kit.Packs.Packed(files)));
        Assert.Equal(
            ["manifest.json: it isn't a manifest of ours"],
            await Kit.Packs.FaultsAsync(Kit.Packs.With(pack, "manifest.json", _ => "[]"u8.ToArray()))
        );
    }

    private static Func<byte[], byte[]> Changed(int at) =>
        bytes =>
        {
            var changed = bytes.ToArray();
            changed[at] ^= 1;
            return changed;
        };

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
}
