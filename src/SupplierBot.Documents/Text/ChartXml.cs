using System.Globalization;
using System.Xml.Linq;

namespace SupplierBot.Documents.Text;

/// <summary>A chart in DrawingML.</summary>
internal static class ChartXml
{
    private static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>Grid lines that are told apart.</summary>
    private const int MostLines = 6;
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
        var bars = chart.Kind == ChartKind.Bars;
        return new(
            Chart + "barChart",
            Value("barDir", bars ? "bar" : "col"),
            Value("grouping", bars ? "clustered" : "stacked"),
            Value("varyColors", 0),
            chart.Series.Select((one, at) => Series(chart, one, at)),
            Value("gapWidth", bars ? 45 : 70),
            bars ? null : Value("overlap", 100),
            Value("axId", 1),
            Value("axId", 2)
        );
    }

    private static XElement Series(Block.Chart chart, ChartSeries series, int at)
    {
        var (last, column) = (chart.Categories.Count + 1, (char)('B' + at));
        var colour = new XElement(Drawing + "srgbClr", new XAttribute("val", Colours[at % Colours.Length]));
        return new(
            Chart + "ser",
            Value("idx", at),
            Value("order", at),
            new XElement(Chart + "tx", Reference("strRef", $"Sheet1!${column}$1", Cache("strCache", [SafeText.Label(series.Name)]))),
            new XElement(Chart + "spPr", new XElement(Drawing + "solidFill", colour)),
            Value("invertIfNegative", 0),
            Labels(chart),
            new XElement(
                Chart + "cat",
                Reference("strRef", $"Sheet1!$A$2:$A${last}", Cache("strCache", [.. chart.Categories.Select(SafeText.Label)]))
            ),
            new XElement(
                Chart + "val",
                Reference("numRef", $"Sheet1!${column}$2:${column}${last}", Cache("numCache", [.. series.Values.Select(Number)], "General"))
            )
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
        return most <= MostLines && chart.Kind != ChartKind.Bars ? 1 : null;

        double Height(int at) => chart.Series.Sum(series => series.Values.ElementAtOrDefault(at));
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
