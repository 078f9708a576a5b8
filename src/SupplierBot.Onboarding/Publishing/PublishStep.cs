using System.Globalization;
using SupplierBot.Onboarding.Agreements;

namespace SupplierBot.Onboarding.Publishing;

public enum PublishStepKind
{
    Show,

    /// <summary>All differences, a page of them.</summary>
    Changes,

    /// <summary>Of a file that was dropped: what it would change, and nothing is kept.</summary>
    Simulate,
    Propose,
    Accept,
    Reject,
    Withdraw,
}

/// <summary>
/// What a button about a proposal is about: it says everything, so that nothing has to be remembered between two presses. Unsigned: it
/// gives no right to anything.
/// </summary>
/// <param name="About">The proposal, or the key of the file.</param>
/// <param name="From">The first row of a page.</param>
public sealed record PublishStep(PublishStepKind Kind, string About, int From = 0)
{
    public string Target => string.Create(CultureInfo.InvariantCulture, $"{Kind} {About} {From}");

    public bool IsOfFile => Kind is PublishStepKind.Simulate or PublishStepKind.Propose;

    /// <summary>Null where nobody of ours made it.</summary>
    public static PublishStep? Read(string target) =>
        target.Split(' ') is [var kind, { Length: > 0 and <= 60 } about, var from]
        && Enum.TryParse<PublishStepKind>(kind, out var step)
        && Enum.IsDefined(step)
        && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
        && about.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_')
        && new PublishStep(step, about, row) is var read
        && (read.IsOfFile ? DroppedFile.IsKey(about) : about.StartsWith(PolicyProposal.Prefix, StringComparison.Ordinal))
            ? read
            : null;
}
