using System.Text;
using System.Text.Json.Nodes;

namespace SupplierBot.Conversations.Kit.Attacks;

/// <summary>Something forged, and what must come of it.</summary>
/// <param name="Launch">Sends it; the status of the answer.</param>
/// <param name="Logged">In the one line about it; null where an operator has nothing to learn.</param>
/// <param name="Own">The end of the key of a row of the sender's own, which they may write in any way: their name, their draft.</param>
internal sealed record Attack(Func<AttackedCompany, Task<int>> Launch, int Status, string? Logged, string? Own = null)
{
    /// <summary>Well-formed, and taken as a turn: the person is told why nothing was done, and the log has the reason.</summary>
    public static Attack Turn(Func<AttackedCompany, JsonObject> make, string? reason) =>
        new(company => company.PostAsync(Bytes(make(company))), 200, reason is null ? null : $"nothing was changed ({reason})");

    /// <summary>Not an activity, or none for us.</summary>
    public static Attack Refused(Func<AttackedCompany, JsonObject> make, int status) =>
        new(company => company.PostAsync(Bytes(make(company))), status, $"refused with {status}");

    /// <summary>A sound message with its text replaced by something that only text can hold.</summary>
    public static Attack Text(Func<string, string> change, int status = 400) =>
        new(
            company => company.PostAsync(Encoding.UTF8.GetBytes(change(company.Sam.Message("HERE").ToJsonString()))),
            status,
            $"refused with {status}"
        );

    public static Attack Body(
        Func<AttackedCompany, byte[]> make,
        int status,
        string? type = "application/json",
        Action<HttpRequestMessage>? change = null
    ) => new(company => company.PostAsync(make(company), type, change), status, $"refused with {status}");

    public static byte[] Bytes(JsonObject activity) => Encoding.UTF8.GetBytes(activity.ToJsonString());
}
