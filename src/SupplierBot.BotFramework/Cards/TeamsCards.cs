using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Teams;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.BotFramework.Cards;

/// <summary>
/// Views as Adaptive Cards: <c>View.Deciding</c> fills <c>cards/teams/deciding.json</c>. Thread-safe; reads no file after
/// <see cref="Load"/>.
/// </summary>
public sealed class TeamsCards
{
    /// <summary>Of one card, that every client takes (PROTOCOL.md "Cards").</summary>
    private const int MostBytes = 28 * 1024;

    private readonly CardTemplates templates;

    private TeamsCards(CardTemplates templates) => this.templates = templates;

    /// <summary>Sentences as people on Teams read them.</summary>
    public Wording Wording => templates.Wording;

    /// <param name="folder">The cards folder.</param>
    /// <param name="shared">The sentences of every channel.</param>
    /// <exception cref="CardFileException">Every fault of every template, and of the wording of Teams.</exception>
    public static TeamsCards Load(string folder, Wording shared) =>
        new(CardTemplates.Load(folder, TeamsChannel.Key, new(TeamsMarkdown.For), shared));

    public RenderedCard Render(View view, CardPlace place) =>
        place switch
        {
            CardPlace.Message => Fitting(view, TeamsShape.Message),
            CardPlace.Modal => Fitting(PeoplePicker.On(TeamsDialogs.Inside(view)), TeamsShape.Dialog),
        };

    /// <summary>In place of a pressed card, for a client that opens dialogs and knows the organisation's people.</summary>
    internal RenderedCard RenderWithDialogs(View view) => Fitting(PeoplePicker.On(view), TeamsShape.Offering);

    /// <summary>Sample data for the card designer.</summary>
    internal JsonObject SampleOf(View view) => ViewData.Sample(view, TeamsShape.Message, templates.Words);

    /// <summary>Whole where it fits, else in the first of the shorter forms that does.</summary>
    private RenderedCard Fitting(View view, TeamsShape shape)
    {
        var card = Whole(view, shape);
        for (var step = 0; step < ViewShortening.Steps && card.Length > MostBytes; step++)
        {
            card = Whole(ViewShortening.Shorter(view, step, Wording["shortened"]), shape);
        }
        return new(card, view.Plain);
    }

    private byte[] Whole(View view, TeamsShape shape)
    {
        var template = templates.Of(view);
        using var data = ViewData.Of(view, template, shape);
        return template.Render(data.RootElement);
    }
}
