namespace SupplierBot.Onboarding.Intake;

public enum HintKind
{
    /// <summary>Nothing was typed or picked.</summary>
    Required,
    /// <summary>A choice this question does not have: another policy, or a client that made it up.</summary>
    UnknownChoice,
    /// <summary>More than one where one is meant.</summary>
    OnlyOne,
    TooLong,
    /// <summary>So long that only its beginning was kept.</summary>
    MuchTooLong,
    NotAWebAddress,
    NotADay,
    /// <summary>Two days may be meant: both are told, one a line.</summary>
    EitherDay,
    /// <summary>"None" came with others; the others were kept.</summary>
    NothingElse,
    PastStart,
    UnknownOwner,
    /// <summary>Several people are called so, or it was somebody else's name.</summary>
    WhichOwner,
}

/// <summary>What there is to say about one answer.</summary>
/// <param name="Detail">What the sentence needs: a label, the name that was typed, ids to choose from, or empty.</param>
/// <param name="Length">Characters that were typed, and how many fit; 0 where it is not about length.</param>
public sealed record Hint(string Question, HintKind Kind, string Detail = "", int Length = 0, int Most = 0)
{
    /// <summary>The page cannot be left behind with it; the others only inform.</summary>
    public bool Blocks => Kind is HintKind.Required or HintKind.UnknownChoice or HintKind.OnlyOne or HintKind.TooLong or HintKind.MuchTooLong
        or HintKind.NotAWebAddress or HintKind.NotADay or HintKind.EitherDay or HintKind.WhichOwner;
}
