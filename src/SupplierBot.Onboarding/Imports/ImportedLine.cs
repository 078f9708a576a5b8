using System.Text.Json.Serialization;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Imports;

/// <summary>
/// What a line of somebody's own register says of a supplier that is in use. Nothing of it was assessed: it stays beside the register
/// entry, so that anyone can see what was brought along and what was found out since.
/// </summary>
public sealed record ImportedLine
{
    public required string Batch { get; init; }

    /// <summary>In the file, as the spreadsheet program counts.</summary>
    public required int Row { get; init; }
    public required string Supplier { get; init; }
    public string Service { get; init; } = "";
    public string Website { get; init; } = "";
    public string Purpose { get; init; } = "";

    /// <summary>A name that nobody bears stays a name; null where the file says none.</summary>
    public Person? Owner { get; init; }

    /// <summary>
    /// The salted hash of an owner who is a name that nobody bears: such a name is its own id, and with its salt erased nothing proves it
    /// any more. Null where the owner is somebody, where there is none, and in lines of releases before it.
    /// </summary>
    public string? OwnerProof { get; init; }

    /// <summary>Kept beside the hash; null where the name was erased.</summary>
    public string? OwnerSalt { get; init; }
    public string Department { get; init; } = "";

    /// <summary>As the file says; null where it says none. The policy gives the one that counts.</summary>
    public Tier? Tier { get; init; }
    public string Data { get; init; } = "";
    public DateOnly? ContractStart { get; init; }
    public DateOnly? ContractEnd { get; init; }
    public string Renewal { get; init; } = "";
    public string Contract { get; init; } = "";
    public string Status { get; init; } = "";
    public string Type { get; init; } = "";
    public string Location { get; init; } = "";
    public string Subprocessors { get; init; } = "";
    public string Notes { get; init; } = "";

    /// <summary>By when somebody should assess it.</summary>
    public required DateOnly AssessBy { get; init; }

    /// <summary>With the owner's name out of what is hashed.</summary>
    /// <param name="salt">Fresh and random.</param>
    public ImportedLine Salted(string salt) =>
        Owner is { Name.Length: > 0 } owner && !Owners.CanBeNotified(owner)
            ? this with
            {
                OwnerProof = HashChain.Salted(salt, owner.Name),
                OwnerSalt = salt,
            }
            : this;

    /// <summary>Whether the owner is the one that was imported; a name without its salt was erased.</summary>
    [JsonIgnore]
    public bool IsOwnerProved => OwnerProof is null || OwnerSalt is null || HashChain.Salted(OwnerSalt, Owner?.Name ?? "") == OwnerProof;
}
