using System.Text;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Register;

/// <summary>Why a case was opened about a service that is on the register already (A.5.22).</summary>
/// <param name="Of">The case behind the register entry until this one is decided.</param>
/// <param name="Triggers">What changed, by id of the policy's triggers; empty for a review by the calendar.</param>
/// <param name="Words">What somebody said about the change; may be empty.</param>
/// <param name="Approved">What the approval behind the line was given for, as <see cref="PeriodicReview.Basis"/>.</param>
public sealed record ReviewOrigin(string Of, IReadOnlyList<string> Triggers, string Words, string Approved);

/// <summary>How far the review of what is in use is due.</summary>
public enum ReviewState
{
    NotYet,
    Due,
    Overdue,
    Lapsed,
}

/// <summary>
/// What a review means for the approval: where nothing of weight changed one reviewer confirms it; anything else is approved from the
/// start.
/// </summary>
internal static class PeriodicReview
{
    /// <summary>Marks a basis that has all answers in it.</summary>
    private const string WithAnswers = "answers:";

    /// <summary>When use begins, and who looks after it, say neither who the supplier is nor what it may do.</summary>
    private static readonly string[] Beside = ["start", "owner"];

    /// <summary>
    /// What approvers said yes to: who the supplier is and everything else that was answered, tier, types, clauses with their values, and
    /// who has to say yes.
    /// </summary>
    public static string Basis(Assessment assessment, Answers answers)
    {
        var text = new StringBuilder(ShortBasis(assessment, answers));
        foreach (var id in answers.Ids.Except(Beside).Where(answers.Answered).Order(StringComparer.Ordinal))
        {
            // Each with its length: no text of one answer looks like the beginning of the next.
            text.Append('\n').Append(id);
            foreach (var picked in answers.Picked(id).Order(StringComparer.Ordinal))
                text.Append(' ').Append(picked.Length).Append(':').Append(picked);
        }
        return WithAnswers + HashChain.Hash(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>As it was kept at first: without the answers, but for the data.</summary>
    internal static string ShortBasis(Assessment assessment, Answers answers)
    {
        var text = new StringBuilder();
        text.Append(assessment.Tier)
            .Append('\n')
            .AppendJoin(',', assessment.Types)
            .Append('\n')
            .AppendJoin(',', answers.Picked("data").Order(StringComparer.Ordinal))
            .Append('\n');
        foreach (var clause in assessment.Clauses)
            text.Append(clause.Id)
                .Append(':')
                .AppendJoin(
                    ',',
                    clause.Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")
                )
                .Append('\n');
        text.AppendJoin('\n', assessment.Approvals.Select(seat => $"{seat.Step} {seat.Role} {seat.People}"));
        return HashChain.Hash(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The review asks for the same as what is approved.</summary>
    public static bool Confirms(Case current) =>
        current.ReviewOrigin is { } origin
        && (
            origin.Approved.StartsWith(WithAnswers, StringComparison.Ordinal)
                ? origin.Approved == Basis(current.Assessment, current.Answers)
                : ConfirmedBefore(current, origin)
        );

    /// <summary>
    /// One that is open still is judged by all answers, which were not kept: it asks everybody. What one person confirmed stays confirmed.
    /// </summary>
    private static bool ConfirmedBefore(Case current, ReviewOrigin origin) =>
        current is { IsOpen: false, Approvals.Count: <= 1 } && origin.Approved == ShortBasis(current.Assessment, current.Answers);

    /// <summary>
    /// The case as it is to be judged: where the approval before it was taken back meanwhile, there is nothing left to confirm.
    /// </summary>
    public static Case Today(Case current, Case? before) =>
        current is { IsOpen: true, ReviewOrigin: { Approved.Length: > 0 } origin }
        && before is { IsApproved: false }
        && before.Id == origin.Of
            ? current with
            {
                ReviewOrigin = origin with { Approved = "" },
            }
            : current;

    /// <summary>The seats of the assessment; of a review that changes nothing the first that always counts, alone.</summary>
    public static IEnumerable<ApprovalSeat> Seats(Case current) =>
        Confirms(current)
            ? current
                .Assessment.Approvals.OrderBy(seat => SeatRules.IsOptional(seat))
                .ThenBy(seat => seat.Step)
                .Take(1)
                .Select(seat => seat with { People = 1 })
            : current.Assessment.Approvals;

    /// <summary>What was promised and is not done yet goes on under the new approval.</summary>
    public static Case WithWhatIsOpen(Case approved, Case? before)
    {
        if (approved.ReviewOrigin is null || before is null)
            return approved;
        var all = approved.Conditions.ToList();
        foreach (var open in before.Conditions.Where(condition => condition.State != ApprovalConditionState.Confirmed))
        {
            if (!all.Exists(other => other.Text == open.Text && other.Due == open.Due))
                all.Add(open with { Number = all.Count + 1 });
        }
        return approved with { Conditions = all };
    }

    /// <summary>The outcome of a review that was decided; none where it was taken back or nobody answered.</summary>
    public static IEnumerable<AuditEvent> Ended(Case before, Case after, PersonId by, DateTimeOffset now)
    {
        if (after.ReviewOrigin is not { } origin || !before.IsOpen || OutcomeOf(after.Status) is not { } outcome)
            yield break;
        yield return new(AuditEventKind.Reviewed, by, now, [new("of", origin.Of), new("outcome", outcome)]);
    }

    private static string? OutcomeOf(CaseStatus status) =>
        status switch
        {
            CaseStatus.Approved => "satisfactory",
            CaseStatus.ApprovedWithConditions => "concerns",
            CaseStatus.Rejected => "unsatisfactory",
            _ => null,
        };
}
