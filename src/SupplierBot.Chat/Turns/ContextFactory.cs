using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Turns;

/// <summary>What every decision and every view is made with: the time, the working calendar, the wording and whose bot it is.</summary>
public sealed class ContextFactory(ChatSettings settings, Wording wording, TimeProvider time)
{
    public Context Create(RoleHolders roles) =>
        new(time.GetUtcNow(), settings.Calendar, roles, wording, settings.OrganisationName) { DraftsKept = settings.Retention.Drafts };
}
