using System.Buffers.Text;
using System.Security.Cryptography;

namespace SupplierBot.Chat.Turns;

public static class Ids
{
    /// <summary>128 random bits as 22 characters that are safe in keys.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
