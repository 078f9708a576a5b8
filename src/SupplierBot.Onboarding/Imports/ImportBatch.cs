using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Imports;

public enum ImportStage
{
    /// <summary>Its lines are being put beside it; nothing is on the register yet.</summary>
    Staging,

    /// <summary>Its numbers are given out, and its entries are being written.</summary>
    Writing,
    Done,
    Undoing,
    Undone,

    /// <summary>It stopped before all of its lines were there, and was given up: nothing of it ever was on the register.</summary>
    Dropped,
}

/// <summary>One import: how far it is, so that it can go on where it stopped.</summary>
public sealed record ImportBatch
{
    /// <summary>An import can be undone for so long.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromDays(30);

    private static readonly JsonSerializerOptions Named = SealedText.Options(member => member == (typeof(Person), "name"));

    /// <summary>Without the id of an owner, too, which is a name: its salted hash is in the text.</summary>
    private static readonly JsonSerializerOptions Proved = SealedText.Options(member =>
        member.Type == typeof(Person) || member == (typeof(ImportedLine), "ownerSalt")
    );

    /// <summary><c>IMP-0001</c>.</summary>
    public required string Id { get; init; }
    public required Person By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string FileName { get; init; }

    /// <summary>What was pressed to begin it: it is begun once. Empty on the command line.</summary>
    public string Operation { get; init; } = "";

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string FileHash { get; init; }
    public required int Lines { get; init; }

    /// <summary>SHA-256 of its lines, lower-case hexadecimal; the names of people are not in it, so that they can be erased.</summary>
    public required string LinesHash { get; init; }
    public required ImportStage Stage { get; init; }

    /// <summary>Lines that this state is done with.</summary>
    public int Progress { get; init; }

    /// <summary>The number of the first entry; the others follow. 0 before they are given out.</summary>
    public long First { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public Person? UndoneBy { get; init; }

    /// <summary>Entries that stayed when it was undone, because somebody had worked on them.</summary>
    public IReadOnlyList<string> Kept
    {
        get;
        init => field = value ?? [];
    } = [];

    public static string IdOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"IMP-{number:D4}");

    public static string HashOf(IEnumerable<ImportedLine> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
            hash.AppendData(Encoding.UTF8.GetBytes(TextOf(line) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Equal texts are equal lines, whatever people are called by now.</summary>
    public static string TextOf(ImportedLine line) => JsonSerializer.Serialize(line, line.OwnerProof is null ? Named : Proved);
}
