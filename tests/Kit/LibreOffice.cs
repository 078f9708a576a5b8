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
    /// <param name="files">All in one folder.</param>
    public static IReadOnlyList<string> ToPdf(params IReadOnlyList<string> files)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(files[0]))!;
        var profile = Directory.CreateTempSubdirectory("office-");
        try
        {
            foreach (var file in files)
                File.Delete(Path.ChangeExtension(file, ".pdf"));
            var said = Run(
                Environment.GetEnvironmentVariable("SOFFICE") is { Length: > 0 } named ? named : "soffice",
                [
                    $"-env:UserInstallation={new Uri(profile.FullName).AbsoluteUri}",
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    folder,
                    .. files.Select(Path.GetFullPath),
                ]
            );
            foreach (var pdf in files.Select(file => Path.ChangeExtension(Path.GetFullPath(file), ".pdf")))
            {
                if (!File.Exists(pdf))
                    throw new InvalidOperationException($"LibreOffice made no {Path.GetFileName(pdf)}: {said}");
            }
            return [.. files.Select(file => Path.ChangeExtension(Path.GetFullPath(file), ".pdf"))];
        }
        finally
        {
            profile.Delete(recursive: true);
        }
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
