namespace SupplierBot;

/// <summary>The full form of the approvals, which stands in the policy file as a comment.</summary>
internal static class FullForm
{
    /// <summary>The policy text with it in place of the small one.</summary>
    public static string Of(string policy)
    {
        var lines = policy.Split('\n').ToList();
        var small = lines.IndexOf("roles:");
        var form = lines.IndexOf("# roles:", small);
        var end = lines.FindIndex(form, line => line.Length == 0);
        var full = lines[form..end].Select(line => line.Length > 2 ? line[2..] : "");
        return string.Join('\n', [.. lines[..small], .. full, .. lines[end..]]);
    }
}
