using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Cards;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;

namespace SupplierBot.Chat.Tests.Kit.Cards;

/// <summary>The cards folder as it is shipped, and views as each channel shows them.</summary>
internal static class ShippedCards
{
    public static readonly string Folder = Path.Combine(Repository.Root, "cards");
    public static readonly Wording Wording = WordingFile.Read(Folder);
    public static readonly TeamsCards Teams = TeamsCards.Load(Folder, Wording);
    public static readonly SlackCards Slack = SlackCards.Load(Folder, Wording);

    public static RenderedCard OnTeams(View view) => Teams.Render(view, CardPlace.Message);

    public static string TextOnTeams(View view) => Encoding.UTF8.GetString(OnTeams(view).Content.Span);

    public static JsonObject TreeOnTeams(View view) => JsonNode.Parse(OnTeams(view).Content.Span)!.AsObject();

    /// <summary>As <c>chat.postMessage</c> takes it.</summary>
    public static JsonObject MessageOnSlack(View view)
    {
        var card = Slack.Render(view, CardPlace.Message);
        return new() { ["text"] = card.Summary, ["blocks"] = JsonNode.Parse(card.Content.Span) };
    }

    /// <summary>As <c>views.open</c> takes it.</summary>
    public static JsonObject ModalOnSlack(View view) => JsonNode.Parse(Slack.Render(view, CardPlace.Modal).Content.Span)!.AsObject();
}
