using System.Text.Json;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.BotFramework.Teams;

/// <summary>Files of a message in the person's own chat (PROTOCOL.md "Files"). Pure and total.</summary>
internal static class DroppedFiles
{
    private const string File = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>Null where the message has none.</summary>
    public static Request.GiveFile? Read(Activity activity)
    {
        if (
            ConversationReferences.Of(activity).Scope != ConversationScope.Personal
            || activity.Rest?.TryGetValue("attachments", out var attachments) != true
            || attachments.ValueKind != JsonValueKind.Array
        )
            return null;
        var files = attachments.EnumerateArray().Where(one => one.Text("contentType") == File).ToList();
        return files.Count == 0
            ? null
            : new(NameOf(files[0]), AddressOf(files[0]))
            {
                Others = [.. files.Skip(1).Select(file => (NameOf(file), AddressOf(file)))],
                Words = activity.Text?.Trim() ?? "",
            };
    }

    private static string NameOf(JsonElement file) => file.Text("name") ?? "";

    private static string AddressOf(JsonElement file) => file.Object("content")?.Text("downloadUrl") ?? "";
}
