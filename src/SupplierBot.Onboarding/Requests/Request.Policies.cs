namespace SupplierBot.Onboarding.Requests;

public abstract partial record Request
{
    /// <summary>
    /// A policy on its way into force: the proposal that waits, or a step that the button's target says.
    /// </summary>
    public sealed record PublishPolicy : Request;
}
