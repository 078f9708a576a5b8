namespace SupplierBot.Documents.Policies;

/// <summary>One version of the policy in its history.</summary>
/// <param name="Changes">What changed with it, a line each; empty for the first.</param>
public sealed record PolicyVersion(string Version, string ApprovedBy, DateOnly ApprovedOn, string Changes = "");
