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

    public static async Task AnswerAsync(this HttpContext http, JsonObject body)
    {
        http.Response.ContentType = $"{MediaTypeNames.Application.Json}; charset=utf-8";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body.ToJsonString()));
        await http.Response.CompleteAsync();
    }
}
