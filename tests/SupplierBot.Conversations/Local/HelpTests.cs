using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Local;

/// <summary>The product and Microsoft's client together, from the first word.</summary>
public sealed class HelpTests
{
    [Fact]
    public async Task Help_is_answered_in_the_personal_chat()
    {
        await using var company = await LocalCompany.StartAsync(null, Personas.Rita);
        await company.Rita.SayAsync("help");
        var help = await company.Rita.SeesAsync("can I use");
        Assert.Equal(Personas.Rita.PersonalChatId, help.Conversation);
        Assert.NotNull(help.Card);
    }
}
