using SupplierBot.BotFramework.Teams;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Web.Local;

/// <summary>Turns as the Playground of a persona sends them.</summary>
/// <param name="Port">Of the Playground.</param>
internal sealed record PersonaTurns(Persona Persona, int Port)
{
    public Person Person => new(Persona.Id, Persona.Name);

    public Turn InChat(string id, Request request) => Of(id, Persona.PersonalChatId, ConversationScope.Personal, Persona.Mri, request);

    public Turn InChannel(string id, Request request) => Of(id, Persona.ChannelId, ConversationScope.Channel, null, request);

    private Turn Of(string id, string conversation, ConversationScope scope, string? user, Request request) =>
        new(
            id,
            new(
                TeamsChannel.Key,
                PlaygroundStart.ServiceUrlOf(Port).ToString(),
                conversation,
                scope,
                Personas.BotId,
                Personas.TenantId,
                user,
                ThreadId: null
            ),
            new(Person, Member: true),
            request,
            ReplyToId: null,
            AnswersInPlace: true
        );
}
