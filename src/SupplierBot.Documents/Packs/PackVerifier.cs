using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace SupplierBot.Documents.Packs;

/// <summary>Whether a pack is what it was when it was made: what verify.py does, for those who have the bot.</summary>
public static class PackVerifier
{
    /// <summary>A sentence for each fault, beginning with the file it is about; nothing where the pack is whole.</summary>
    /// <param name="pack">A ZIP; must be able to seek.</param>
    /// <param name="manifestSha256">As it was kept elsewhere: it alone shows that the manifest was rewritten with what was changed.</param>
    public static IReadOnlyList<string> Verify(Stream pack, string? manifestSha256 = null)
    {
        try
        {
            using var zip = new ZipArchive(pack, ZipArchiveMode.Read, leaveOpen: true);
            return Verify(zip, manifestSha256);
        }
        catch (InvalidDataException)
        {
            return ["The pack isn't a ZIP, or not a whole one."];
        }
    }

    private static List<string> Verify(ZipArchive zip, string? manifestSha256)
    {
        var findings = new List<string>();
        foreach (var several in zip.Entries.GroupBy(entry => entry.FullName).Where(entries => entries.Count() > 1))
            findings.Add($"{several.Key}: it is there {several.Count()} times");
        if (Read(zip, PackManifest.Path) is not { } bytes)
            return [.. findings, $"{PackManifest.Path}: it is missing or can't be read"];
        if (manifestSha256 is not null && !Hex(SHA256.HashData(bytes)).Equals(manifestSha256.Trim(), StringComparison.OrdinalIgnoreCase))
            findings.Add($"{PackManifest.Path}: it isn't the one whose hash was kept, {manifestSha256}");
        try
        {
            using var manifest = JsonDocument.Parse(bytes);
            findings.AddRange(Verify(zip, manifest.RootElement));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            findings.Add($"{PackManifest.Path}: it isn't a manifest of ours");
        }
        return findings;
    }

    private static IEnumerable<string> Verify(ZipArchive zip, JsonElement manifest)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal) { PackManifest.Path };
        var there = zip.Entries.ToLookup(entry => entry.FullName);
        foreach (var file in manifest.GetProperty("files").EnumerateArray())
        {
            var path = Text(file, "path");
            listed.Add(path);
            var entries = there[path].ToList();
            if (entries.Count == 0)
                yield return $"{path}: it is missing";
            else if (entries.Count == 1 && !IsSame(entries[0], file.GetProperty("size").GetInt64(), Text(file, "sha256")))
                yield return $"{path}: it was changed";
        }
        foreach (var entry in zip.Entries.Where(entry => !listed.Contains(entry.FullName)))
            yield return $"{entry.FullName}: it isn't in the manifest";
        if (!PackSample.IsChosen(() => Open(zip, "register.csv"), manifest.GetProperty("sample")))
            yield return $"{PackManifest.Path}: the sample isn't what its seed gives";
        foreach (var chain in manifest.GetProperty("chains").EnumerateArray())
        {
            foreach (var words in PackChain.Faults(path => Read(zip, path), chain))
                yield return words;
        }
        foreach (var fault in manifest.GetProperty("faults").EnumerateArray())
            yield return $"{Text(fault, "path")}: {Text(fault, "words")} (the pack itself says so)";
    }

    private static bool IsSame(ZipArchiveEntry entry, long size, string sha256)
    {
        try
        {
            using var content = entry.Open();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (buffer, read, all) = (new byte[64 * 1024], 0, 0L);
            while ((read = content.Read(buffer)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                all += read;
            }
            return all == size && Hex(hash.GetHashAndReset()) == sha256;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static Stream? Open(ZipArchive zip, string path) => zip.GetEntry(path)?.Open();

    /// <summary>Null where it isn't there or can't be unpacked.</summary>
    private static byte[]? Read(ZipArchive zip, string path)
    {
        if (zip.GetEntry(path) is not { } entry)
            return null;
        try
        {
            using var content = entry.Open();
            using var kept = new MemoryStream();
            content.CopyTo(kept);
            return kept.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
