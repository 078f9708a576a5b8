namespace SupplierBot.Onboarding.Requests;

public abstract partial record Request
{
    /// <summary>Files were dropped into the person's own chat: they are kept first, and then asked about one by one.</summary>
    /// <param name="Name">As the sender's computer calls it.</param>
    /// <param name="Address">Where the platform has it. Only the channel knows whether it is one of its own.</param>
    public sealed record GiveFile(string Name, string Address) : Request
    {
        /// <summary>Those that came with it.</summary>
        public IReadOnlyList<(string Name, string Address)> Others { get; init; } = [];

        /// <summary>What was written beside it; may be empty.</summary>
        public string Words { get; init; } = "";
    }
}
