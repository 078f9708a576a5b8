using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Benchmarks.Core;

/// <summary>A request, and what somebody of security sees who presses on it.</summary>
public sealed record CaseSample(Case Case, Policy Policy, Context Context)
{
    public View Shown(string verb, string target = "") =>
        CaseDecider
            .Handle(
                new TurnState { Case = Case },
                RequestReader.Pressed(
                    verb,
                    target,
                    CardStamp.OfCase(Case.Id, "review-security", Case.ContentVersion),
                    new Dictionary<string, string>(),
                    false
                ),
                new(Context.Roles.Of(RoleNames.Security)[0], Member: true),
                Policy,
                Context
            )
            .Answer!;
}
