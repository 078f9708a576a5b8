using System.Text;
using System.Text.Json.Nodes;

namespace SupplierBot.Conversations.Kit.Attacks;

/// <summary>The same again, as a reply to something else, or for another address.</summary>
internal static class ForgedDeliveries
{
    private const string Again = "was delivered again";

    public static readonly Dictionary<string, Attack> All = new Dictionary<string, Attack>()
    {
        ["the approval once more, after it counted"] = Attack.Turn(company => Copy(company.Approval), "refusal.already_decided"),
        ["the approval once more under a new id"] = Attack.Turn(
            company => AttackedCompany.Changed(Copy(company.Approval), sent => sent["id"] = "1700000000999"),
            "refusal.already_decided"
        ),
        ["the approval once more, from a passer-by"] = Attack.Turn(
            company =>
                AttackedCompany.Changed(
                    Copy(company.Approval),
                    sent =>
                    {
                        foreach (var member in new[] { "from", "conversation" })
                            sent[member] = company.Passerby.Message("")[member]!.DeepClone();
                    }
                ),
            "refusal.not_approver"
        ),
        ["the approval turned into a rejection under the same id"] = Attack.Turn(
            company => AttackedCompany.Changed(Copy(company.Approval), sent => sent["value"]!["action"]!["verb"] = "reject"),
            "refusal.already_decided"
        ),
        ["the sending once more, after the draft became a case"] = Attack.Turn(company => Copy(company.Submit), "refusal.old_page"),
        ["the words that began the draft once more"] = new(company => company.PostAsync(Attack.Bytes(Copy(company.Typed))), 200, Again),
        ["an id that breaks the line of the log"] = Attack.Turn(
            company =>
                AttackedCompany.Changed(
                    company.Decides("approve", company.Waiting, company.Passerby),
                    sent => sent["id"] = "1\n00:00:00 crit: SupplierBot[1] forged by rita@example.com\u001B[2J"
                ),
            "refusal.not_approver"
        ),
        ["a reply to a path"] = Reply("../../conversations"),
        ["a reply to somebody else's message"] = Reply("1"),
        ["a reply to a message that is none"] = Reply("\u202E\u0000"),
        ["a reply to an id without end"] = Attack.Refused(
            company =>
                AttackedCompany.Changed(company.Decides("approve", company.Waiting), sent => sent["replyToId"] = new string('1', 1_001)),
            400
        ),
        ["a reply to an object"] = Attack.Refused(
            company => AttackedCompany.Changed(company.Decides("approve", company.Waiting), sent => sent["replyToId"] = new JsonObject()),
            400
        ),
        ["an address the token is not for"] = Attack.Refused(
            company =>
                AttackedCompany.Changed(company.Sam.Message("help"), sent => sent["serviceUrl"] = "https://smba.trafficmanager.net/emea/"),
            401
        ),
        ["an address beside the token's"] = Attack.Refused(
            company => AttackedCompany.Changed(company.Sam.Message("help"), sent => sent["serviceUrl"] = company.ServiceUrl + "x"),
            401
        ),
        ["a channel the key does not speak for"] = Attack.Refused(
            company => AttackedCompany.Changed(company.Sam.Message("help"), sent => sent["channelId"] = "emulator"),
            401
        ),
        ["a channel in capitals"] = Attack.Refused(
            company => AttackedCompany.Changed(company.Sam.Message("help"), sent => sent["channelId"] = "MSTEAMS"),
            401
        ),
    }
        .Concat(
            new[]
            {
                "http://169.254.169.254/metadata/identity/oauth2/token",
                "https://169.254.169.254/",
                "https://10.0.0.1/",
                "https://[::1]/",
                "http://localhost/",
                "file:///etc/passwd",
                "https://smba.trafficmanager.net@evil.example/",
                "https://smba.trafficmanager.net.evil.example/",
                "https://\u0455mba.trafficmanager.net/",
                "https://smba.trafficmanager.net:8443/",
            }.Select(address =>
                KeyValuePair.Create(
                    $"an address and a token for {address}",
                    new Attack(company => company.PostForAsync(address), 403, "refused with 403")
                )
            )
        )
        .ToDictionary();

    private static JsonObject Copy(JsonObject sent) => sent.DeepClone().AsObject();

    private static Attack Reply(string message) =>
        Attack.Turn(
            company =>
                AttackedCompany.Changed(company.Decides("approve", company.Waiting, company.Passerby), sent => sent["replyToId"] = message),
            "refusal.not_approver"
        );
}
