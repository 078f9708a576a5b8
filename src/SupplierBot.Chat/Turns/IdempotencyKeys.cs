using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// One delivery of a platform, however often and to whichever process it comes. The person and the conversation are part of it, because ids
/// are only told apart within them; so is what was asked, because what is asked in another way is another request, whatever its id says.
/// </summary>
public static class IdempotencyKeys
{
    public static string Of(Turn turn)
    {
        var asked = turn.Request.Press?.Verb ?? "";
        string[] parts =
        [
            turn.Conversation.ConversationId,
            turn.Actor.Id.Value,
            turn.Id,
            turn.Kind.ToString(),
            turn.AnswersInPlace ? "here" : "",
            turn.InDialog ? "dialog" : "",
            asked,
        ];
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }
}
