using System.Text.Encodings.Web;
using Microsoft.Net.Http.Headers;
using SupplierBot.Chat.Exports;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Web.Hosting;

/// <summary>
/// <c>/files/{token}</c>: a page with one button, because scanners of mail and chat follow every link with a GET; the button posts, and
/// gets
/// the file. Nothing is shown in a browser, whatever is in it.
/// </summary>
internal static class FileEndpoints
{
    public const string Path = "/files";

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.5rem;color:#1b1a19;background:#fff}h1{font-size:1.35rem}p{color:#484644}button{font:inherit;font-weight:600;padding:.6rem 1.4rem;border:0;border-radius:.3rem;background:#0b5cad;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid #1b1a19;outline-offset:2px}@media(prefers-color-scheme:dark){body{color:#f3f2f1;background:#1b1a19}p{color:#c8c6c4}button{background:#4da3ff;color:#10100f}}";

    /// <summary>No script, no picture, nothing from elsewhere; the form goes back where it came from.</summary>
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void MapFiles(this WebApplication app)
    {
        var files = app.MapGroup(Path);
        files.MapGet("/{token}", (RequestDelegate)AskAsync);
        files.MapPost("/{token}", (RequestDelegate)GiveAsync);
    }

    private static async Task AskAsync(HttpContext http)
    {
        var (links, wording) = Parts(http);
        if (await links.FindAsync(TokenOf(http), http.RequestAborted) is not { File: var file })
            await GoneAsync(http, wording);
        else
            await PageAsync(
                http,
                StatusCodes.Status200OK,
                file.Name,
                wording["download.once"],
                $"""<form method="post"><button>{Encoded(wording["export.download"])}</button></form>"""
            );
    }

    private static async Task GiveAsync(HttpContext http)
    {
        var (links, wording) = Parts(http);
        if (await links.TakeAsync(TokenOf(http), http.RequestAborted) is not { } taken)
        {
            await GoneAsync(http, wording);
            return;
        }
        await using var content = taken.Content;
        Closed(http.Response);
        http.Response.ContentType = taken.Link.MediaType;
        http.Response.ContentLength = taken.Link.File.Size;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(taken.Link.File.Name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        await content.CopyToAsync(http.Response.Body, http.RequestAborted);
        await links.ForgetAsync(taken.Link);
    }

    private static Task GoneAsync(HttpContext http, Wording wording) =>
        PageAsync(http, StatusCodes.Status410Gone, wording["download.gone"], wording["download.ask_again"], "");

    private static Task PageAsync(HttpContext http, int status, string title, string words, string form)
    {
        Closed(http.Response);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
            <title>{Encoded(title)}</title><style>{Style}</style></head>
            <body><main><h1>{Encoded(title)}</h1><p>{Encoded(words)}</p>{form}</main></body></html>
            """,
            http.RequestAborted
        );
    }

    private static void Closed(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static (FileLinks Links, Wording Wording) Parts(HttpContext http) =>
        (http.RequestServices.GetRequiredService<FileLinks>(), http.RequestServices.GetRequiredService<Wording>());

    private static string TokenOf(HttpContext http) => http.GetRouteValue("token") as string ?? "";

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
