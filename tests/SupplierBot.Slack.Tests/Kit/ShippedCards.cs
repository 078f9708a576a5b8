using System.Text.Json.Nodes;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Templates;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;

namespace SupplierBot.Slack.Tests.Kit;

/// <summary>The cards folder as it is shipped.</summary>
internal static class ShippedCards
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cards");
    public static readonly Wording Wording = WordingFile.Read(Folder);
    public static readonly SlackCards Slack = SlackCards.Load(Folder, Wording);

    public static JsonObject Modal(View view) => JsonNode.Parse(Slack.Render(view, CardPlace.Modal).Content.Span)!.AsObject();
}
