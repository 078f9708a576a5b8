using System.Globalization;
using System.Text;
using System.Text.Json;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Audit;

/// <summary>
/// The newest event of every commit holds a hash of all that people read of the case, or of the role assignments, after it. So nothing of
/// it can be changed without a new chain. People are in it by their ids: their names can be taken out by hand, and nothing breaks. A second
/// hash leaves out the texts whose own hashes are in facts, so that those can be erased, too.
/// </summary>
public static class CaseSeal
{
    /// <summary>The detail of an event that holds it.</summary>
    public const string Detail = "state";

    /// <summary>The detail that holds the hash without texts.</summary>
    public const string CoreDetail = "core";
    internal const string Status = "status";
    internal const string Version = "version";

    /// <summary>What follows from the chain itself, and what time and roles move without an event.</summary>
    private static readonly string[] Moving =
    [
        "version",
        "factCount",
        "chainHead",
        "wakes",
        "passed",
        "replaced",
        "reviewRoles",
        "nextReport",
        "salt",
        "undoable",
    ];
    private static readonly JsonSerializerOptions OfCases = SealedText.Options(one => IsMoving(one) || IsName(one));
    private static readonly JsonSerializerOptions OfCores = SealedText.Options(one => IsMoving(one) || IsName(one) || IsText(one));
    private static readonly JsonSerializerOptions OfRoles = SealedText.Options(one =>
        one.Member is "factCount" or "chainHead" or "salt" || IsName(one)
    );

    /// <summary>Salted, so that the hash gives nothing away about texts that were erased, once the salt is.</summary>
    public static string Of(Case current) =>
        Hash(current.Salt, JsonSerializer.Serialize(current with { History = SealedHistoryNames.TakenOut(current) }, OfCases));

    /// <summary>Of what is left when texts were erased.</summary>
    public static string CoreOf(Case current) => Hash("", JsonSerializer.Serialize(current, OfCores));

    public static string Of(RoleAssignments assignments) => Hash(assignments.Salt, JsonSerializer.Serialize(assignments, OfRoles));

    /// <summary>The version of a document that a clause is agreed in stays.</summary>
    private static bool IsMoving((Type Type, string Member) one) => Moving.Contains(one.Member) && one.Type != typeof(ClauseItem);

    /// <summary>Of a file its hash is proved; without its name it was erased.</summary>
    private static bool IsName((Type Type, string Member) one) => one == (typeof(Person), "name") || one == (typeof(StoredFile), "name");

    /// <summary>Each is in an event with a salt of its own, or may repeat one that is.</summary>
    private static bool IsText((Type Type, string Member) one) =>
        one.Member switch
        {
            "reason" => one.Type == typeof(Decision) || one.Type == typeof(TierChange) || one.Type == typeof(ConditionSentBack),
            "comment" or "termsReference" => one.Type == typeof(Approval),
            "text" or "answer" => one.Type == typeof(InformationRequest),
            "source" => one.Type == typeof(ResolvedPoint),
            "proof" => one.Type == typeof(ApprovalCondition),
            "access" or "data" or "moved" => one.Type == typeof(Offboarding),
            "words" => one.Type == typeof(HistoryLine)
                || one.Type == typeof(ClauseChange)
                || one.Type == typeof(ClauseItem)
                || one.Type == typeof(ClauseStep),
            "gaps" => one.Type == typeof(EvidenceRecord),
            "reference" or "parties" or "governingLaw" or "value" or "link" => one.Type == typeof(SupplierContract),
            "restrictions" => one.Type == typeof(Case),
            _ => false,
        };

    internal static string? In(AuditEvent auditEvent) => Event(auditEvent, Detail);

    internal static string? Event(AuditEvent auditEvent, string detail) =>
        auditEvent.Details.LastOrDefault(pair => pair.Key == detail).Value;

    /// <summary>
    /// The version that the commit of this fact, as its newest, gave the case; null in facts of older releases, and in those that are not
    /// the newest.
    /// </summary>
    public static int? VersionIn(AuditEvent auditEvent) =>
        int.TryParse(Event(auditEvent, Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>The details that seal a case as a commit leaves it.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Details(Case after) =>
        [
            new(Status, after.Status.ToString()),
            new(Version, CaseTexts.Number(after.Version)),
            new(CoreDetail, CoreOf(after)),
            new(Detail, Of(after)),
        ];

    private static string Hash(string? salt, string text) => HashChain.Hash(Encoding.UTF8.GetBytes($"{salt}\n{text}"));
}

/// <summary>
/// Names in the history of a case. They are sealed as if they were not there: whether they were taken out by hand makes no difference.
/// </summary>
internal static class SealedHistoryNames
{
    public static IReadOnlyList<HistoryLine> TakenOut(Case current)
    {
        // Longer ones first: one may be part of another.
        var names = People(current)
            .Select(person => person.Name)
            .Where(name => name.Length > 0)
            .Distinct()
            .OrderByDescending(name => name.Length)
            .ThenBy(name => name, StringComparer.Ordinal)
            .ToList();
        return
        [
            .. current.History.Select(line =>
                line with
                {
                    Words = names.Aggregate(line.Words, (words, name) => words.Replace(name, "", StringComparison.Ordinal)),
                }
            ),
        ];
    }

    private static IEnumerable<Person> People(Case current)
    {
        IEnumerable<Person?> all =
        [
            current.Requester,
            current.Owner,
            current.Claim?.By,
            current.Decision?.By,
            current.TierChange?.By,
            current.Offboarding?.By,
            current.Offboarding?.ReportedBy,
            current.Offboarding?.EndedBy,
            current.Merge?.By,
            .. current.FormerOwners.Select(former => former.Person),
            .. current.Approvals.Select(approval => approval.By),
            .. current.ClauseChanges.Select(change => change.By),
            current.Contract?.By,
            .. (current.Clauses ?? []).SelectMany(item => new[] { item.By, item.AcceptedBy }.Concat(item.Before.Select(step => step.By))),
            .. current.Evidence.SelectMany(record => new[] { record.AddedBy, record.JudgedBy }),
            .. current.ResolvedPoints.Select(resolved => resolved.By),
            .. current.Changes.Select(change => change.By),
            .. current.Notifications.Select(notification => notification.To),
            .. current.InformationRequests.SelectMany(informationRequest => new[] { informationRequest.By, informationRequest.AnsweredBy }),
            .. current.Conditions.SelectMany(condition =>
                new[] { condition.Owner, condition.SetBy, condition.ReportedBy, condition.ConfirmedBy }.Concat(
                    condition.SentBack.Select(sentBack => sentBack.By)
                )
            ),
        ];
        return all.OfType<Person>();
    }
}
