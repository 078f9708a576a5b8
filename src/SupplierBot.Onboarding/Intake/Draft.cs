using System.Text.Json.Serialization;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Intake;

/// <summary>
/// Questions being answered. Not a case: nobody but its owner ever sees it. No page index is stored; the answers are replayed.
/// </summary>
public sealed record Draft
{
    /// <summary>Of one person. Beyond this something has to be sent or deleted first.</summary>
    public const int MostOpen = 10;

    public required string Id { get; init; }
    public required Person Owner { get; init; }

    /// <summary>Rises with every change of the answers; a card carries the one it was rendered from.</summary>
    public required int Revision { get; init; }
    public required Answers Answers { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The person said that theirs is another use of a supplier that is already there (check K7).</summary>
    public bool AnotherUse { get; init; }

    /// <summary>
    /// The case whose answers are being changed after it was sent, or taken up again after it ended; null for a new request.
    /// </summary>
    public string? EditsCase { get; init; }

    /// <summary>Ended case this one follows (rejected, withdrawn, expired); its id is kept on the new case.</summary>
    public string? FollowsCase { get; init; }

    /// <summary>The entry of the register that it assesses for the first time; null where it is about none of those.</summary>
    public string? OfEntry { get; init; }

    /// <summary>It reviews what is on the register; null for a request.</summary>
    [JsonPropertyName("renews")]
    public ReviewOrigin? ReviewOrigin { get; init; }

    /// <summary>Questions whose old answers have to be confirmed, page by page.</summary>
    [JsonPropertyName("again")]
    public IReadOnlyList<string> AskAgain
    {
        get;
        init => field = value ?? Nothing();
    } = [];

    [JsonIgnore]
    public bool IsEmpty => !Answers.Ids.Any();

    /// <summary>A member that came later is null in what was kept before.</summary>
    private static IReadOnlyList<string> Nothing() => [];
}
