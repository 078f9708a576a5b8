namespace SupplierBot.Onboarding.Audit;

/// <summary>What the events of a case say of a supplier in use: that it was looked after, and that its use ended.</summary>
internal sealed class ReplayedUse
{
    public AuditEvent? FirstCheck { get; private set; }
    public int ReportsSeen { get; private set; }
    public List<AuditEvent> Exits { get; } = [];
    public AuditEvent? Ended { get; private set; }

    /// <returns>True where the event is about use.</returns>
    public bool Next(AuditEvent auditEvent)
    {
        switch (auditEvent.Kind)
        {
            case AuditEventKind.Checked:
                FirstCheck ??= auditEvent;
                return true;
            case AuditEventKind.ReportSeen:
                ReportsSeen++;
                return true;
            case AuditEventKind.ExitStarted or AuditEventKind.ExitReported:
                Exits.Add(auditEvent);
                return true;
            case AuditEventKind.Terminated:
                Ended = auditEvent;
                return true;
            default:
                return false;
        }
    }
}
