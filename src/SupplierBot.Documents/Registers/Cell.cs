namespace SupplierBot.Documents.Registers;

internal enum CellKind
{
    Empty,
    Text,
    Number,
    Day,
    Moment,
}

/// <summary>How a cell stands out; what it means is in its words.</summary>
internal enum CellTone
{
    Plain,
    Good,
    Warning,
    Alert,
}

/// <summary>One value of the register, with its type: a date is a date in every file.</summary>
/// <param name="Number">The number, the day number, or the ticks of the clock on the wall.</param>
internal readonly record struct Cell(CellKind Kind, string Text, long Number, CellTone Tone = CellTone.Plain, short OffsetMinutes = 0)
{
    public static readonly Cell Empty = new(CellKind.Empty, "", 0);

    public static Cell Of(string? text, CellTone tone = CellTone.Plain) =>
        string.IsNullOrEmpty(text) ? Empty : new(CellKind.Text, text, 0, tone);

    public static Cell Of(long number) => new(CellKind.Number, "", number);

    public static Cell Of(DateOnly? day) => day is { } date ? new(CellKind.Day, "", date.DayNumber) : Empty;

    public static Cell Of(DateTimeOffset? at, TimeZoneInfo zone)
    {
        if (at is not { } moment)
            return Empty;
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return new(CellKind.Moment, "", local.Ticks, OffsetMinutes: (short)local.TotalOffsetMinutes);
    }

    public static Cell Lines(IEnumerable<string> lines) => Of(string.Join('\n', lines.Where(line => line.Length > 0)));
}
