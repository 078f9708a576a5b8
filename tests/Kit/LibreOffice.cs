using System.Diagnostics;

namespace SupplierBot;

/// <summary>
/// LibreOffice without a window (`libreoffice-writer-nogui`; `./test.sh` installs it): whether a file opens, and what it looks like on
/// paper. Each call has a profile of its own, so that two of them don't wait for each other.
/// </summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The files as PDF, beside them; a file that doesn't open fails the test.</summary>
    public static IReadOnlyList<string> ToPdf(params IReadOnlyList<string> files)
    {
        // A run that was killed leaves locks beside what it wrote: each run writes into a folder of its own.
        var folder = Directory.CreateTempSubdirectory("office-");
        try
        {
            var said = Run(
                Environment.GetEnvironmentVariable("SOFFICE") is { Length: > 0 } named ? named : "soffice",
                [
                    $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri}",
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    folder.FullName,
                    .. files.Select(Path.GetFullPath),
                ]
            );
            return [.. files.Select(file => Moved(file, folder.FullName, said))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

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
