using System.Globalization;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Onboarding.Audit;

/// <summary>Which audit events of a case count no more, because somebody undid them at once.</summary>
internal static class ReplayedUndo
{
    /// <summary>The numbers of the events that one undid. A request that was sent stays one: undone, it is withdrawn.</summary>
    public static IEnumerable<int> UndoneBy(ChainedEvent auditEvent) =>
        auditEvent.Event.Kind == AuditEventKind.Undone
        && !IsOfSending(auditEvent.Event)
        && int.TryParse(
            CaseReplay.Said(auditEvent.Event, UndoHandler.Undoes),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var first
        )
        && first < auditEvent.Sequence
            ? Enumerable.Range(first, auditEvent.Sequence - first)
            : [];

    public static bool IsOfSending(AuditEvent undo) => CaseReplay.Said(undo, UndoHandler.Kind) == nameof(UndoKind.Sent);
}
