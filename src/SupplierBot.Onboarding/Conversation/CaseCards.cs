namespace SupplierBot.Onboarding;

/// <summary>What a slot's message shows now, whoever reads it. Authority is checked when something is pressed.</summary>
public static class CaseCards
{
    public static View Show(Case current, RegisterEntry entry, Slot slot, Policy policy, Context context) => Show(current, slot, policy, context);

    /// <summary>Who can decide now.</summary>
    public static IReadOnlyList<Person> Deciders(Case current, Roles roles) => current.IsOpen ? Quorum.Of(current, roles).Deciders : [];

    internal static View Show(Case current, Slot slot, Policy policy, Context context) => slot.Id switch
    {
        _ when Slots.IsReview(slot.Id) => current.IsOpen ? ReviewCard.Show(current, slot.Id, policy, context) : DecidedCard.OnEveryCopy(current, slot.Id, policy, context),
        _ when Slots.Told(current, slot.Id) is { } told => ToldCards.Show(current, For(told, slot), slot.Id, policy, context),
        _ => ReceiptCard.Show(current, "", policy, context),
    };

    /// <summary>What many are told is drawn for the one whose message it is.</summary>
    private static Told For(Told told, Slot slot) => ToldGroups.IsGroup(told) && slot.Audience is Audience.Someone { Person: var reader } ? told with { To = new(reader, "") } : told;
}

/// <summary>The current card for one person: what they may see and do, with a notice on top.</summary>
internal static class CaseViews
{
    public static View For(Hearing hearing, string problem) => hearing switch
    {
        { IsRequester: false, IsOwner: false, Case.IsOpen: true } => DecidingCard.Show(hearing, problem, hearing.Quorum.SeatFor(hearing.Actor.Id) is not null),
        { IsRequester: false, IsOwner: false } => DecidedCard.Show(hearing, problem, null),
        _ when Slots.IsReview(hearing.SlotId) && problem.Length > 0 && hearing.Case.IsOpen => DecidingCard.Show(hearing, problem, decides: false),
        _ when Slots.IsReview(hearing.SlotId) => hearing.Case.IsOpen ? CaseCards.Show(hearing.Case, new(hearing.SlotId, new Audience.Someone(hearing.Actor.Id)), hearing.Policy, hearing.Context) : DecidedCard.Show(hearing, problem, null),
        _ when problem.Length == 0 && Slots.Told(hearing.Case, hearing.SlotId) is { } told && (told.To.Id == hearing.Actor.Id || ToldGroups.IsGroup(told)) =>
            ToldCards.Show(hearing.Case, told with { To = hearing.Actor.Person }, hearing.SlotId, hearing.Policy, hearing.Context),
        _ => ReceiptCard.Show(hearing.Case, problem, hearing.Policy, hearing.Context, hearing.IsRequester),
    };
}
