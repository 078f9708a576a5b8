using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Views;

/// <summary>How much hangs on whom, in a sentence, and only where it says something.</summary>
internal static class ConcentrationTexts
{
    private const int MostLines = 3;
    private const int LongestName = 60;

    /// <summary>Beside the decision on a case: what depends on the same providers and countries as it would.</summary>
    public static IEnumerable<string> Lines(CaseRequest request)
    {
        var concentration = request.State.Concentration;
        var but = request.Case.EntryId;
        return concentration
            .Providers.Select(use => Line(use, but, concentration.Critical, request.Context))
            .Concat(concentration.Regions.Select(use => Region(use, but, concentration.Critical, request.Context)))
            .OfType<string>()
            .Take(MostLines);
    }

    /// <summary>"5 of our 12 critical services depend on OpenAI."</summary>
    public static string? Line(ProviderUse use, string? but, int critical, Context context) =>
        use.Critical(but).Count is >= Concentration.Few and var n ? Critical(use.Name, n, critical, context)
        : use.Others(but) is >= Concentration.Few and var others
            ? context.Wording.Fill("concentration.services", ("n", CaseTexts.Number(others)), ("provider", Short(use.Name)))
        : null;

    /// <summary>The few on whom the most critical services depend.</summary>
    public static IEnumerable<string> Heaviest(IReadOnlyList<CriticalUse> uses, int critical, Context context) =>
        uses.Take(MostLines).Select(use => Critical(use.Name, use.Services, critical, context));

    /// <summary>
    /// Who stands behind a service, each with what they do there: "OpenAI (AI model), Hetzner (as typed)". A name is as typed where nothing
    /// knows it.
    /// </summary>
    public static string Providers(string typed, Concentration known, Context context) =>
        string.Join(", ", NameList.Of(typed).Select(part => Provider(part, known, context)));

    private static string Critical(string name, int n, int critical, Context context) =>
        context.Wording.Fill(
            "concentration.critical",
            ("n", CaseTexts.Number(n)),
            ("all", Counted(Math.Max(n, critical))),
            ("provider", Short(name))
        );

    private static string? Region(ProviderUse use, string but, int critical, Context context) =>
        use.Critical(but).Count is >= Concentration.Few and var n
            ? context.Wording.Fill(
                "concentration.region",
                ("n", CaseTexts.Number(n)),
                ("all", Counted(Math.Max(n, critical))),
                ("region", Short(use.Name))
            )
            : null;

    private static string Provider(string part, Concentration known, Context context)
    {
        var kind = ProviderKinds.Of(part, context.Products);
        // Where nothing was read, nobody says that a name is unknown.
        if (kind is null && known.Of(ProviderName.Of(part)) is not { Services.Count: 0 })
            return part;
        var words = context.Wording[$"provider.{kind?.ToString() ?? "typed"}"];
        return part.EndsWith(')') ? $"{part[..^1]}, {words})" : ProviderName.With(part, words);
    }

    private static string Counted(int number) =>
        number > ProviderUse.MostCritical ? $"{CaseTexts.Number(ProviderUse.MostCritical)}+" : CaseTexts.Number(number);

    private static string Short(string name) => Texts.Clip(TypedText.OneLine(name), LongestName);
}
