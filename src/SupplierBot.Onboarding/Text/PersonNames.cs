namespace SupplierBot.Onboarding.Text;

/// <summary>
/// When two writings are one person's name: case, width, white space, apostrophes, dashes and characters nobody sees make no difference;
/// letters, accents and marks do. Everything that compares names of people asks here.
/// </summary>
public static class PersonNames
{
    public static bool Same(string one, string other) => Fold(one) is { Length: > 0 } folded && folded == Fold(other);

    /// <summary>Without what only announces a name: a mention is typed with its <c>@</c>.</summary>
    public static string Typed(string typed) => TypedText.OneLine(typed).TrimStart('@').TrimStart();

    /// <summary>Equal for what counts as one name; nothing to be shown.</summary>
    public static string Fold(string name) => FoldedWords.Of(TypedText.OneLine(name)).Text.TrimEnd().ToUpperInvariant();
}
