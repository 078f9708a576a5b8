using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SupplierBot.Slack.Hosting;

/// <summary>
/// What goes back in the HTTP response. Slack takes any stray text of an acknowledgement for an answer, so that an empty one is empty
/// (PROTOCOL.md "Acknowledgements").
/// </summary>
internal static class Answer
{
    public static Task AcknowledgeAsync(this HttpContext http) => http.Response.CompleteAsync();

    public static Task AnswerAsync(this HttpContext http, JsonObject body) => http.AnswerAsync(Encoding.UTF8.GetBytes(body.ToJsonString()));

    /// <param name="body">JSON, UTF-8.</param>
    public static async Task AnswerAsync(this HttpContext http, byte[] body)
    {
        http.Response.ContentType = $"{MediaTypeNames.Application.Json}; charset=utf-8";
        await http.Response.Body.WriteAsync(body);
        await http.Response.CompleteAsync();
    }
}
