using System.Diagnostics;

namespace SupplierBot;

/// <summary>
/// LibreOffice without a window (`libreoffice-writer-nogui`, `libreoffice-calc-nogui`; `./test.sh` installs both): whether a file opens,
/// and what it looks like on paper. Each call has a profile of its own, so that two of them don't wait for each other.
/// </summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The files as PDF, beside them; a file that doesn't open fails the test.</summary>
    public static IReadOnlyList<string> ToPdf(params IReadOnlyList<string> files) =>
        InFolder(folder =>
        {
            var said = Convert(folder, "pdf", files);
            return (IReadOnlyList<string>)[.. files.Select(file => Moved(file, folder, said))];
        });

    /// <summary>One sheet of a workbook as CSV, as it is shown.</summary>
    /// <param name="sheet">1-based.</param>
    public static string SheetOf(Stream workbook, int sheet) =>
        InFolder(folder =>
        {
            var path = Path.Combine(folder, "book.xlsx");
            using (var file = File.Create(path))
            {
                workbook.Position = 0;
                workbook.CopyTo(file);
            }
            // Comma, double quote, UTF-8, from the first line, no column formats, language, quote all text, as shown, not as formulas.
            var said = Convert(folder, $"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,{sheet}", [path]);
            return Directory.GetFiles(folder, "*.csv") is [var written]
                ? File.ReadAllText(written)
                : throw new InvalidOperationException($"LibreOffice made no sheet {sheet}: {said}");
        });

    /// <summary>A run that was killed leaves locks beside what it wrote: each run writes into a folder of its own.</summary>
    private static T InFolder<T>(Func<string, T> run)
    {
        var folder = Directory.CreateTempSubdirectory("office-");
        try
        {
            return run(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Convert(string folder, string format, IEnumerable<string> files) =>
        Run(
            Environment.GetEnvironmentVariable("SOFFICE") is { Length: > 0 } named ? named : "soffice",
            [
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}",
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                folder,
                .. files.Select(Path.GetFullPath),
            ]
        );

    private static string Moved(string file, string folder, string said)
    {
        var (made, pdf) = (
            Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(file), ".pdf")),
            Path.ChangeExtension(Path.GetFullPath(file), ".pdf")
        );
        if (!File.Exists(made))
            throw new InvalidOperationException($"LibreOffice made no {Path.GetFileName(pdf)}: {said}");
        File.Copy(made, pdf, overwrite: true);
        return pdf;
    }

    /// <summary>What stands on the pages, a form feed between two of them (`poppler-utils`).</summary>
    public static string TextOf(string pdf) => Run("pdftotext", ["-layout", pdf, "-"]);

    private static string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Start(program, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} didn't end within {Longest.TotalMinutes} minutes.");
        }
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
        return output.Result;
    }

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} isn't installed: run ./test.sh", missing);
        }
    }
}
