namespace SupplierBot.Web.Local;

/// <summary>
/// The configuration of one Playground, format 0.1.1 (tests/clients/README.md "Agents Playground"): the persona as current user, exactly
/// five others, Teams-like ids, all fixed. A wrong file makes the Playground exit without a reason.
/// </summary>
internal static class PlaygroundYaml
{
    public static string For(Persona persona) =>
        $$"""
            version: "0.1.1"
            tenantId: {{Personas.TenantId}}
            bot: { id: "{{Personas.BotId}}", name: SupplierBot }
            currentUser: {{User(persona)}}
            users: [ {{string.Join(", ", Personas.All.Concat(Personas.Extras).Where(other => other != persona).Select(User))}} ]
            personalChat: { id: "{{persona.PersonalChatId}}" }
            groupChat: { id: "{{persona.GroupChatId}}", name: Group Chat }
            team:
              id: "{{persona.TeamId}}"
              name: "{{persona.Name}}'s team"
              aadGroupId: {{Personas.TenantId}}
              channels: [ { id: "{{persona.ChannelId}}", name: Supplier reviews } ]

            """;

    /// <summary>"userPrincipleName" is how the Playground spells it.</summary>
    private static string User(Persona persona) =>
        $"{{ id: \"{persona.Mri}\", name: {persona.Name}, userPrincipleName: {persona.Mail}, aadObjectId: {persona.ObjectId:D}, givenName: {persona.Name}, surname: Local, email: {persona.Mail} }}";
}
