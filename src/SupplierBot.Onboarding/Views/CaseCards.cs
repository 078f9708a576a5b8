using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>What a slot's message shows now, no matter who reads it. Authority is checked when something is pressed.</summary>
public static class CaseCards
{
    public static View Show(Case current, Slot slot, Policy policy, Context context) =>
        slot.Id switch
        {
            _ when Slots.IsReview(slot.Id) => current.IsOpen
                ? ReviewCard.Show(current, slot.Id, policy, context)
                : DecidedCard.OnEveryCopy(current, slot.Id, policy, context),
            _ when Slots.NotificationSlots(current, slot.Id) is { } notification => NotificationCards.Show(
                current,
                For(notification, slot),
                slot.Id,
                policy,
                context
            ),
            _ => ReceiptCard.Show(current, "", policy, context),
        };

    /// <summary>Who can decide now.</summary>
    public static IReadOnlyList<Person> Deciders(Case current, RoleHolders roles) =>
        current.IsOpen ? Quorum.Of(current, roles).Deciders : [];

    /// <summary>A notification of many is drawn for the one whose message it is.</summary>
    private static Notification For(Notification notification, Slot slot) =>
        NotificationGroups.IsGroup(notification) && slot.Audience is Audience.Someone { Person: var reader }
            ? notification with
            {
                To = new(reader, ""),
            }
            : notification;
}

/// <summary>The current card for one person: what they may see and do, with a notice on top.</summary>
internal static class CaseViews
{
    /// <summary>What there is to open on the card of this person, all at once.</summary>
    public static View.Background Details(CaseRequest request)
    {
        var title = request.Say("details.title", ("supplier", Texts.Clip(request.Case.Supplier, 60)));
        var sections = request is { IsRequester: false, IsOwner: false, Case.IsOpen: true }
            ? DecidingCard.Details(request)
            : Sections.All(request.Case, request.Policy, request.Context);
        return new(title, sections)
        {
            Plain = Texts.Clip(title, 120),
            Stamp = CardStamp.OfCase(request.Case.Id, request.SlotId, request.Case.ContentVersion),
        };
    }

    public static View For(CaseRequest request, string problem) =>
        request switch
        {
            { IsRequester: false, IsOwner: false, Case.IsOpen: true } => DecidingCard.Show(
                request,
                problem,
                request.Quorum.SeatFor(request.Actor.Id) is not null
            ),
            { IsRequester: false, IsOwner: false } => DecidedCard.Show(request, problem, null),
            _ when Slots.IsReview(request.SlotId) && problem.Length > 0 && request.Case.IsOpen => DecidingCard.Show(
                request,
                problem,
                decides: false
            ),
            _ when Slots.IsReview(request.SlotId) => request.Case.IsOpen
                ? CaseCards.Show(request.Case, new(request.SlotId, new Audience.Someone(request.Actor.Id)), request.Policy, request.Context)
                : DecidedCard.Show(request, problem, null),
            _ when problem.Length == 0
                    && Slots.NotificationSlots(request.Case, request.SlotId) is { } notification
                    && (notification.To.Id == request.Actor.Id || NotificationGroups.IsGroup(notification)) => NotificationCards.Show(
                request.Case,
                notification with
                {
                    To = request.Actor.Person,
                },
                request.SlotId,
                request.Policy,
                request.Context
            ),
            _ => ReceiptCard.Show(request.Case, problem, request.Policy, request.Context, request.IsRequester),
        };
}
