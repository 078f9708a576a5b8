using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Files;
using SupplierBot.Chat.Imports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Sentences;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// The life of a message (src/README.md "The life of a message"), as one switch over what was asked for. Twelve parts: one for each kind of
/// request, and what every turn needs.
/// </summary>
public sealed class TurnHandler(
    Sentinel sentinel,
    Arrivals arrivals,
    CaseTurns cases,
    RoleTurns roles,
    FileTurns files,
    ImportTurns imports,
    PublishTurns publishing,
    DigestCommand digest,
    DeadLetterCommands deadLetters,
    HandOverTurns handOvers,
    TurnResponder responder,
    Channels channels
) : ITurnHandler
{
    public async Task<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        await sentinel.RequireAsync(cancellation);
        await arrivals.NoteAsync(turn, cancellation);
        return turn.Request switch
        {
            Request.Removed => await RemovedAsync(turn, cancellation),
            Request.Installed => await InstalledAsync(turn, cancellation),
            Request.ShowDigest when turn is { Actor.Member: true, Conversation.Scope: ConversationScope.Personal } => await SayAsync(
                turn,
                await digest.HandleAsync(turn, cancellation)
            ),
            (Request.ShowRoles or Request.ChangeRole or Request.ChangePlace or Request.Delegate or Request.GoAway or Request.ComeBack)
                when turn.Actor.Member => await roles.HandleAsync(turn, cancellation),
            Request.GiveFile given when turn is { Actor.Member: true, Conversation.Scope: ConversationScope.Personal } => await SayAllAsync(
                turn,
                await GivenAsync(turn, given, cancellation)
            ),
            Request.ImportRegister when turn is { Actor.Member: true, Conversation.Scope: ConversationScope.Personal } =>
                await imports.HandleAsync(turn, cancellation),
            Request.PublishPolicy when turn is { Actor.Member: true, Conversation.Scope: ConversationScope.Personal } =>
                await publishing.HandleAsync(turn, cancellation),
            { Typed: not null } when turn.Conversation.Scope != ConversationScope.Personal => await InPublicAsync(turn, cancellation),
            Request.HandOver handed when turn.Actor.Member => await SayAsync(turn, await handOvers.HandleAsync(turn, handed, cancellation)),
            Request.ListUndelivered when turn.Actor.Member => await SayAsync(turn, await deadLetters.ListAsync(turn, cancellation)),
            Request.RetryUndelivered retry when turn.Actor.Member => await SayAsync(
                turn,
                await deadLetters.RetryAsync(turn, retry, cancellation)
            ),
            _ => await cases.HandleAsync(turn, cancellation),
        };
    }

    private async Task<IReadOnlyList<View>> GivenAsync(Turn turn, Request.GiveFile given, CancellationToken cancellation)
    {
        var mayImport = await imports.MayOfferAsync(turn, given, cancellation);
        var kept = await files.HandleAsync(turn, given, mayImport, cancellation);
        var imported = mayImport ? await imports.OfferAsync(turn, kept.Count == 0, cancellation) : [];
        return [.. kept, .. imported, .. await publishing.OfferAsync(turn, given, cancellation)];
    }

    private async Task<TurnAnswer> RemovedAsync(Turn turn, CancellationToken cancellation)
    {
        await arrivals.RemovedAsync(turn, cancellation);
        return new TurnAnswer.Nothing();
    }

    private async Task<TurnAnswer> InstalledAsync(Turn turn, CancellationToken cancellation) =>
        await arrivals.InstalledAsync(turn, cancellation)
            ? await cases.HandleAsync(await arrivals.NamedAsync(turn, cancellation), cancellation)
            : new TurnAnswer.Nothing();

    /// <summary>In their order; where one could not be said the rest is for a redelivery, which says all of them.</summary>
    private async Task<TurnAnswer> SayAllAsync(Turn turn, IReadOnlyList<View> views)
    {
        for (var index = 0; index < views.Count - 1; index++)
        {
            if (await SayAsync(turn, views[index]) is (TurnAnswer.Failed or TurnAnswer.NotShown) and var broken)
                return broken;
        }
        return await SayAsync(turn, views[^1]);
    }

    private Task<TurnAnswer> SayAsync(Turn turn, View view) => responder.AnswerAsync(turn, Outcome.Say(view), new(null));

    /// <summary>In a channel everybody reads along: only what everybody may know is answered there.</summary>
    private Task<TurnAnswer> InPublicAsync(Turn turn, CancellationToken cancellation)
    {
        var wording = channels.WordingOf(turn.Conversation);
        return turn.Request switch
        {
            Request.ShowHelp => responder.SayAsync(turn, Notices.HelpForAll(wording)),
            Request.CanIUse or Request.SearchRegister => cases.HandleAsync(turn, cancellation),
            Request.Sentence said when IsForEverybody(said) => cases.HandleAsync(turn, cancellation),
            Request.OpenOwnChat => InOwnChatAsync(turn),
            Request.Unclear or Request.MakeSmallTalk or Request.Mistyped or Request.OnDraft => responder.SayAsync(
                turn,
                NotUnderstood.InChannel(wording)
            ),
            Request.ShowPolicy shown => cases.HandleAsync(turn with { Request = shown with { InPublic = true } }, cancellation),
            Request.StartDraft { Name: var name } => responder.SayAsync(turn, Notices.InChannel(name, wording)),
            _ => responder.SayAsync(turn, Notices.InPrivate(turn.Request.Typed!.Text, wording)),
        };
    }

    /// <summary>The same whoever asks, and nothing about a request.</summary>
    private static bool IsForEverybody(Request.Sentence said) =>
        said
            is Request.WantSupplier
                or Request.HirePerson
                or Request.NameSite
                or Request.CheckSupplier
                or Request.FindForPurpose
                or Request.FindAlternatives
                or Request.AskOwner
                or Request.AskNextReview
                or Request.AskInAnotherLanguage
                or Request.AskToExplain { Topic: not (ExplainedTopic.NotSure or ExplainedTopic.Optional) }
                or Request.MakeSmallTalk { Kind: not (SmallTalk.Greeting or SmallTalk.Instruction) };

    private async Task<TurnAnswer> InOwnChatAsync(Turn turn)
    {
        var wording = channels.WordingOf(turn.Conversation);
        var told = await responder.TellInOwnChatAsync(turn, Notices.Hello(turn.Actor, wording));
        return await responder.SayAsync(turn, Notices.InOwnChat(told, wording));
    }
}
