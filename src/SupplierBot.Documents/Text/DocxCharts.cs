using System.Globalization;
using System.Xml.Linq;
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

/// <summary>A chart in DrawingML.</summary>
internal static class ChartXml
{
    private static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Told apart by lightness too, so that a black and white print is read.</summary>
    private static readonly string[] Colours = ["1F5A8C", "7FB2DC", "C77700", "F2C879", "55616D", "B9C3CD", "2E7D4F"];

    public static string Of(Block.Chart chart, string data) =>
        new XElement(
            Chart + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", Chart),
            new XAttribute(XNamespace.Xmlns + "a", Drawing),
            new XAttribute(XNamespace.Xmlns + "r", Relations),
            Value("roundedCorners", 0),
            new XElement(
                Chart + "chart",
                chart.Title.Length == 0
                    ? null
                    : new XElement(Chart + "title", new XElement(Chart + "tx", Rich(chart.Title, 1100, bold: true)), Value("overlay", 0)),
                Value("autoTitleDeleted", chart.Title.Length == 0 ? 1 : 0),
                new XElement(Chart + "plotArea", new XElement(Chart + "layout"), Plot(chart), Axes(chart)),
                chart.Series.Count < 2 ? null : new XElement(Chart + "legend", Value("legendPos", "b"), Value("overlay", 0), TextSize(900)),
                Value("plotVisOnly", 1),
                Value("dispBlanksAs", "gap")
            ),
            new XElement(Chart + "spPr", new XElement(Drawing + "noFill"), new XElement(Drawing + "ln", new XElement(Drawing + "noFill"))),
            new XElement(Chart + "externalData", new XAttribute(Relations + "id", data), Value("autoUpdate", 0))
        ).ToString(SaveOptions.DisableFormatting);

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static XElement Plot(Block.Chart chart)
    {
        var stacked = chart.Kind == ChartKind.StackedColumns;
        var series = chart.Series.Select((one, at) => Series(chart, one, at));
        var axes = new[] { Value("axId", 1), Value("axId", 2) };
        return chart.Kind == ChartKind.Lines
            ? new(Chart + "lineChart", Value("grouping", "standard"), Value("varyColors", 0), series, Value("marker", 1), axes)
            : new(
                Chart + "barChart",
                Value("barDir", chart.Kind == ChartKind.Bars ? "bar" : "col"),
                Value("grouping", stacked ? "stacked" : "clustered"),
                Value("varyColors", 0),
                series,
                Value("gapWidth", chart.Kind == ChartKind.Bars ? 45 : 70),
                stacked ? Value("overlap", 100) : null,
                axes
            );
    }

    private static XElement Series(Block.Chart chart, ChartSeries series, int at)
    {
        var (last, column) = (chart.Categories.Count + 1, (char)('B' + at));
        var fill = new XElement(
            Drawing + "solidFill",
            new XElement(Drawing + "srgbClr", new XAttribute("val", Colours[at % Colours.Length]))
        );
        var lines = chart.Kind == ChartKind.Lines;
        return new(
            Chart + "ser",
            Value("idx", at),
            Value("order", at),
            new XElement(Chart + "tx", Reference("strRef", $"Sheet1!${column}$1", Cache("strCache", [SafeText.Label(series.Name)]))),
            new XElement(Chart + "spPr", lines ? new XElement(Drawing + "ln", new XAttribute("w", 28575), fill) : fill),
            lines ? new XElement(Chart + "marker", Value("symbol", "circle"), Value("size", 6)) : Value("invertIfNegative", 0),
            Labels(chart),
            new XElement(
                Chart + "cat",
                Reference("strRef", $"Sheet1!$A$2:$A${last}", Cache("strCache", [.. chart.Categories.Select(SafeText.Label)]))
            ),
            new XElement(
                Chart + "val",
                Reference("numRef", $"Sheet1!${column}$2:${column}${last}", Cache("numCache", [.. series.Values.Select(Number)], "General"))
            ),
            lines ? Value("smooth", 0) : null
        );
    }

    /// <summary>Zeros would stand on each other in a stack: they are left out by the format.</summary>
    private static XElement Labels(Block.Chart chart) =>
        new(
            Chart + "dLbls",
            new XElement(Chart + "numFmt", new XAttribute("formatCode", "0.#;;"), new XAttribute("sourceLinked", 0)),
            new XElement(Chart + "spPr", new XElement(Drawing + "noFill"), new XElement(Drawing + "ln", new XElement(Drawing + "noFill"))),
            TextSize(900),
            Value("showLegendKey", 0),
            Value("showVal", chart.Kind == ChartKind.StackedColumns ? 0 : 1),
            Value("showCatName", 0),
            Value("showSerName", 0),
            Value("showPercent", 0),
            Value("showBubbleSize", 0)
        );

    private static IEnumerable<XElement> Axes(Block.Chart chart)
    {
        var bars = chart.Kind == ChartKind.Bars;
        yield return new(
            Chart + "catAx",
            Value("axId", 1),
            new XElement(Chart + "scaling", Value("orientation", bars ? "maxMin" : "minMax")),
            Value("delete", 0),
            Value("axPos", bars ? "l" : "b"),
            Value("numFmt", null, new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 0)),
            Value("majorTickMark", "none"),
            Value("minorTickMark", "none"),
            Value("tickLblPos", "nextTo"),
            LineOf("8A96A3"),
            TextSize(900),
            Value("crossAx", 2),
            Value("crosses", "autoZero")
        );
        yield return new(
            Chart + "valAx",
            Value("axId", 2),
            new XElement(Chart + "scaling", Value("orientation", "minMax"), Value("min", 0)),
            Value("delete", bars ? 1 : 0),
            Value("axPos", bars ? "t" : "l"),
            bars ? null : new XElement(Chart + "majorGridlines", LineOf("E3E8ED")),
            Value("numFmt", null, new XAttribute("formatCode", "0"), new XAttribute("sourceLinked", 0)),
            Value("majorTickMark", "none"),
            Value("minorTickMark", "none"),
            Value("tickLblPos", "nextTo"),
            new XElement(Chart + "spPr", new XElement(Drawing + "ln", new XElement(Drawing + "noFill"))),
            TextSize(900),
            Value("crossAx", 1),
            Value("crosses", "autoZero"),
            Whole(chart) is { } step ? Value("majorUnit", step) : null
        );
    }

    /// <summary>Nobody counts half a supplier: few of them get a line each.</summary>
    private static double? Whole(Block.Chart chart)
    {
        var most = chart.Categories.Select((_, at) => Height(at)).DefaultIfEmpty(0).Max();
        return most <= 6 && chart.Kind != ChartKind.Bars ? 1 : null;

        double Height(int at)
        {
            var values = chart.Series.Select(series => series.Values.ElementAtOrDefault(at));
            return chart.Kind == ChartKind.StackedColumns ? values.Sum() : values.DefaultIfEmpty(0).Max();
        }
    }

    private static XElement LineOf(string colour) =>
        new(
            Chart + "spPr",
            new XElement(
                Drawing + "ln",
                new XAttribute("w", 9525),
                new XElement(Drawing + "solidFill", new XElement(Drawing + "srgbClr", new XAttribute("val", colour)))
            )
        );

    private static XElement Rich(string words, int size, bool bold) =>
        new(
            Chart + "rich",
            new XElement(Drawing + "bodyPr"),
            new XElement(
                Drawing + "p",
                new XElement(Drawing + "pPr", Properties("defRPr", size, bold)),
                new XElement(Drawing + "r", Properties("rPr", size, bold), new XElement(Drawing + "t", SafeText.Label(words)))
            )
        );

    private static XElement TextSize(int size) =>
        new(
            Chart + "txPr",
            new XElement(Drawing + "bodyPr"),
            new XElement(
                Drawing + "p",
                new XElement(Drawing + "pPr", Properties("defRPr", size, bold: false)),
                new XElement(Drawing + "endParaRPr", new XAttribute("lang", "en-GB"))
            )
        );

    private static XElement Properties(string name, int size, bool bold) =>
        new(
            Drawing + name,
            name == "rPr" ? new XAttribute("lang", "en-GB") : null,
            new XAttribute("sz", size),
            new XAttribute("b", bold ? 1 : 0),
            new XElement(Drawing + "solidFill", new XElement(Drawing + "srgbClr", new XAttribute("val", bold ? "14304D" : "55616D"))),
            new XElement(Drawing + "latin", new XAttribute("typeface", "Calibri"))
        );

    private static XElement Reference(string kind, string cells, XElement cache) =>
        new(Chart + kind, new XElement(Chart + "f", cells), cache);

    private static XElement Cache(string kind, IReadOnlyList<string> values, string? format = null) =>
        new(
            Chart + kind,
            format is null ? null : new XElement(Chart + "formatCode", format),
            Value("ptCount", values.Count),
            values.Select((value, at) => new XElement(Chart + "pt", new XAttribute("idx", at), new XElement(Chart + "v", value)))
        );

    private static XElement Value(string name, object? value, params XAttribute[] more) =>
        new(Chart + name, value is null ? null : new XAttribute("val", value), more);
}
