namespace SupplierBot.Onboarding.Agreements;

/// <summary>
/// What a button of a clause says beside its verb: the clause alone opens its form; with the stamp of what was shown it is sent from there.
/// </summary>
/// <param name="Stamp">Empty on the way to the form.</param>
/// <param name="Then">What comes after it: <see cref="Next"/>, <see cref="Refuse"/>, or nothing.</param>
internal sealed record ClauseTarget(string Clause, string Stamp = "", string Then = "")
{
    /// <summary>The next open one.</summary>
    public const string Next = "next";

    /// <summary>The change will not do.</summary>
    public const string Refuse = "refuse";

    public bool IsSent => Stamp.Length > 0;

    public static ClauseTarget Read(string target) =>
        target.Split(':') switch
        {
            [var clause, var stamp] => new(clause, stamp),
            [var clause, var stamp, var then] => new(clause, stamp, then),
            var parts => new(parts[0]),
        };

    public static string Of(ClauseLine line, string then = "") =>
        then.Length == 0 ? $"{line.Clause.Id}:{line.Stamp}" : $"{line.Clause.Id}:{line.Stamp}:{then}";
}
