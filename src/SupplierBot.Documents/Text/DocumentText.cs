namespace SupplierBot.Documents.Text;

/// <summary>A document as its reader sees it. Which bytes it becomes is up to a writer.</summary>
/// <param name="Subtitle">May be empty.</param>
public sealed record DocumentText(string Title, string Subtitle, DocumentFrame Frame, IReadOnlyList<Block> Blocks);

/// <summary>What stands around the text: on every page, and in the properties of the file.</summary>
/// <param name="At">The only moment a file names; nothing in it comes from a clock.</param>
/// <param name="Source">Who made it when, and from what; at the foot of every page.</param>
/// <param name="PageOf">"Page {page} of {pages}": a writer that has pages fills it in.</param>
public sealed record DocumentFrame(string Organisation, DateTimeOffset At, string Source, string PageOf);

/// <summary>One piece of a document, one below the other. Closed: only the records below.</summary>
public abstract record Block
{
    private Block() { }

    /// <param name="Level">1 to 3.</param>
    public sealed record Heading(int Level, string Words) : Block
    {
        /// <summary>For whoever reviews the document; null for none.</summary>
        public Comment? Comment { get; init; }
    }

    public sealed record Paragraph(IReadOnlyList<TextRun> Runs, ParagraphStyle Style = ParagraphStyle.Body) : Block
    {
        public Paragraph(string words, ParagraphStyle style = ParagraphStyle.Body)
            : this([new TextRun(words)], style) { }
    }

    public sealed record BulletList(IReadOnlyList<string> Items, bool Numbered = false) : Block;

    public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows, TableLook Look = TableLook.Ruled) : Block;

    public sealed record Signatures(IReadOnlyList<SignatureParty> Parties) : Block;

    /// <param name="Title">Empty where the heading above says it.</param>
    /// <param name="Repeats">A table beside it says the same: a writer without pictures leaves it out.</param>
    public sealed record Chart(
        ChartKind Kind,
        string Title,
        IReadOnlyList<string> Categories,
        IReadOnlyList<ChartSeries> Series,
        bool Repeats = false
    ) : Block;

    public sealed record PageBreak : Block;

    /// <summary>The headings of the first level, each a way to its place.</summary>
    public sealed record Contents(string Title) : Block;
}

/// <param name="By">Who says it.</param>
public sealed record Comment(string By, string Words);

public sealed record TextRun(string Words, RunStyle Style = RunStyle.Plain);

public enum RunStyle
{
    Plain,
    Strong,
    Muted,

    /// <summary>Not what the rule asks for; the words beside it say so, too.</summary>
    Deviation,
}

public enum ParagraphStyle
{
    Body,

    /// <summary>What the whole document says, above everything else.</summary>
    Lead,
    Small,

    /// <summary>In a box: something to know.</summary>
    Neutral,

    /// <summary>In a box: something that is done.</summary>
    Good,

    /// <summary>In a box: something that differs or is missing.</summary>
    Attention,
}

public enum TableLook
{
    /// <summary>A heading for each column, repeated on every page.</summary>
    Ruled,

    /// <summary>A label and what it says, without headings.</summary>
    Facts,

    /// <summary>One row of numbers, large, each above what it counts.</summary>
    Figures,
}

/// <param name="Weight">How wide it is, beside the other columns.</param>
public sealed record Column(string Heading, int Weight = 1, bool IsNumber = false);

public sealed record Row(IReadOnlyList<Cell> Cells)
{
    /// <summary>Its only cell goes across all columns: what the rows below belong to.</summary>
    public bool IsGroup { get; init; }

    public static Row Of(params IReadOnlyList<string> words) => new([.. words.Select(one => new Cell(one))]);

    public static Row Group(string words) => new([new Cell(words, RunStyle.Strong)]) { IsGroup = true };
}

public sealed record Cell(string Words, RunStyle Style = RunStyle.Plain);

public sealed record SignatureParty(string Name, IReadOnlyList<SignatureLine> Lines);

/// <param name="Words">What is known already; empty for a line to write on.</param>
public sealed record SignatureLine(string Label, string Words = "");

public enum ChartKind
{
    StackedColumns,

    /// <summary>From left to right, the first category at the top.</summary>
    Bars,
}

/// <param name="Values">One for each category.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double> Values);
