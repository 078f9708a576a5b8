using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Kit.Attacks;

/// <summary>
/// Cards edited by hand: pressed by people with no part in what they are about, with stamps, verbs and values that were never on them.
/// </summary>
internal static class ForgedCards
{
    public static readonly Dictionary<string, Attack> All = new Dictionary<string, Attack>()
    {
        ["the requester's own approval"] = Attack.Turn(
            company => company.Decides("approve", company.Waiting, company.Rita),
            "refusal.own_request"
        ),
        ["the requester's own conditions"] = Attack.Turn(
            company => company.Decides("approve_conditions", company.Waiting, company.Rita),
            "refusal.own_request"
        ),
        ["the requester's own rejection"] = Attack.Turn(
            company => company.Decides("reject", company.Waiting, company.Rita),
            "refusal.own_request"
        ),
        ["the requester's approval with an answer about it edited in"] = Attack.Turn(
            company => company.Decides("approve", company.Waiting, company.Rita, data => data["owner"] = "passerby"),
            "refusal.own_request"
        ),
        ["a version before the first"] = Version(0),
        ["a version below nothing"] = Version(-1),
        ["the version after this one"] = Version(2),
        ["a version that is no whole number"] = Version(1.5),
        ["a version in words"] = Version("one"),
        ["a version that is a list"] = Version(new JsonArray(1)),
        ["no version"] = Version(null),
        ["the case of a card decided long ago"] = Attack.Turn(
            company => company.Decides("reject", company.Decided),
            "refusal.already_decided"
        ),
        ["a case that is not there"] = Attack.Turn(company => company.Decides("approve", "REQ-2026-9999"), "refusal.not_approver"),
        ["a case that is a path"] = Attack.Turn(company => company.Decides("approve", "../../REQ-2026-0001?#"), "refusal.not_approver"),
        ["a case that is a list"] = Attack.Turn(
            company =>
                company.Decides(
                    "approve",
                    company.Waiting,
                    data: data => data["_"]!["case"] = new JsonArray(new JsonObject { ["id"] = company.Waiting })
                ),
            "refusal.nothing_chosen"
        ),
        ["no stamp"] = Attack.Turn(
            company => company.Decides("approve", company.Waiting, data: data => data.Remove("_")),
            "refusal.nothing_chosen"
        ),
        ["a stamp that is a text"] = Attack.Turn(
            company => company.Decides("approve", company.Waiting, data: data => data["_"] = company.Waiting),
            "refusal.nothing_chosen"
        ),
        ["a yes to a case named beside no stamp"] = BesideNoStamp("approve", "target"),
        ["a yes to a case picked beside no stamp"] = BesideNoStamp("approve", "pick"),
        ["a no to a case named beside no stamp"] = BesideNoStamp("reject", "target"),
        ["a yes by the card of another case"] = Attack.Turn(
            company => company.Decides("approve", company.Decided, data: data => data["pick"] = company.Waiting),
            "refusal.which_case"
        ),
        ["a yes to a picked case, named by another card"] = Attack.Turn(
            company => company.Decides("approve", company.Decided, data: data => data["target"] = company.Waiting),
            "refusal.which_case"
        ),
        ["a yes with another case picked"] = Attack.Turn(
            company => company.Decides("approve", company.Waiting, data: data => data["pick"] = company.Decided),
            "refusal.which_case"
        ),
        ["the approver's withdrawal"] = Attack.Turn(company => company.Decides("withdraw", company.Waiting), "refusal.requester_only"),
        ["the approver's edit"] = Attack.Turn(company => company.Decides("edit", company.Waiting), "refusal.requester_only"),
        ["a confirmation of nothing"] = Attack.Turn(company => company.Decides("confirm", company.Waiting), "confirm.nothing"),
        ["the taking back of no approval"] = Attack.Turn(company => company.Decides("revoke", company.Waiting), "revoke.not_approved"),
        ["a verb in capitals"] = Attack.Turn(company => company.Decides("APPROVE", company.Waiting), "unknown_verb"),
        ["a verb with a space"] = Attack.Turn(company => company.Decides("approve ", company.Waiting), "unknown_verb"),
        ["a verb nobody knows"] = Attack.Turn(company => company.Decides("approve_all", company.Waiting), "unknown_verb"),
        ["a verb that is a script, with a break of the line"] = Attack.Turn(
            company => company.Decides("<script>\n00:00:00 crit: forged", company.Waiting),
            "unknown_verb"
        ),
        ["a passer-by's verb in the data alone"] = Attack.Turn(
            company =>
                AttackedCompany.Changed(
                    company.Decides("approve", company.Waiting, company.Passerby),
                    sent => sent["value"]!["action"]!.AsObject().Remove("verb")
                ),
            "refusal.not_approver"
        ),
        ["the list of what was put aside, tried again by no admin"] = Attack.Turn(
            company => company.Passerby.Execute("retry", new JsonObject { ["verb"] = "retry", ["target"] = "all" }),
            "deliveries.admins_only"
        ),
        ["an older page with other answers"] = Draft(
            "answer",
            company => company.Rita,
            "refusal.old_answer",
            (stamp, data) => (stamp["version"], stamp["page"], data["name"]) = (1, "supplier", "Another Vendor")
        ),
        ["a page that is none"] = Draft(
            "answer",
            company => company.Rita,
            "refusal.old_page",
            (stamp, _) => stamp["page"] = "no such page"
        ),
        ["a summary nobody saw"] = Draft(
            "submit",
            company => company.Rita,
            "summary.newer",
            (stamp, _) => stamp["page"] = "summary",
            then: 1
        ),
        ["the sending of a page"] = Draft("submit", company => company.Rita, "summary.newer"),
        ["a draft that is another person's, and a case"] = Draft(
            "answer",
            company => company.Passerby,
            "refusal.draft_gone",
            (stamp, _) => stamp["case"] = "REQ-2026-0001"
        ),
        ["choices that are none, for questions that were not asked"] = Draft(
            "answer",
            company => company.Rita,
            null,
            (_, data) =>
            {
                foreach (var question in new[] { "role", "effects", "data", "training", "where", "terms", "tier", "case", "__proto__" })
                    data[question] = "forged_choice";
            }
        ) with
        {
            Own = "000000000001 draft",
        },
    }
        .Concat(
            Of(
                "a passer-by's",
                company => company.Passerby,
                ["approve", "approve_conditions", "reject", "ask", "settle", "claim", "confirm", "revoke", "review"],
                "refusal.not_approver"
            )
        )
        .Concat(Of("a passer-by's", company => company.Passerby, ["withdraw", "edit", "reply", "done", "open"], "refusal.unknown_case"))
        .Concat(
            new[] { "answer", "submit", "discard", "back", "cancel", "edit" }.Select(verb =>
                KeyValuePair.Create(
                    $"a passer-by's {verb} on a draft that is another person's",
                    Draft(verb, company => company.Passerby, "refusal.draft_gone")
                )
            )
        )
        .ToDictionary();

    /// <summary>The case is named by another value of the press; without a stamp nobody knows what was on the card.</summary>
    private static Attack BesideNoStamp(string verb, string key) =>
        Attack.Turn(
            company =>
                company.Decides(
                    verb,
                    company.Waiting,
                    data: data =>
                    {
                        data.Remove("_");
                        data[key] = company.Waiting;
                    }
                ),
            "refusal.which_case"
        );

    private static IEnumerable<KeyValuePair<string, Attack>> Of(
        string whose,
        Func<AttackedCompany, Employee> who,
        string[] verbs,
        string reason
    ) =>
        verbs.Select(verb =>
            KeyValuePair.Create($"{whose} {verb}", Attack.Turn(company => company.Decides(verb, company.Waiting, who(company)), reason))
        );

    private static Attack Version(JsonNode? version) =>
        Attack.Turn(
            company => company.Decides("approve", company.Waiting, data: data => data["_"]!["version"] = version?.DeepClone()),
            "refusal.stale"
        );

    /// <param name="then">Added to the version.</param>
    private static Attack Draft(
        string verb,
        Func<AttackedCompany, Employee> who,
        string? reason,
        Action<JsonObject, JsonObject>? change = null,
        int then = 0
    ) =>
        Attack.Turn(
            company =>
            {
                var stamp = company.DraftStamp.DeepClone().AsObject();
                stamp["version"] = (int)stamp["version"]! + then;
                var data = new JsonObject
                {
                    ["verb"] = verb,
                    ["name"] = "Another Vendor",
                    ["_"] = stamp,
                };
                change?.Invoke(stamp, data);
                return who(company).Execute(verb, data);
            },
            reason
        );
}
