namespace SupplierBot.Documents.Reports;

/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number)
{
    public DateOnly First => new(Year, Number * 3 - 2, 1);
    public DateOnly Last => First.AddMonths(3).AddDays(-1);
    public Quarter Before => Number == 1 ? new(Year - 1, 4) : this with { Number = Number - 1 };

    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    public bool Contains(DateOnly day) => day >= First && day <= Last;
}
