namespace SupplierBot.Onboarding.Views;

/// <summary>One row of a view. Plain text, no mark-up.</summary>
/// <param name="Label">"Trains on it"; empty where the text stands alone.</param>
public sealed record LabelledText(string Text, string Label = "")
{
    public bool Labelled => Label.Length > 0;
    public bool Unlabelled => Label.Length == 0;
}

/// <summary>Comes back with every press and gives no authority: version and rights are checked again at commit. Unsigned.</summary>
/// <param name="Case">A case id, or null during the intake.</param>
/// <param name="Slot">Which message of the case shows this card.</param>
/// <param name="Version">Content version of the case that was on screen, or the draft's revision.</param>
/// <param name="Draft">A draft id, or null for a case.</param>
/// <param name="Page">The page of the intake, or <c>summary</c>, that was on screen; of a form over a case its own id.</param>
public sealed record CardStamp(string? Case, string? Slot, int Version, string? Draft, string? Page)
{
    public static CardStamp OfCase(string caseId, string slot, int contentVersion) => new(caseId, slot, contentVersion, null, null);

    public static CardStamp OfDraft(string draftId, string page, int revision) => new(null, null, revision, draftId, page);

    public static readonly CardStamp None = new(null, null, 0, null, null);
}

/// <summary>A verb that the program knows, or <c>say</c>: pressing it sends the text <paramref name="Says"/> as if typed.</summary>
/// <param name="Target">What the verb is about beside the stamp: a page id, a condition's number, another case; empty where there is
/// nothing.</param>
/// <param name="Checks">The client checks the card's inputs first; <c>back</c>, <c>cancel</c> and their like do not.</param>
/// <param name="OpensForm">Pressing it shows a form before anything is done.</param>
public sealed record Button(
    string Label,
    string Verb,
    string Target = "",
    string Says = "",
    ButtonStyle Style = ButtonStyle.Plain,
    bool Checks = false,
    bool OpensForm = false
)
{
    public bool SendsText => Says.Length > 0;
}

public enum ButtonStyle
{
    Plain,
    Main,
    Danger,
}

public sealed record FieldChoice(string Id, string Label);

/// <summary>One input. Its id is the id of its question, or the name by which its form reads it.</summary>
/// <param name="Value">What was typed or picked before: chosen ids joined by commas, a date as yyyy-MM-dd, or empty.</param>
/// <param name="Error">What is wrong with what was sent, shown beside the field; empty when nothing is.</param>
/// <param name="Missing">What the client says when a required input is empty.</param>
public sealed record Field(
    string Id,
    FieldKind Kind,
    string Label,
    string Help,
    string Value,
    bool Required,
    string Missing,
    string Error,
    string Example,
    int MaxLength,
    IReadOnlyList<FieldChoice> Choices
)
{
    public bool IsText => Kind == FieldKind.Text;
    public bool IsLongText => Kind == FieldKind.LongText;
    public bool IsDate => Kind == FieldKind.Date;
    public bool IsOne => Kind == FieldKind.One;
    public bool IsSeveral => Kind == FieldKind.Several;
    public bool HasHelp => Help.Length > 0;

    /// <summary>A list of choices has its help above it, or it would be read after the ticking; other inputs have it below.</summary>
    public string LabelAndHelp => HasHelp ? $"{Label}\n{Help}" : Label;
    public bool HasHelpBelow => HasHelp && !IsOne && !IsSeveral;
    public bool HasError => Error.Length > 0;
}

public enum FieldKind
{
    Text,
    LongText,
    Date,
    One,
    Several,
}

/// <summary>A fold-out: a line to tap on Teams, a modal on Slack.</summary>
public sealed record Section(string Id, string Title, IReadOnlyList<LabelledText> Lines)
{
    public bool Any => Lines.Count > 0;
}
