namespace SupplierBot.Onboarding.Requests;

public abstract partial record Request
{
    /// <summary>A file was dropped into the person's own chat: it is kept first, and then asked about.</summary>
    /// <param name="Name">As the sender's computer calls it.</param>
    /// <param name="Address">Where the platform has it. Only the channel knows whether it is one of its own.</param>
    public sealed record GiveFile(string Name, string Address) : Request
    {
        /// <summary>Others came with it: they are sent again, one by one.</summary>
        public bool Several { get; init; }

        /// <summary>What was written beside it; may be empty.</summary>
        public string Words { get; init; } = "";
    }
}
