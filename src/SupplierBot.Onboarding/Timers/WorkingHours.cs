namespace SupplierBot.Onboarding.Timers;

/// <summary>When a working day begins and ends, by the clock on the wall; <paramref name="From"/> is before <paramref name="To"/>.</summary>
public sealed record WorkingHours(TimeOnly From, TimeOnly To)
{
    public TimeSpan Length => To - From;
}
