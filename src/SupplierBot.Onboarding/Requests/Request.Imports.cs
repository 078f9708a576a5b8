namespace SupplierBot.Onboarding.Requests;

public abstract partial record Request
{
    /// <summary>A step of an import from a file that an admin dropped into their own chat; the button's target says which.</summary>
    public sealed record ImportRegister : Request;
}
