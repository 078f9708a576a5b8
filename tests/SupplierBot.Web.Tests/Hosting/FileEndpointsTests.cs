using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Hosting;

/// <summary>The page behind a link, for people, scanners and strangers.</summary>
[Collection(HostCollection.Name)]
public sealed class FileEndpointsTests : IDisposable
{
    private static readonly PersonId Sam = new("teams:sam");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("files-");
    private readonly WebApplicationFactory<Program> factory;

    public FileEndpointsTests() =>
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
            builder.UseSetting("Local:Playground", "false").UseSetting("Storage:Sqlite:Path", Path.Combine(folder.FullName, "data.db"))
        );

    public void Dispose()
    {
        factory.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("strange-token")]
    [InlineData("0000000000000000000000000000000000000000000")]
    [InlineData("%2e%2e%2fdata.db")]
    [InlineData("' OR 1=1 --")]
    public async Task A_stranger_is_told_the_same_whatever_they_try(string token)
    {
        using var client = factory.CreateClient();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, $"/files/{token}");
            using var answer = await client.SendAsync(request);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Gone, HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
            Assert.DoesNotContain(token, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_long_token_is_no_work()
    {
        using var client = factory.CreateClient();
        using var answer = await client.GetAsync($"/files/{new string('a', 8_000)}");
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_of_a_file_is_ever_shown_in_a_browser()
    {
        using var client = factory.CreateClient();
        var content = "<script>alert(1)</script>"u8.ToArray();
        var file = new StoredFile(DroppedFile.KeyPrefix + "page", "<b>ünder & 名.html", content.Length, new string('a', 64));
        await factory
            .Services.GetRequiredService<IFileStore>()
            .SaveAsync(new(file, Sam, DateTimeOffset.UtcNow), new MemoryStream(content), CancellationToken.None);
        var token = await factory.Services.GetRequiredService<FileLinks>().MakeAsync(file, "text/csv", Sam, CancellationToken.None);

        using var page = await client.GetAsync($"/files/{token}");
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());

        using var got = await client.PostAsync($"/files/{token}", null);
        Assert.Equal(content, await got.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("<b>ünder & 名.html", got.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", got.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-store", got.Headers.CacheControl!.ToString());
    }

    /// <summary>A form that a browser posts says where it comes from, which the door of local mode turns away elsewhere.</summary>
    [Fact]
    public async Task A_browsers_form_gets_in_where_nothing_else_of_a_browser_does()
    {
        using var client = factory.CreateClient();
        client.DefaultRequestHeaders.Add("Origin", "http://localhost");
        using var file = await client.PostAsync("/files/none", null);
        using var messages = await client.PostAsync("/api/messages", null);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Forbidden), (file.StatusCode, messages.StatusCode));
    }
}
