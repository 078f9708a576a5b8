namespace SupplierBot.Onboarding;

// The room of cases lands next and brings these; the intake is here already.
public static class Slots { public static IReadOnlyList<Slot> Of(Case current, Roles roles) => [new(Slot.Receipt, new Audience.Someone(current.Requester.Id))]; }
public static class CaseCards { public static View Show(Case current, RegisterEntry entry, Slot slot, Policy policy, Context context) => Notices.Plainly(current.Id); }
internal static class Submission { public static Outcome Send(Draft draft, Desk desk, Actor actor, Policy policy, Context context) => Outcome.Say(DraftCards.Show(draft, desk, policy, context)); }
public static class Casework { public static Outcome Handle(Desk desk, Input input, Actor actor, Policy policy, Context context) => Drafting.Handle(desk, input, actor, policy, context); }
