using System.Text.Json;
using System.Text.RegularExpressions;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>What a person reads in an answer.</summary>
internal static partial class ShownAnswer
{
    private static readonly IReadOnlyList<Regex> Refusals =
    [
        .. new[] { "refusal.already_decided", "refusal.already_yours", "refusal.withdrawn", "refusal.stale", "reply.nothing_asked" }.Select(
            key => Like(SimulatedCompany.Wording[key])
        ),
    ];

    public static string Text(TurnAnswer answer)
    {
        if (answer is not TurnAnswer.Card card)
            return "";
        using var json = JsonDocument.Parse(ShippedCards.OnTeams(card.View).Content);
        return string.Join('\n', Strings(json.RootElement));
    }

    public static bool Says(TurnAnswer? answer, string key, params ReadOnlySpan<(string Name, string Value)> holes) =>
        answer is not null && Text(answer).Contains(SimulatedCompany.Wording.Fill(key, holes), StringComparison.Ordinal);

    /// <summary>Somebody else was faster, or they were themselves.</summary>
    public static bool Refuses(TurnAnswer? answer) => answer is not null && Refusals.Any(refusal => refusal.IsMatch(Text(answer)));

    public static string CaseIn(TurnAnswer answer) => CaseId().Match(Text(answer)).Value;

    private static IEnumerable<string> Strings(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
            _ => [],
        };

    private static Regex Like(string words) => new("^" + Hole().Replace(Regex.Escape(words), ".*") + "$", RegexOptions.Multiline);

    [GeneratedRegex(@"\\\{[a-z]+}", RegexOptions.IgnoreCase)]
    private static partial Regex Hole();

    [GeneratedRegex("REQ-[0-9]{4}-[0-9]{4}")]
    private static partial Regex CaseId();
}

/// <summary>What somebody was told is done.</summary>
internal abstract record Confirmation
{
    private Confirmation() { }

    public sealed record Sent(PersonId By, string Supplier, string CaseId) : Confirmation;

    public sealed record Decided(string CaseId, PersonId By, CaseStatus Outcome) : Confirmation;

    public sealed record SaidYes(string CaseId, PersonId By) : Confirmation;

    public sealed record Asked(string CaseId, string Words) : Confirmation;

    public sealed record Replied(string CaseId, string Words) : Confirmation;

    public sealed record Noted(string CaseId, string Words) : Confirmation;
}
