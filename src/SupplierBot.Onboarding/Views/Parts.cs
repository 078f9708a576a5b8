namespace SupplierBot.Onboarding.Views;

/// <summary>One row of a view. Plain text, no mark-up.</summary>
/// <param name="Label">"Trains on our data"; empty where the text stands alone.</param>
public sealed record LabelledText(string Text, string Label = "")
{
    public bool Labelled => Label.Length > 0;
    public bool Unlabelled => Label.Length == 0;

    /// <summary>As a fact beside its label, which is no part of a sentence.</summary>
    public LabelledText Capital() => Text.Length == 0 ? this : this with { Text = char.ToUpperInvariant(Text[0]) + Text[1..] };
}

/// <summary>Inputs of a form that are filled in already: closed, with what is in them on one line.</summary>
/// <param name="Remove">Takes it out of the form.</param>
/// <param name="IsOpen">Something in it is wrong, so it is shown open.</param>
public sealed record FormBlock(string Id, string Title, string Small, IReadOnlyList<Field> Fields, Button Remove, bool IsOpen)
{
    public bool IsShut => !IsOpen;
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
/// <param name="Rare">It is not in sight until somebody asks for more; so is every button beyond the fourth.</param>
public sealed record Button(
    string Label,
    string Verb,
    string Target = "",
    string Says = "",
    ButtonStyle Style = ButtonStyle.Plain,
    bool Checks = false,
    bool OpensForm = false,
    bool Rare = false
)
{
    private const int MostInSight = 4;

    public bool SendsText => Says.Length > 0;

    /// <summary>Those of a view that are seen at once; the others are behind "…".</summary>
    public static IReadOnlyList<Button> InSight(View view) => [.. view.Buttons.Where(button => !button.Rare).Take(MostInSight)];

    /// <summary>Red is for what cannot be undone, and only on the form that asks whether it is meant.</summary>
    public static bool IsRed(View view, Button button) => button.Style == ButtonStyle.Danger && view is View.Form;
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
    /// <summary>Said in a label; Slack says it itself of every input that is not required.</summary>
    private const string Optional = " (optional)";

    /// <summary>Choices that fewer people need and that weigh more, on a closed row of their own; null where all stand together.</summary>
    public FoldedChoices? Graver { get; init; }
    public IReadOnlyList<FoldedChoices> Folded => Graver is null ? [] : [Graver];

    /// <summary>The choices that are not among the graver ones.</summary>
    public IReadOnlyList<FieldChoice> Usual => Graver is null ? Choices : [.. Choices.Except(Graver.Choices)];
    public string UsualValue => Graver is null ? Value : FoldedChoices.Among(Usual, Value);

    /// <summary>Nobody has to answer it: it is folded away.</summary>
    public bool Extra { get; init; }

    /// <summary>A short question whose choices are quickly found: the list opens when it is pressed.</summary>
    public bool Lists { get; init; }

    /// <summary>
    /// The client has a list of the organisation's people to pick from; without one a name is typed, or picked from those known.
    /// </summary>
    public bool Picks { get; init; }
    public bool IsPerson => Kind == FieldKind.Person;
    public bool IsPicker => IsPerson && Picks;
    public bool IsText => Kind == FieldKind.Text || (IsPerson && !Picks && Choices.Count == 0);
    public bool IsLongText => Kind == FieldKind.LongText;
    public bool IsDate => Kind == FieldKind.Date;
    public bool IsOne => Kind == FieldKind.One || (IsPerson && !Picks && Choices.Count > 0);
    public bool IsOpenOne => IsOne && !Lists;
    public bool IsListOne => IsOne && Lists;
    public bool IsSeveral => Kind == FieldKind.Several;
    public bool HasHelp => Help.Length > 0;

    /// <summary>Must be filled in when the form is sent; other buttons that send it as well go without.</summary>
    public bool Needed { get; init; }
    public bool HasError => Error.Length > 0;

    /// <summary>One for each input of a client.</summary>
    public IEnumerable<Field> Inputs() =>
        Graver is null
            ? [this]
            :
            [
                this with
                {
                    Choices = Usual,
                    Value = UsualValue,
                    Graver = null,
                },
                this with
                {
                    Id = Graver.Id,
                    Label = Graver.Label,
                    Help = "",
                    Value = Graver.Value,
                    Error = "",
                    Choices = Graver.Choices,
                    Graver = null,
                    Lists = true,
                },
            ];

    /// <summary>Where the client itself says that an input is optional.</summary>
    public string LabelAlone() => Label.EndsWith(Optional, StringComparison.Ordinal) ? Label[..^Optional.Length] : Label;
}

/// <summary>Part of the choices of a field, as an input of its own.</summary>
/// <param name="Id">Comes back beside the field's own.</param>
/// <param name="Help">What is on the closed row, in short.</param>
public sealed record FoldedChoices(string Id, string Label, string Help, string Value, IReadOnlyList<FieldChoice> Choices)
{
    /// <summary>Of the input beside the field's own.</summary>
    public const string Ending = "__more";

    /// <summary>What is ticked is in sight.</summary>
    public bool IsOpen => Value.Length > 0;
    public bool IsShut => Value.Length == 0;

    /// <summary>Those of the picked choices.</summary>
    public static string Among(IReadOnlyList<FieldChoice> choices, string picked) =>
        string.Join(',', picked.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(id => choices.Any(choice => choice.Id == id)));

    /// <summary>What was ticked on both inputs.</summary>
    public static string Together(IReadOnlyDictionary<string, string> values, string field) =>
        string.Join(
            ',',
            new[] { values.GetValueOrDefault(field), values.GetValueOrDefault(field + Ending) }.Where(part => !string.IsNullOrEmpty(part))
        );
}

public enum FieldKind
{
    Text,
    LongText,
    Date,
    One,
    Several,

    /// <summary>A person of the organisation.</summary>
    Person,
}

/// <summary>What is there for those who ask: a line to tap on Teams, a modal on Slack.</summary>
/// <param name="Small">How much is in it: "18 answers"; may be empty.</param>
public sealed record Section(string Id, string Title, IReadOnlyList<LabelledText> Lines, string Small = "")
{
    public bool Any => Lines.Count > 0;
    public bool HasSmall => Small.Length > 0;
}

/// <summary>A line that is one target: the whole of it on Teams, a button beside it on Slack.</summary>
/// <param name="Text">The grey line below the title; may be empty.</param>
/// <param name="Press">Null where nothing comes of a press. Its label is one word: "Review".</param>
public sealed record CardRow(string Title, string Text, Button? Press = null, TierBadge? Tier = null)
{
    public bool HasTitle => Title.Length > 0;
    public bool HasText => Text.Length > 0;
    public bool SaysCalmly => HasText && !IsUrgent;
    public bool SaysUrgently => HasText && IsUrgent;
    public bool Acts => Press is { SendsText: false };
    public bool Says => Press is { SendsText: true };
    public bool Rests => Press is null;
    public IReadOnlyList<TierBadge> Badges => Tier is null ? [] : [Tier];

    /// <summary>It is late, or will be soon.</summary>
    public bool IsUrgent { get; init; }
}

/// <summary>One step of a way: done, where it is now, or still to come.</summary>
public sealed record TimelineStep(string Mark, string Title, string Text, string Style)
{
    public bool HasText => Text.Length > 0;

    public static TimelineStep Done(string title, string text) => new("✓", title, text, BoxStyle.Good);

    public static TimelineStep Now(string title, string text) => new("●", title, text, BoxStyle.Accent);

    public static TimelineStep Later(string title) => new("○", title, "", "default");
}

/// <param name="Title">May be empty.</param>
public sealed record EntryGroup(string Title, IReadOnlyList<CardRow> Rows)
{
    public bool HasTitle => Title.Length > 0;
}
