using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Slack.Home;

/// <summary>What the home of the app says beside the person's own lists: what they decide, and what may be used.</summary>
public sealed class AppHomeContents(RegisterSearch register, PolicyStore policies, RoleAssignmentStore assignments, ContextFactory contexts)
{
    /// <summary>Entries that are looked through for those that may be used.</summary>
    private const int MostRead = 25;

    internal async Task<Context> ContextAsync(ConversationReference to) =>
        contexts.Create((await assignments.RecentAsync(CancellationToken.None)).Roles, to);

    /// <summary>Null where none of the first ones may be used.</summary>
    internal async Task<View.Entries?> InUseAsync(Context context) =>
        InUseCard.Show(await register.SearchAsync("", 0, MostRead, MostRead, CancellationToken.None), policies.Current, context);

    /// <summary>Who decides reads what they decide; everybody else what the bot is for.</summary>
    internal static (string Title, string About) Welcome(Person person, Context context) =>
        (WelcomeCard.Greeting(person, context.Wording), WelcomeCard.OfReviewer(person.Id, context) ?? context.Wording["welcome.what"]);
}
