using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register.Providers;

/// <summary>The newest thing that happened to a provider of what is approved, as its owner was asked about it.</summary>
/// <param name="Cause"><see cref="ProviderCause.Id"/>.</param>
/// <param name="Provider">Its name; it is not in the event.</param>
/// <param name="Entry">The register entry it happened to.</param>
/// <param name="Critical">Critical services that depend on the provider.</param>
/// <param name="Triggers">What a review that is started for it asks again.</param>
public sealed record ProviderChange(
    ProviderChangeKind Kind,
    string Cause,
    string Provider,
    string Entry,
    DateTimeOffset At,
    int Critical,
    IReadOnlyList<string> Triggers
);

/// <summary>
/// Something happened to a provider of several suppliers (Policies/README.md "Reviews and triggers"): the owner of each is asked whether it
/// concerns theirs. Where many critical services depend on the provider, the review of each of those is due.
/// </summary>
public static class ProviderChanges
{
    private const string Prefix = "ProviderChanged-";

    /// <summary>Null where nothing has to be done, or was done for this cause before.</summary>
    /// <param name="kept">The register entry; null where it is not known.</param>
    /// <param name="provider">The name by which the entry depends on it.</param>
    /// <param name="critical">Critical services that depend on it now.</param>
    public static Outcome? Of(
        Case current,
        RegisterEntry? kept,
        ProviderCause cause,
        string provider,
        int critical,
        Policy policy,
        Context context
    )
    {
        var moment = Prefix + cause.Id;
        if (
            current is not { IsApproved: true, Replaced: false, Offboarding: null, Decision: { } decision }
            || current.Undoable?.IsHeld(context.Now) == true
            || kept is not { Review: null }
            || kept.CaseId != current.Id
            || kept.Id == cause.EntryId
            || current.Passed.Contains(moment)
            // What happened to one service of a supplier is not what happened to another one of it.
            || (cause.Kind != ProviderChangeKind.Concentration && SupplierNames.Same(current.Supplier, provider))
            // Who decided later knew of it.
            || decision.At >= cause.At
        )
            return null;
        var reopens = current.Assessment.Tier == Tier.Critical && CriticalServices.AreMany(critical, policy);
        if (cause.Kind == ProviderChangeKind.Concentration && !reopens)
            return null;
        var triggers = cause.Triggers.Concat(reopens ? [CriticalServices.Trigger] : Array.Empty<string>()).Distinct();
        var change = new ProviderChange(
            cause.Kind,
            cause.Id,
            provider,
            cause.EntryId,
            cause.At,
            critical,
            [.. triggers.Where(id => policy.Triggers.Any(trigger => trigger.Id == id))]
        );
        return Asked(current, kept, change, reopens, policy, context);
    }

    /// <summary>
    /// What changed, for a review that is started now; nothing where its interval asks for one, which asks everything again.
    /// </summary>
    internal static IReadOnlyList<string> Triggers(Case current, Policy policy) =>
        current is { ProviderChange: { } change } && (current.ReviewDue is not null || current.ReviewState == ReviewState.NotYet)
            ? [.. change.Triggers.Where(id => policy.Triggers.Any(trigger => trigger.Id == id))]
            : [];

    /// <summary>For the auditor.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Details(ProviderChange change) =>
        [
            new("cause", change.Cause),
            new("what", change.Kind.ToString()),
            new("provider", change.Entry),
            new("critical", CaseTexts.Number(change.Critical)),
            new("triggers", string.Join(',', change.Triggers)),
        ];

    private static Outcome Asked(Case current, RegisterEntry kept, ProviderChange change, bool reopens, Policy policy, Context context)
    {
        var passed = current.Passed.Append(Prefix + change.Cause).ToList();
        var asked = current with { ProviderChange = change, Passed = passed };
        var number = passed.Count(id => id.StartsWith(Prefix, StringComparison.Ordinal));
        Person[] owner = [CaseTimers.Keeper(current)];
        var after = reopens
            ? Reassessment
                .ReviewedNow(current, asked, context)
                .NotifyGroup(NotificationKind.ProviderChanged, number, NotificationGroup.Security, context.Roles, owner)
            : asked.Notify(NotificationKind.ProviderChanged, number, owner);
        var due = after.ReviewDue == current.ReviewDue ? null : after.ReviewDue;
        var (recorded, chained) = CaseRecorder.Of(
            current,
            after,
            [
                new(
                    AuditEventKind.ProviderChanged,
                    CaseTimers.Nobody,
                    context.Now,
                    [
                        new("moment", Prefix + change.Cause),
                        .. Details(change),
                        .. due is { } day ? new[] { KeyValuePair.Create("review_due", Dates.Value(day)) } : [],
                    ]
                ),
            ],
            [
                context.StoredWording.Fill(
                    $"story.provider_{change.Kind}{(reopens ? "_due" : "")}",
                    ("provider", change.Provider),
                    ("n", CaseTexts.Number(change.Critical))
                ),
            ],
            policy,
            context
        );
        return new()
        {
            Answer = null,
            Case = recorded,
            Events = chained,
            Entry = RegisterUpdate.After(current, recorded, kept, context.Now),
            Operation = $"provider-{current.Id}-{change.Cause}",
        };
    }
}
