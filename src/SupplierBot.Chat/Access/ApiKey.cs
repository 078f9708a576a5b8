using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Access;

/// <summary>
/// What another program may ask for in the name of somebody. The secret is shown once, when the key is made; only its hash is kept.
/// </summary>
/// <param name="Id">Ten characters; stands at the beginning of the key, so that it can be found.</param>
/// <param name="Name">What it is for, as the admin said it.</param>
/// <param name="Scopes">Of <see cref="ApiScopes"/>.</param>
/// <param name="Owner">Who answers for it: what is written with it is written as theirs, and refused where it would be refused to
/// them.</param>
/// <param name="Until">It works before that.</param>
/// <param name="Hash">SHA-256 of the secret, in hexadecimal.</param>
public sealed record ApiKey(
    string Id,
    string Name,
    IReadOnlyList<string> Scopes,
    Person Owner,
    PersonId MadeBy,
    DateTimeOffset MadeAt,
    DateTimeOffset Until,
    string Hash
)
{
    /// <summary>When somebody ended it before its time; null where nobody did.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Noted once an hour at most; null where it was never used.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    public bool WorksAt(DateTimeOffset now) => EndedAt is null && now < Until;

    public bool Has(string scope) => Scopes.Contains(scope, StringComparer.Ordinal);
}

/// <summary>What a key may be for.</summary>
public static class ApiScopes
{
    /// <summary>Suppliers, contract points, documents, and whether something may be used.</summary>
    public const string Register = "register";

    /// <summary>Requests with their answers, the reasons for their tier, and decisions.</summary>
    public const string Cases = "cases";

    /// <summary>What the key's owner may do in chat: report a condition as done.</summary>
    public const string Write = "write";

    public static readonly IReadOnlyList<string> All = [Register, Cases, Write];
}
