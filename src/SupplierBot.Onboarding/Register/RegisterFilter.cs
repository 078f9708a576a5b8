using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Register;

public enum RegisterPart
{
    /// <summary>It may be used now, also while a review of it runs.</summary>
    InUse,
    InReview,

    /// <summary>Approved, and something is missing before use.</summary>
    NotReady,

    /// <summary>Nobody may use it for now: suspended, or its review or a document it needs has lapsed.</summary>
    Suspended,

    /// <summary>Use is being ended.</summary>
    Exiting,
    NotApproved,
    Ended,

    /// <summary>In use since before the register, not assessed yet.</summary>
    Legacy,

    /// <summary>Another entry answers for it: it is no supplier of its own.</summary>
    Merged,
}

/// <summary>What is due: a review, a condition, a report, a document's last day or the last day to give notice.</summary>
public enum RegisterDue
{
    Overdue,
    ThisWeek,
    ThisMonth,
    NextMonth,
    ThisQuarter,
    NextQuarter,
    ThisYear,
}

/// <summary>Which lines of the register somebody wants to see; everything that is set must hold.</summary>
public sealed record RegisterFilter
{
    public static readonly RegisterFilter None = new();
    private static readonly char[] Between = [' ', ',', ';', '/', '(', ')', '\n', '\t', '·', '|', '"'];

    /// <summary>Empty for all.</summary>
    public IReadOnlyList<Tier> Tiers { get; init; } = [];
    public RegisterPart? Part { get; init; }
    public RegisterDue? Due { get; init; }

    /// <summary>The beginning of a word of the owner's name, as typed; empty for everybody.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Somebody behind the supplier, or the supplier itself, as typed; empty for all.</summary>
    public string With { get; init; } = "";

    /// <summary>The beginning of a word of a supplier type, or its id, as typed; empty for all.</summary>
    public string Type { get; init; } = "";

    /// <summary>The ids of what <see cref="Type"/> may mean; see <see cref="Under"/>.</summary>
    public IReadOnlyList<string> TypeIds { get; private init; } = [];

    public bool IsNone => Tiers.Count == 0 && Part is null && Due is null && Owner.Length == 0 && With.Length == 0 && Type.Length == 0;

    /// <summary>The same filter, which knows the supplier types of the policy by their words.</summary>
    public RegisterFilter Under(Policy policy) =>
        Type.Length == 0
            ? this
            : this with
            {
                TypeIds =
                [
                    .. policy
                        .Types.Where(type =>
                            string.Equals(type.Id, Type, StringComparison.OrdinalIgnoreCase)
                            || HasWord(type.Title, Type)
                            || HasWord(type.Words, Type)
                        )
                        .Select(type => type.Id),
                ],
            };

    /// <summary>A case has the names behind a supplier, and its register entry does not.</summary>
    public bool NeedsCase => With.Length > 0;

    /// <param name="behind">Who stands behind the supplier, as its request says.</param>
    public bool Holds(RegisterEntry entry, string behind, DateOnly today) =>
        // What another line answers for is on the whole register, and in no selection of it.
        (entry.Status != EntryStatus.Merged || IsNone || Part == RegisterPart.Merged)
        && (Tiers.Count == 0 || (entry.KnownTier is { } tier && Tiers.Contains(tier)))
        && (Part is not { } part || IsIn(part, entry, today))
        && (Due is not { } due || IsDue(due, entry, today))
        && (Owner.Length == 0 || HasWord(entry.Owner.Name, Owner))
        && (Type.Length == 0 || entry.Types.Intersect(TypeIds).Any())
        && (With.Length == 0 || HasWord(entry.Supplier, With) || HasWord(entry.Service, With) || HasWord(behind, With));

    /// <summary>The same as a whole, so that two are equal where they ask for the same.</summary>
    public bool Equals(RegisterFilter? other) =>
        other is not null
        && Tiers.SequenceEqual(other.Tiers)
        && (Part, Due, Owner, With, Type) == (other.Part, other.Due, other.Owner, other.With, other.Type);

    public override int GetHashCode() => HashCode.Combine(Part, Due, Owner, With, Type, Tiers.Count);

    public static bool IsIn(RegisterPart part, RegisterEntry entry, DateOnly today) => PartOf(entry, today) == part;

    /// <summary>Each line is in one part, so that the parts add up to the register and say the same as the management report.</summary>
    public static RegisterPart PartOf(RegisterEntry entry, DateOnly today) =>
        entry.Status switch
        {
            EntryStatus.Proposed => RegisterPart.InReview,
            EntryStatus.Onboarding => RegisterPart.NotReady,
            EntryStatus.Suspended or EntryStatus.Lapsed => RegisterPart.Suspended,
            EntryStatus.Exiting => RegisterPart.Exiting,
            EntryStatus.Terminated => RegisterPart.Ended,
            EntryStatus.Legacy => RegisterPart.Legacy,
            EntryStatus.Merged => RegisterPart.Merged,
            _ when entry.Status.IsUnapproved() => RegisterPart.NotApproved,
            _ => entry.ProofUntil < today ? RegisterPart.Suspended : RegisterPart.InUse,
        };

    private static bool IsDue(RegisterDue due, RegisterEntry entry, DateOnly today)
    {
        var (from, until) = DueDays.Of(due, today);
        return Days(entry, today).Any(day => day >= from && day <= until);
    }

    private static IEnumerable<DateOnly> Days(RegisterEntry entry, DateOnly today)
    {
        DateOnly?[] days = entry.Status.IsOver()
            ? []
            :
            [
                entry.NextReview,
                entry.ConditionDue,
                entry.NextReport,
                entry.ProofUntil,
                entry.Term is { } term ? ContractDates.LastNoticeDay(term, today) : null,
            ];
        return days.OfType<DateOnly>();
    }

    /// <summary>The text, or what follows any of its words, begins with what was typed.</summary>
    private static bool HasWord(string text, string typed)
    {
        if (text.Length == 0 || SupplierNames.Plain(typed) is not { Length: > 0 } wanted)
            return false;
        var words = text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(SupplierNames.Plain).ToList();
        return Enumerable.Range(0, words.Count).Any(at => string.Concat(words.Skip(at)).StartsWith(wanted, StringComparison.Ordinal));
    }
}

/// <summary>The days that somebody means who says "this quarter".</summary>
internal static class DueDays
{
    public static (DateOnly From, DateOnly Until) Of(RegisterDue due, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = month.AddMonths(-((today.Month - 1) % 3));
        return due switch
        {
            RegisterDue.Overdue => (DateOnly.MinValue, today.AddDays(-1)),
            RegisterDue.ThisWeek => (DateOnly.MinValue, today.AddDays((7 - (int)today.DayOfWeek) % 7)),
            RegisterDue.ThisMonth => (DateOnly.MinValue, month.AddMonths(1).AddDays(-1)),
            RegisterDue.NextMonth => (month.AddMonths(1), month.AddMonths(2).AddDays(-1)),
            RegisterDue.ThisQuarter => (DateOnly.MinValue, quarter.AddMonths(3).AddDays(-1)),
            RegisterDue.NextQuarter => (quarter.AddMonths(3), quarter.AddMonths(6).AddDays(-1)),
            _ => (DateOnly.MinValue, new DateOnly(today.Year, 12, 31)),
        };
    }
}
