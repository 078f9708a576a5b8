using System.Text.Json.Nodes;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Attacks;

/// <summary>
/// An approval that is good in every part but who sends it. That the person is the one the activity names is the channel's word alone: its
/// token says nothing about persons (src/SupplierBot.BotFramework/PROTOCOL.md "People and tenants"). What can be seen, and is, is a sender
/// of whom the activity itself says that they are not of this organisation, and one who is none of the people the request waits for.
/// </summary>
internal static class ForgedSenders
{
    private const string Foreign = "22222222-2222-2222-2222-222222222222";
    private const string NotMember = "refusal.not_member";

    public static readonly Dictionary<string, Attack> All = new()
    {
        ["somebody of another tenant, by the channel's data"] = Approves(sent => sent["channelData"]!["tenant"]!["id"] = Foreign),
        ["somebody of another tenant, by the conversation"] = Approves(sent => sent["conversation"]!["tenantId"] = Foreign),
        ["somebody of another tenant, by the person"] = Approves(sent => sent["from"]!["tenantId"] = Foreign),
        ["somebody of no tenant"] = Approves(sent =>
        {
            sent.Remove("channelData");
            sent["conversation"]!.AsObject().Remove("tenantId");
        }),
        ["somebody of an empty tenant"] = Approves(sent => sent["channelData"]!["tenant"]!["id"] = ""),
        ["somebody of our tenant and something behind it"] = Approves(sent =>
            sent["channelData"]!["tenant"]!["id"] = Personas.TenantId + " "
        ),
        ["somebody of our tenant and of another"] = Approves(sent =>
            sent["channelData"]!["tenant"]!["id"] = $"{Personas.TenantId},{Foreign}"
        ),
        ["a guest of our tenant"] = Approves(sent => sent["from"]!["userRole"] = "guest"),
        ["a guest in capitals"] = Approves(sent => sent["from"]!["userRole"] = "GUEST"),
        ["an anonymous visitor of a meeting"] = Approves(sent => sent["from"]!["userRole"] = "anonymous"),
        ["somebody without a directory id"] = Approves(sent => sent["from"]!.AsObject().Remove("aadObjectId")),
        ["somebody with an empty directory id"] = Approves(sent => sent["from"]!["aadObjectId"] = ""),
        ["somebody with a blank directory id"] = Approves(sent => sent["from"]!["aadObjectId"] = " \u00A0"),
        ["somebody whose channel id is an approver's directory id"] = Approves(sent =>
        {
            sent["from"]!["id"] = Personas.Sam.ObjectId.ToString();
            sent["from"]!.AsObject().Remove("aadObjectId");
        }),
        ["somebody who has the approver's directory id elsewhere"] = Approves(sent =>
        {
            sent["from"]!.AsObject().Remove("aadObjectId");
            sent["from"]!["objectId"] = Personas.Sam.ObjectId.ToString();
            sent["channelData"]!["from"] = new JsonObject { ["aadObjectId"] = Personas.Sam.ObjectId.ToString() };
        }),
        ["somebody with the approver's name"] = Attack.Turn(
            company =>
                AttackedCompany.Changed(
                    company.Decides("approve", company.Waiting, company.Namesake),
                    sent => sent["id"] = "1700000000998"
                ),
            "refusal.not_approver"
        ),
        ["somebody who says on behalf of whom"] = Attack.Turn(
            company =>
                AttackedCompany.Changed(
                    company.Decides("approve", company.Waiting, company.Passerby),
                    sent =>
                        sent["channelData"]!["onBehalfOf"] = new JsonArray(new JsonObject { ["mri"] = Personas.Sam.Mri, ["itemid"] = 0 })
                ),
            "refusal.not_approver"
        ),
        ["a directory id that is a list"] = Attack.Refused(
            company => Sams(company, sent => sent["from"]!["aadObjectId"] = new JsonArray(Personas.Sam.ObjectId.ToString())),
            400
        ),
        ["words of another tenant"] = Attack.Turn(
            company => AttackedCompany.Changed(company.Sam.Message("new Acme"), OfAnother),
            NotMember
        ),
        ["a guest's words that expect replies"] = Attack.Turn(
            company =>
                AttackedCompany.Changed(
                    company.Sam.Message("pending"),
                    sent => (sent["deliveryMode"], sent["from"]!["userRole"]) = ("expectReplies", "guest")
                ),
            NotMember
        ),
        ["another tenant's Submit"] = Attack.Turn(
            company =>
                AttackedCompany.Changed(
                    company.Sam.Message(""),
                    sent =>
                    {
                        sent["value"] = company.Decides("approve", company.Waiting)["value"]!["action"]!["data"]!.DeepClone();
                        OfAnother(sent);
                    }
                ),
            NotMember
        ),
        ["another tenant's installation"] = Attack.Turn(
            company => AttackedCompany.Changed(company.Sam.Installation(), OfAnother),
            NotMember
        ),
    };

    private static Attack Approves(Action<JsonObject> change) => Attack.Turn(company => Sams(company, change), NotMember);

    private static JsonObject Sams(AttackedCompany company, Action<JsonObject> change) =>
        AttackedCompany.Changed(company.Decides("approve", company.Waiting), change);

    private static void OfAnother(JsonObject sent) => sent["channelData"]!["tenant"]!["id"] = Foreign;
}
