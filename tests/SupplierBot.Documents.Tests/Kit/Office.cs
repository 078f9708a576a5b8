using System.Diagnostics;

namespace SupplierBot.Documents.Tests.Kit;

/// <summary>LibreOffice (`libreoffice-calc-nogui`), which reads a workbook as somebody's own program would.</summary>
internal static class Office
{
    /// <summary>One sheet of a workbook as CSV, as it is shown.</summary>
    /// <param name="sheet">1-based.</param>
    public static async Task<string> SheetAsync(Stream workbook, int sheet, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("office-");
        try
        {
            await using (var file = File.Create(Path.Combine(folder.FullName, "book.xlsx")))
            {
                workbook.Position = 0;
                await workbook.CopyToAsync(file, cancellation);
            }
            // Comma, double quote, UTF-8, from the first line, no column formats, language, quote all text, as shown, not as formulas.
            await RunAsync(
                folder.FullName,
                $"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,{sheet}",
                cancellation
            );
            var written = Assert.Single(folder.GetFiles("*.csv"));
            return await File.ReadAllTextAsync(written.FullName, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string folder, string format, CancellationToken cancellation)
    {
        // A profile of its own: two that run at once don't wait for each other.
        using var process = Process.Start(
            new ProcessStartInfo(
                Environment.GetEnvironmentVariable("SOFFICE") is { Length: > 0 } named ? named : "soffice",
                [
                    "--headless",
                    $"-env:UserInstallation=file://{folder}/profile",
                    "--convert-to",
                    format,
                    "--outdir",
                    folder,
                    Path.Combine(folder, "book.xlsx"),
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, await said);
    }
}
