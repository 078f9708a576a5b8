using System.Text.Json.Nodes;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Modals;
using SupplierBot.Slack.Outgoing;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Cards;

/// <summary>
/// Views as Block Kit: <c>View.Deciding</c> fills <c>cards/slack/deciding.json</c>. Thread-safe; reads no file after <see cref="Load"/>.
/// </summary>
public sealed class SlackCards
{
    /// <summary>
    /// Groups of blocks, which only the templates know, lie flat; lists with nothing in them, which Slack refuses, are gone. Every text
    /// says that it is drawn as it is: no emoji comes of a code in a plain one, no link or mention of the words of another.
    /// </summary>
    internal static readonly TemplateRules Rules = new(SlackMrkdwn.For)
    {
        Group = new("group", "blocks"),
        Flags = new Dictionary<string, FlagRule> { ["plain_text"] = new("emoji", false), ["mrkdwn"] = new("verbatim", true) },
        LeavesOutEmptyLists = true,
    };

    private readonly CardTemplates templates;

    private SlackCards(CardTemplates templates) => this.templates = templates;

    /// <summary>Sentences as people on Slack read them.</summary>
    public Wording Wording => templates.Wording;

    /// <param name="folder">The cards folder.</param>
    /// <param name="shared">The sentences of every channel.</param>
    /// <exception cref="CardFileException">Every fault of every template, and of the wording of Slack.</exception>
    public static SlackCards Load(string folder, Wording shared) => new(CardTemplates.Load(folder, SlackChannel.Key, Rules, shared));

    /// <returns>Of a message its blocks, with its text for a summary; of a modal the whole view.</returns>
    public RenderedCard Render(View view, CardPlace place) =>
        place switch
        {
            CardPlace.Message => MessageOf(view),
            CardPlace.Modal => ModalOf(view),
        };

    /// <summary>A list of the App Home: its blocks, with ids that no other list there has.</summary>
    internal SlackBlocks Section(View view, string name) => Fitting(view, new SlackShape(HomeSections.Named(name, "")), CardPlace.Message);

    /// <summary>Sample data for the tests of templates.</summary>
    internal JsonObject SampleOf(View view) => ViewData.Sample(view, SlackShape.Whole, templates.Words);

    /// <summary>Where nothing folds, what could be unfolded is a press away.</summary>
    private View WithDetails(View view) =>
        SlackParts.HasDetails(view)
            ? view with
            {
                Buttons =
                [
                    .. view.Buttons.Where(button => !button.Rare),
                    new(Wording["button.details"], Verbs.Details),
                    .. view.Buttons.Where(button => button.Rare),
                ],
            }
            : view;

    private RenderedCard MessageOf(View shown)
    {
        var view = WithDetails(shown);
        var blocks = Fitting(view, SlackShape.Whole, CardPlace.Message);
        return new(blocks.Json, blocks.Text ?? SlackMrkdwn.Escape(view.Plain));
    }

    private RenderedCard ModalOf(View shown)
    {
        var view = WithDetails(shown);
        var buttons = ModalButtons.Of(view);
        var blocks = Fitting(view with { Buttons = buttons.Left }, SlackShape.Modal, CardPlace.Modal);
        return new(Modal.Write(view, buttons, blocks, Wording["window.close"]), view.Plain);
    }

    /// <summary>Whole where they fit, else in the first of the shorter forms that does.</summary>
    private SlackBlocks Fitting(View view, SlackShape shape, CardPlace place)
    {
        var blocks = Whole(view, shape);
        for (var step = 0; step < ViewShortening.Steps && !SlackLimits.Fit(blocks.Size, place); step++)
        {
            blocks = Whole(ViewShortening.Shorter(view, step, Wording["shortened"]), shape);
        }
        return blocks;
    }

    private SlackBlocks Whole(View view, SlackShape shape)
    {
        var template = templates.Of(view);
        using var data = ViewData.Of(view, template, shape);
        var json = template.Part("blocks")?.Render(data.RootElement) ?? [];
        var size = SlackSize.Of(json);
        return new(size.Blocks == 0 ? [] : json, size)
        {
            Text = template.Part("text")?.Text(data.RootElement),
            Title = template.Part("title")?.Text(data.RootElement),
        };
    }
}
