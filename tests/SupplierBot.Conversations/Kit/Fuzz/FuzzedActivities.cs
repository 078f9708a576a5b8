using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupplierBot.Conversations.Kit.Hostile;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Fuzz;

/// <summary>
/// Recorded activities, sent by anybody, about whatever was last seen on a card, with parts of other activities and with damage. The same
/// seed gives the same ones where the answers are the same.
/// </summary>
internal sealed partial class FuzzedActivities(int seed)
{
    private const int Remembered = 40;

    /// <summary>Who sends, and which tenant: what the channel vouches for is not mixed up here but in <see cref="FuzzedSender"/>.</summary>
    private static readonly string[] VouchedFor = ["from", "conversation", "channelData", "recipient", "serviceUrl"];
    private static readonly string[] Pressed = [.. Verbs.All.Order(StringComparer.Ordinal)];

    private readonly Random random = new(seed);
    private readonly Mutations mutations = new(seed);
    private readonly ConcurrentQueue<JsonObject> stamps = new();
    private JsonObject? draft;
    private JsonObject? request;
    private long sent;

    /// <param name="damaged">False: as a client would send it.</param>
    public byte[] Next(FuzzedSender hand, bool damaged = true)
    {
        var activity = Recorded();
        hand.Sign(activity);
        if (random.Next(3) > 0 && activity["value"]?["action"]?["data"] is JsonObject data)
            Aim(activity, data);
        if (damaged && random.Next(4) == 0)
            Splice(activity);
        return damaged && random.Next(5) > 0 ? mutations.Of(activity) : Encoding.UTF8.GetBytes(activity.ToJsonString());
    }

    /// <summary>The recorded week once more, one by one and unharmed, by somebody who asks for the first time.</summary>
    /// <param name="line">Of the corpus.</param>
    public byte[] Told(int line, FuzzedSender requester)
    {
        var activity = JsonNode
            .Parse(RecordedCorpus.Lines[line].Replace("Acme", $"Acme {requester.Key}", StringComparison.Ordinal))!
            .AsObject();
        Name(activity);
        ((string?)activity["from"]!["name"] == FuzzedSender.Rita.Key ? requester : FuzzedSender.Sam).Sign(activity);
        if (activity["value"]?["action"]?["data"] is JsonObject { } data && data["_"] is JsonObject stamp)
            data["_"] = (stamp.ContainsKey("draft") ? draft : request)?.DeepClone();
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    }

    /// <summary>What a card is about is what later presses are about.</summary>
    public void Saw(string body, bool answered)
    {
        foreach (var match in Stamps().EnumerateMatches(body))
        {
            if (JsonNode.Parse(body.Substring(match.Index + 4, match.Length - 4)) is not JsonObject stamp)
                continue;
            if (stamp.ContainsKey("draft"))
                draft = stamp;
            else if (answered)
                request = stamp;
            stamps.Enqueue(stamp);
            if (stamps.Count > Remembered)
                stamps.TryDequeue(out _);
        }
    }

    private JsonObject Recorded()
    {
        var activity = Pick(RecordedCorpus.Activities).DeepClone().AsObject();
        Name(activity);
        return activity;
    }

    /// <summary>One in fifty comes again.</summary>
    private void Name(JsonObject activity)
    {
        activity["id"] = $"17{(random.Next(50) == 0 ? sent : ++sent):D11}-{seed}";
        activity["serviceUrl"] = CompanyInMemory.ServiceUrl;
    }

    /// <summary>At something that is there.</summary>
    private void Aim(JsonObject activity, JsonObject data)
    {
        if (stamps.ToArray() is not { Length: > 0 } seen)
            return;
        data["_"] = Pick(seen).DeepClone();
        if (random.Next(4) != 0)
            return;
        var verb = Pick(Pressed);
        (data["verb"], activity["value"]!["action"]!["verb"]) = (verb, verb);
    }

    /// <summary>A member of another activity in the place of this one's.</summary>
    private void Splice(JsonObject activity)
    {
        var other = Pick(RecordedCorpus.Activities);
        var name = other.ElementAt(random.Next(other.Count)).Key;
        if (!VouchedFor.Contains(name))
            activity[name] = other[name]?.DeepClone();
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    [GeneratedRegex("\"_\":\\{[^{}]*\\}")]
    private static partial Regex Stamps();
}

/// <summary>Whose activity it is.</summary>
/// <param name="ObjectId">Null: somebody without one.</param>
internal sealed record FuzzedSender(string Key, Guid? ObjectId, string Tenant = Personas.TenantId, string? Role = null)
{
    public static readonly FuzzedSender Rita = Of(Personas.Rita),
        Sam = Of(Personas.Sam),
        Priya = Of(Personas.Priya);

    /// <summary>They may do something somewhere.</summary>
    public static readonly IReadOnlyList<FuzzedSender> WithPart = [Rita, Sam, Priya];

    /// <summary>
    /// A colleague with no part in anything of the others, a guest, a visitor, one in the requester's own chat, and someone from another
    /// company who shows an approver's id. Damage can take a role or an id away and never gives one: the tenant that tells the last one is
    /// out of its reach.
    /// </summary>
    public static readonly IReadOnlyList<FuzzedSender> Others =
    [
        new("passerby", new Guid("ca843193-999c-2eb6-c9ba-af50530dea5c")),
        new("guest", new Guid("ca843193-999c-2eb6-c9ba-af50530dea5d"), Role: "guest"),
        new("visitor", null),
        new("sam", Personas.Sam.ObjectId, "22222222-2222-2222-2222-222222222222"),
        new("rita", null, Role: "anonymous"),
    ];

    public void Sign(JsonObject activity)
    {
        activity["from"] = new JsonObject
        {
            ["id"] = $"29:{Key}",
            ["name"] = Key,
            ["aadObjectId"] = ObjectId?.ToString(),
        };
        if (Role is not null)
            activity["from"]!["userRole"] = Role;
        if (activity["conversation"] is JsonObject conversation)
        {
            if ((string?)conversation["conversationType"] == "personal")
                conversation["id"] = $"a:{Key}";
            conversation["tenantId"] = Tenant;
        }
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } };
    }

    /// <summary>Somebody who asks for suppliers; the same number is the same person.</summary>
    public static FuzzedSender Newcomer(int number) => new($"newcomer-{number}", new Guid(number + 1, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8));

    private static FuzzedSender Of(Persona persona) => new(persona.Name.ToLowerInvariant(), persona.ObjectId);
}
