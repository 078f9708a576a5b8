using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Agreements;

public enum ContractKind
{
    Negotiated,
    Order,
    TheirTerms,
    FreeAccount,
    OpenLicence,
}

/// <summary>The contract behind a register entry, as far as somebody filled it in.</summary>
public sealed record SupplierContract(ContractKind Kind, string Reference, Person By, DateTimeOffset At)
{
    public string Parties { get; init; } = "";
    public DateOnly? SignedOn { get; init; }
    public DateOnly? Start { get; init; }

    /// <summary>The last day of the first term; null where it has no end.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Days of notice before a term ends; 0 for none.</summary>
    public int NoticeDays { get; init; }

    /// <summary>It renews by itself every so many months; 0 where it ends.</summary>
    public int RenewalMonths { get; init; }
    public string GoverningLaw { get; init; } = "";

    /// <summary>As it was typed: "12,000 EUR a year".</summary>
    public string Value { get; init; } = "";
    public string Link { get; init; } = "";
    public StoredFile? File { get; init; }
}

/// <summary>What the last day to give notice is counted from, of a contract that renews by itself.</summary>
/// <param name="End">The last day of the first term.</param>
public sealed record ContractTerm(DateOnly End, int NoticeDays, int RenewalMonths)
{
    /// <summary>Null where there is no notice to give.</summary>
    public static ContractTerm? Of(SupplierContract? contract) =>
        contract is { End: { } end, RenewalMonths: > 0 } ? new(end, contract.NoticeDays, contract.RenewalMonths) : null;
}

/// <summary>The dates that follow from a contract.</summary>
public static class ContractDates
{
    /// <summary>As long as a contract may go on renewing.</summary>
    private const int MostTerms = 1200;

    /// <summary>Months of every length, and a leap year, are among so many terms.</summary>
    private const int TermsOfEveryLength = 48;

    /// <summary>The last day of the term that runs on a day; null where it has no end, or is over.</summary>
    public static DateOnly? TermEnd(SupplierContract contract, DateOnly today)
    {
        if (contract.End is not { } first)
            return null;
        if (first >= today || contract.RenewalMonths <= 0)
            return first >= today ? first : null;
        for (var term = 1; term <= MostTerms; term++)
        {
            if (EndOf(contract.RenewalMonths, first, term) is var end && end >= today)
                return end;
        }
        return null;
    }

    /// <summary>
    /// The last day on which notice reaches them in time; null where there is none to give. After the day of one term it is that of the
    /// next, where the contract renews.
    /// </summary>
    public static DateOnly? LastNoticeDay(SupplierContract contract, DateOnly today) =>
        ContractTerm.Of(contract) is { } term ? LastNoticeDay(term, today) : null;

    /// <inheritdoc cref="LastNoticeDay(SupplierContract, DateOnly)"/>
    public static DateOnly? LastNoticeDay(ContractTerm contract, DateOnly today)
    {
        for (var term = 0; term <= MostTerms; term++)
        {
            if (EndOf(contract.RenewalMonths, contract.End, term).AddDays(-contract.NoticeDays) is var day && day >= today)
                return day;
        }
        return null;
    }

    /// <summary>
    /// Notice would have to be given before the term begins that it ends: before the first, or the shortest of the others.
    /// </summary>
    public static bool NoticeOutlasts(SupplierContract contract)
    {
        if (contract.NoticeDays <= 0 || contract.End is not { } first)
            return false;
        if ((contract.Start ?? contract.SignedOn) is { } start && first.DayNumber - start.DayNumber + 1 <= contract.NoticeDays)
            return true;
        return contract.RenewalMonths > 0
            && Enumerable
                .Range(0, TermsOfEveryLength)
                .Min(term =>
                    EndOf(contract.RenewalMonths, first, term + 1).DayNumber - EndOf(contract.RenewalMonths, first, term).DayNumber
                ) <= contract.NoticeDays;
    }

    /// <summary>
    /// Each term is counted from the first end, so that the 31st comes back after a shorter month; one that ends with its month goes on
    /// ending with it.
    /// </summary>
    private static DateOnly EndOf(int months, DateOnly first, int term)
    {
        var end = first.AddMonths(months * term);
        return first.AddDays(1).Day == 1 ? new DateOnly(end.Year, end.Month, DateTime.DaysInMonth(end.Year, end.Month)) : end;
    }
}
