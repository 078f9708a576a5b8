using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Register;

/// <summary>
/// What was approved before anybody kept what was agreed (Policies/README.md "Before use"): it stays in use, the register says so, and
/// its owner is asked once to write it down.
/// </summary>
public static class UnrecordedAgreements
{
    private const string Moment = "AgreementsAsked";

    /// <summary>Null where nothing has to be recorded, or somebody was asked before.</summary>
    /// <param name="kept">The register entry; null where it is not known.</param>
    public static Outcome? Of(Case current, RegisterEntry? kept, Policy policy, Context context)
    {
        if (
            current is not { IsApproved: true, Replaced: false, Offboarding: null }
            || !UseGate.IsUnrecorded(current)
            || kept?.CaseId != current.Id
            || current.Passed.Contains(Moment)
        )
            return null;
        var asked = current with { Passed = [.. current.Passed, Moment] };
        var after = CaseForms.AsksForTerms(current)
            ? asked.Notify(NotificationKind.AgreementsUnrecorded, 1, CaseTimers.Keeper(current))
            : asked;
        var (recorded, chained) = CaseRecorder.Of(
            current,
            after,
            [new(AuditEventKind.Reminded, CaseTimers.Nobody, context.Now, [new("moment", Moment)])],
            [context.StoredWording["story.agreements_unrecorded"]],
            policy,
            context
        );
        return new()
        {
            Answer = null,
            Case = recorded,
            Events = chained,
            // It says so from now on.
            Entry = RegisterUpdate.After(null, recorded, kept, context.Now),
            Operation = $"agreements-{current.Id}",
        };
    }

    /// <summary>
    /// What was written down of such a case counts from when all of it is settled that the policy asks for: until then nothing that is in
    /// use is shut by it.
    /// </summary>
    internal static Case Adopted(Case current, Policy policy, DateOnly today)
    {
        if (current is not { IsApproved: true, Requirements: null, Clauses: not null })
            return current;
        var known = current with { Requirements = ClauseLedger.Requirements(policy, current.Answers, current.Assessment) };
        return UseGate.Gaps(known, today).Count == 0 ? known : current;
    }
}
