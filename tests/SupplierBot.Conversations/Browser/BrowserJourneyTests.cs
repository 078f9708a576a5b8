using System.Diagnostics;
using System.Globalization;
using SupplierBot.Conversations.Kit.Clients;

namespace SupplierBot.Conversations.Browser;

/// <summary>
/// Requester and approver in headless Chromium, at a desktop and on a phone; pictures of every step in <c>artifacts/screenshots</c>.
/// </summary>
public sealed class BrowserJourneyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task A_request_is_asked_about_and_approved_and_nothing_on_the_way_is_cut_off(int width)
    {
        await using var company = await LocalCompany.StartAsync(
            null,
            SupplierBot.Web.Local.Personas.Rita,
            SupplierBot.Web.Local.Personas.Sam
        );
        var pictures = Path.Combine(Repository.Root, "artifacts", "screenshots");
        var (exitCode, said) = await Journey(pictures, width, company.Rita.Address, company.Sam.Address);
        Assert.True(exitCode == 0, $"{said}\n{string.Join('\n', company.Bot.Log)}");
        Assert.NotEmpty(Directory.GetFiles(pictures, $"{width}-sam-*-decided.png"));
    }

    private static async Task<(int ExitCode, string Said)> Journey(string pictures, int width, Uri requester, Uri approver)
    {
        using var node = Process.Start(
            new ProcessStartInfo(
                "node",
                ["journey.js", pictures, width.ToString(CultureInfo.InvariantCulture), requester.ToString(), approver.ToString()]
            )
            {
                WorkingDirectory = Repository.Clients,
                RedirectStandardError = true,
            }
        )!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var said = await node.StandardError.ReadToEndAsync(patience.Token);
            await node.WaitForExitAsync(patience.Token);
            return (node.ExitCode, said);
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            return (-1, $"The journey was not over after {Patience.TotalMinutes} minutes.");
        }
    }
}
