using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>The way to the deciding view, the claim, and what a reviewer hears after deciding.</summary>
internal static class ClaimHandler
{
    public static Outcome Open(CaseRequest request) =>
        Rights.Reviews(request)
        ?? (request.Quorum.SeatFor(request.Actor.Id) is null ? Rights.Decides(request.Afresh) : null)
        ?? Outcome.Say(DecidingCard.Show(request, "", decides: true));

    public static Outcome Claim(CaseRequest request)
    {
        if (Rights.Reviews(request) is { } refused)
            return refused;
        if (Current(request.Case, request.Context) is { } claim)
        {
            return claim.By.Id == request.Actor.Id
                ? request.Refuse("claim.yours")
                : request.Refuse("claim.taken", ("name", claim.By.Name), ("at", Dates.Time(claim.At, request.Context)));
        }
        var after = request.Case with { Claim = new(request.Actor.Person, request.Now) };
        return request.Accept(
            after,
            request.Event(AuditEventKind.Claimed),
            request.SayStored("story.claimed", ("name", request.Actor.Person.Name)),
            null,
            request.Say("claim.yours")
        );
    }

    /// <summary>A claim lapses after one working day, so that nothing waits for somebody who is away.</summary>
    public static Claim? Current(Case current, Context context) =>
        current.Claim is { } claim && !Lapsed(claim.At, context.Now, context.Calendar) ? claim : null;

    internal static bool Lapsed(DateTimeOffset claimedAt, DateTimeOffset now, WorkingCalendar calendar) =>
        now > calendar.DueAfter(claimedAt, 1);

    /// <summary>"Done. Rita has been told.", on the decided card, with the next one that waits.</summary>
    public static View Confirmation(CaseRequest request) =>
        DecidedCard.Show(request, request.Say("decided.done", ("requester", request.Case.Requester.Name)), Next(request));

    private static CaseLine? Next(CaseRequest request) =>
        request
            .State.Pending.Concat(request.State.Cases)
            .Where(line =>
                line.Id != request.Case.Id
                && line.Status == CaseStatus.InReview
                && line.Requester.Id != request.Actor.Id
                && request.Roles.Holds(request.Actor.Id, line.NextRole)
            )
            .MinBy(line => line.DueAt);
}
