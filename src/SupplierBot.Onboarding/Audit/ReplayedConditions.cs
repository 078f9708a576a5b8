namespace SupplierBot.Onboarding.Audit;

/// <summary>What the events of a case say of its conditions, by their numbers.</summary>
internal sealed class ReplayedConditions
{
    public Dictionary<int, AuditEvent> Reported { get; } = [];
    public Dictionary<int, AuditEvent> Confirmed { get; } = [];
    public List<(int Condition, AuditEvent Event)> SentBack { get; } = [];

    /// <returns>True where the event is about a condition.</returns>
    public bool Next(AuditEvent auditEvent)
    {
        var number = CaseReplay.NumberOf(auditEvent);
        switch (auditEvent.Kind)
        {
            case AuditEventKind.ConditionReported:
                Reported[number] = auditEvent;
                return true;
            case AuditEventKind.ConditionSentBack:
                Reported.Remove(number);
                SentBack.Add((number, auditEvent));
                return true;
            case AuditEventKind.ConditionConfirmed:
                Confirmed[number] = auditEvent;
                return true;
            default:
                return false;
        }
    }

    public void Clear()
    {
        Reported.Clear();
        Confirmed.Clear();
        SentBack.Clear();
    }
}
