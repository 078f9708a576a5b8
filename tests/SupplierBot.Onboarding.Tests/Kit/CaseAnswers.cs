using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>One set of answers for each tier, and what makes them open.</summary>
internal static class CaseAnswers
{
    public static readonly Answers Low = Answers
        .Empty.With("name", "Acme Notes")
        .With("website", "acme.com")
        .With("service", "Notes, business plan")
        .With("purpose", "Lunch for the team.")
        .With("role", "GENERAL")
        .With("effects", "none")
        .With("data", "none_public")
        .With("access", "none")
        .With("stop", "little")
        .With("deal", "online_terms");

    public static readonly Answers Medium = Low.With("purpose", "Notes of our sales talks.")
        .With("role", "AISAAS")
        .With("data", "personal")
        .With("access", "upload")
        .With("volume", "small")
        .With("training", "no")
        .With("where", "uk_eea")
        .With("others", "none")
        .With("proof", "iso27001");

    /// <summary>Medium, and a reviewer can let each of its contract points go.</summary>
    public static readonly Answers MediumInternal = Medium.With("data", "internal").With("volume", "large").With("access", "accounts");

    public static readonly Answers High = Medium.With("stop", "customers").With("replace", "days");

    public static readonly Answers Critical = High.With("access", "runs_live");

    public static readonly Answers MediumTrainingOpen = Medium.With("training", "not_sure");
    public static readonly Answers MediumWhereOpen = Medium.With("where", "not_sure");
    public static readonly Answers HighWhereOpen = High.With("where", "not_sure");

    public static Answers Of(string tier) =>
        tier switch
        {
            "Low" => Low,
            "Medium" => Medium,
            "High" => High,
            _ => Critical,
        };

    public static Answers OwnedBy(this Answers answers, Actor owner) => answers.With("owner", owner.Person.Name);
}
