namespace SupplierBot.Onboarding.Imports;

public enum RowFaultKind
{
    /// <summary>There is no supplier in it.</summary>
    NoName,
    NameTooLong,

    /// <summary>It says that it isn't used any more.</summary>
    NotInUse,
    NoSuchDate,
    DateUnread,

    /// <summary>"5/12": no other date of the column says what comes first.</summary>
    DateEither,
    TierUnread,
    WebsiteUnread,
    EndsBeforeStart,
    TooLong,
}

/// <summary>What is wrong with one row of a file, and so what becomes of it unless somebody corrects the file.</summary>
/// <param name="Field">The column it is in; null for the whole row.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Read">What it was taken for, where it was taken for something.</param>
public sealed record RowFault(int Row, RowFaultKind Kind, ImportField? Field, string Text, string Read = "")
{
    /// <summary>The row is left out; with any other fault it comes in, with one thing less.</summary>
    public bool LeavesOut => Kind is RowFaultKind.NoName or RowFaultKind.NameTooLong or RowFaultKind.NotInUse;
}
