using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

/// <summary>What people take home: asked for in chat, got by a browser.</summary>
public abstract class DownloadJourneyTests(Company company)
{
    private static readonly HttpClient Browser = new();

    [Fact]
    public async Task A_reviewer_takes_the_whole_register_home_once()
    {
        await company.Rita.AsksForAsync(Supplier.Caterer("Heron Lunches"));
        var address = await AskedAsync(company.Sam, "download register");

        // A scanner follows every link; nothing is spent by that.
        using var page = await Browser.GetAsync(address);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, "no-store"), (page.StatusCode, page.Headers.CacheControl!.ToString()));
        Assert.Contains("<form method=\"post\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);

        using var file = await Browser.PostAsync(address, null);
        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.EndsWith(".xlsx", file.Content.Headers.ContentDisposition.FileName, StringComparison.Ordinal);
        using var workbook = new ZipArchive(new MemoryStream(bytes));
        Assert.NotNull(workbook.GetEntry("xl/workbook.xml"));
        await company.Sam.ReadsAsync($"SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}");

        using var again = await Browser.PostAsync(address, null);
        using var later = await Browser.GetAsync(address);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (again.StatusCode, later.StatusCode));
    }

    [Fact]
    public async Task Others_take_home_their_own_lines()
    {
        await company.Rita.AsksForAsync(Supplier.Caterer("Plover Lunches"));
        var address = await AskedAsync(company.Rita, "download register owner Rita as csv");
        using var file = await Browser.PostAsync(address, null);
        var csv = await file.Content.ReadAsStringAsync();
        Assert.Contains("Plover Lunches", csv, StringComparison.Ordinal);
        await company.Priya.SaysAsync("register as json", "Here's the Supplier Register.");
    }

    [Theory]
    [InlineData("schedule {0}", "Here's the security schedule for REQ-", ".docx")]
    [InlineData("schedule {0} as markdown", "Here's the security schedule for REQ-", ".md")]
    [InlineData("schedule for legal {0}", "Here's our copy of the security schedule for REQ-", ".docx")]
    [InlineData("needs {0}", "Here's the mail to the supplier for REQ-", ".txt")]
    [InlineData("download policy", "Here's the Supplier Security Policy.", ".docx")]
    [InlineData("management report Q4 2026", "Here's the management report for Q4 ", ".docx")]
    [InlineData("pack 2026 sample 5 seed 7", "Here's the audit pack ", ".zip")]
    public async Task Each_kind_of_file_comes_whole(string typed, string seeing, string ending)
    {
        var id = await company.Rita.AsksForAsync(Supplier.NotesApp($"Notes {Guid.NewGuid():N}"[..16]));
        await company.Sam.SaysAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, id), seeing);
        using var file = await Browser.PostAsync(Assert.Single(company.Sam.CurrentView.Addresses), null);
        Assert.EndsWith(ending, file.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.Equal(bytes.Length, file.Content.Headers.ContentLength);
        if (ending is ".docx" or ".zip")
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            Assert.NotEmpty(zip.Entries);
        }
    }

    [Fact]
    public async Task The_list_of_contract_points_leads_to_the_schedule_and_the_arithmetic_comes_out_the_same()
    {
        var id = await company.Rita.AsksForAsync(Supplier.NotesApp("Whimbrel Notes"));
        await company.Rita.SaysAsync($"contract points {id}", "Contract points", "Whimbrel Notes");
        await company.Rita.PressesAsync("Security schedule");
        await company.Rita.ReadsAsync("Here's the security schedule for REQ-");
        Assert.Single(company.Rita.CurrentView.Addresses);
        await company.Sam.SaysAsync($"explain {id}", "How Whimbrel Notes was assessed", "the same result");
    }

    [Fact]
    public async Task What_is_no_format_and_what_is_not_theirs_is_said()
    {
        await company.Sam.SaysAsync(
            "download register as word",
            "I can't write that in this format. Choose one of these: Excel, CSV, JSON."
        );
        await company.Rita.SaysAsync("pack 2026", "Only reviewers, auditors and admins can download this.");
    }

    private static async Task<string> AskedAsync(ChatUser who, string text)
    {
        await who.SaysAsync(text, "Here's ");
        return Assert.Single(who.CurrentView.Addresses);
    }
}
