namespace SupplierBot.Conversations.Kit.Talk;

/// <summary>What approvers do over and over.</summary>
internal static class ApproverSteps
{
    /// <summary>Finds the review card in their channel and opens the deciding view.</summary>
    public static async Task ReviewsAsync(this ChatUser approver, string supplier)
    {
        await approver.SeesInChannelAsync(supplier, "Decide by", "Review");
        await approver.PressesAsync("Review");
    }

    /// <summary>A plain yes from the deciding view; where the contract stands only where the card asks for it.</summary>
    public static async Task ApprovesAsync(this ChatUser approver, string terms = "agreed", string reference = "MSA v3")
    {
        if (approver.CurrentView.Inputs.Any(input => input.Id == "terms"))
            approver.Fills(("terms", terms), ("terms_ref", terms == "open" ? "" : reference));
        if (approver.CurrentView.Inputs.Any(input => input.Id == "comment"))
            approver.Fills(("comment", "There is no other, and we can leave it in days."));
        await approver.PressesAsync("approve");
    }

    public static async Task ReviewsAndApprovesAsync(
        this ChatUser approver,
        string supplier,
        string terms = "agreed",
        string reference = "MSA v3"
    )
    {
        await approver.ReviewsAsync(supplier);
        await approver.ApprovesAsync(terms, reference);
        await approver.ReadsAsync("Done. I'll let Rita know.");
    }

    public static async Task RejectsAsync(this ChatUser approver, string reason)
    {
        await approver.PressesAsync("Reject…");
        await approver.Fills(("comment", reason)).PressesAsync("Reject");
    }

    /// <summary>What anybody hears who asks whether they may use it.</summary>
    public static Task HearsAboutAsync(this ChatUser anybody, string supplier, string answer) =>
        anybody.SaysAsync($"can I use {supplier}", answer);
}
