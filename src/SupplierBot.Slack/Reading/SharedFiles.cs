using System.Text.Json;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Slack.Protocol;

namespace SupplierBot.Slack.Reading;

/// <summary>Files of a direct message (PROTOCOL.md "Files"). Pure and total.</summary>
internal static class SharedFiles
{
    /// <summary>Null where the message has none.</summary>
    public static Request.GiveFile? Read(JsonElement said)
    {
        // One that was deleted meanwhile, or that another workspace shares, has no address: that is said when it is fetched.
        var files = said.Items("files").Where(file => file.Text("id") is not null || AddressOf(file).Length > 0).ToList();
        return files.Count == 0
            ? null
            : new(NameOf(files[0]), AddressOf(files[0]))
            {
                Others = [.. files.Skip(1).Select(file => (NameOf(file), AddressOf(file)))],
                Words = said.Text("text")?.Trim() ?? "",
            };
    }

    private static string NameOf(JsonElement file) => file.Text("name") ?? file.Text("title") ?? "";

    private static string AddressOf(JsonElement file) => file.Text("url_private_download") ?? file.Text("url_private") ?? "";
}
