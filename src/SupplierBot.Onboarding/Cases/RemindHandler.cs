using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>The requester asks those who are waited for, at most once a day; anybody else reads who that is.</summary>
internal static class RemindHandler
{
    public static Outcome Handle(CaseRequest request)
    {
        if (Rights.Closed(request) is { } closed)
            return closed;
        if (!request.IsRequester)
            return WaitedFor(request, "review.waiting_for");
        if (request.Case.InformationRequests.FirstOrDefault(informationRequest => informationRequest.Waiting) is { } informationRequest)
            return request.Refuse("remind.yours", ("name", informationRequest.By.Name));
        var day = Day(request.Context);
        if (request.Case.Notifications.Any(notification => notification.Kind == NotificationKind.Nudged && notification.Number == day))
            return WaitedFor(request, "remind.today");
        var waited = ClaimHandler.Current(request.Case, request.Context) is { } claim ? [claim.By] : request.Quorum.Deciders;
        if (waited.Count == 0)
            return WaitedFor(request, "review.waiting_for");
        return request.Accept(
            ClaimHandler.Current(request.Case, request.Context) is { } claimed
                ? request.Case.Notify(NotificationKind.Nudged, day, claimed.By)
                : request.Case.NotifyGroup(NotificationKind.Nudged, day, NotificationGroup.Deciders, request.Roles),
            request.Event(AuditEventKind.Reminded, "", ("day", CaseTexts.Number(day))),
            request.SayStored("story.nudged", ("name", request.Actor.Person.Name)),
            $"nudge-{request.Case.Id}-{day}",
            request.Say("remind.done", ("names", CaseTexts.Names(waited, request.Context)))
        );
    }

    private static int Day(Context context) => DueTimers.NumberOf(context.Calendar.Today(context.Now));

    private static Outcome WaitedFor(CaseRequest request, string key) =>
        request.Refuse(key, ("names", Rights.Deciders(request)), ("due", Dates.Day(request.Case.DueAt, request.Context)));
}
