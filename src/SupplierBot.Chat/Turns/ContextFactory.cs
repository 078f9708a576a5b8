using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register.Catalogue;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// What every decision and every view is made with: the time, the working calendar, the wording, the products and whose bot it is. Six
/// parts: each is handed on as it is.
/// </summary>
public sealed class ContextFactory(
    ChatSettings settings,
    Wording wording,
    ProductCatalogue products,
    Channels channels,
    ClockCheck clock,
    TimeProvider time
)
{
    /// <summary>Nobody's answers are forgotten by a clock that jumped.</summary>
    private static readonly TimeSpan WhileDoubted = TimeSpan.FromDays(36_500);

    internal DateTimeOffset Now => time.GetUtcNow();

    internal DateOnly Today => settings.Calendar.Today(Now);

    /// <summary>How long a draft is kept that nobody touches.</summary>
    internal TimeSpan DraftsKept => clock.Believed ? settings.Retention.Drafts : WhileDoubted;

    /// <param name="to">Where it is read; null where nobody reads what is made with it.</param>
    public Context Create(RoleHolders roles, ConversationReference? to) =>
        new(Now, settings.Calendar, roles, to is null ? wording : channels.WordingOf(to), settings.OrganisationName)
        {
            StoredWording = wording,
            DraftsKept = DraftsKept,
            UndoFor = settings.UndoFor,
            Products = products,
        };
}
