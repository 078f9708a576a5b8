using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace SupplierBot.Documents.Text;

/// <summary>Charts of a Word document, each with a workbook of its numbers inside: Word's "Edit data" opens it.</summary>
internal sealed class DocxCharts(PackageParts parts, string main)
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int EmuOfTwentieth = 635;
    private const long Wide = (long)DocxBody.TextWidth * EmuOfTwentieth;
    private const long High = 2_520_000;

    /// <summary>A bar needs so much, and the legend and the title twice as much each.</summary>
    private const long BarHigh = 290_000;
    private uint charts;

    public Run Of(Block.Chart chart)
    {
        var path = $"word/charts/chart{++charts}.xml";
        var book = $"word/embeddings/chart{charts}.xlsx";
        parts.Add(book, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ChartWorkbook.Of(chart));
        var data = parts.Relate(path, $"{Relations}/package", $"../embeddings/chart{charts}.xlsx");
        parts.Add(path, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", ChartXml.Of(chart, data));
        var id = parts.Relate(main, $"{Relations}/chart", $"charts/chart{charts}.xml");
        var high = chart.Kind == ChartKind.Bars ? BarHigh * (chart.Categories.Count + (chart.Title.Length == 0 ? 2 : 4)) : High;
        return new Run(
            new Drawing(
                new Wp.Inline(
                    new Wp.Extent { Cx = Wide, Cy = high },
                    new Wp.EffectExtent
                    {
                        LeftEdge = 0,
                        TopEdge = 0,
                        RightEdge = 0,
                        BottomEdge = 0,
                    },
                    new Wp.DocProperties
                    {
                        Id = charts,
                        Name = $"Chart {charts}",
                        Description = SafeText.OneLine(Described(chart)),
                    },
                    new Wp.NonVisualGraphicFrameDrawingProperties(),
                    new A.Graphic(
                        new A.GraphicData(new C.ChartReference { Id = id })
                        {
                            Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                        }
                    )
                )
                {
                    DistanceFromTop = 0,
                    DistanceFromBottom = 0,
                    DistanceFromLeft = 0,
                    DistanceFromRight = 0,
                }
            )
        );
    }

    /// <summary>For who can't see it: its title and its numbers.</summary>
    private static string Described(Block.Chart chart) =>
        (chart.Title.Length == 0 ? "" : $"{SafeText.Label(chart.Title)}. ")
        + string.Join(
            "; ",
            chart.Series.Select(series =>
                $"{SafeText.Label(series.Name)}: "
                + string.Join(
                    ", ",
                    chart.Categories.Zip(series.Values, (name, value) => $"{SafeText.Label(name)} {ChartXml.Number(value)}")
                )
            )
        );
}
