using System.Collections.Frozen;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Register.Providers;

/// <summary>
/// Countries by the names that people use for them, and the regions of the large clouds by the country they are in. The very name is the
/// country; one that is only like it is a question, and anything else stays as it was typed.
/// </summary>
public static class Countries
{
    private const int MostMeant = 3;

    /// <summary>
    /// One country a line, or two: its short name in English, then other names; a mark behind one says that it is a place there.
    /// </summary>
    private const string Listed = """
        Albania
        Argentina
        Armenia
        Australia|AU|AUS|Sydney@|Melbourne@|ap-southeast-2@|australiaeast@
        Austria|AT|Österreich|Vienna@
        Azerbaijan
        Bahrain|me-south-1@
        Bangladesh
        Belarus
        Belgium|BE|Belgique|België|Brussels@|europe-west1@
        Bosnia and Herzegovina
        Brazil|BR|Brasil|São Paulo@|sa-east-1@|brazilsouth@
        Bulgaria|BG
        Canada|CA|Montreal@|Toronto@|ca-central-1@|canadacentral@
        Chile|CL
        China|CN|PRC|People's Republic of China|Beijing@|Shanghai@
        Colombia
        Costa Rica
        Croatia|HR
        Cyprus|CY
        Czechia|CZ|Czech Republic|Prague@
        Denmark|DK|Copenhagen@
        Egypt|EG
        Estonia|EE
        Finland|FI|Helsinki@|europe-north1@
        France|FR|Paris@|eu-west-3@|francecentral@
        Georgia
        Germany|DE|DEU|Deutschland|Frankfurt@|Berlin@|Nuremberg@|Falkenstein@|eu-central-1@|germanywestcentral@|europe-west3@
        Greece|GR
        Hong Kong|HK|ap-east-1@
        Hungary|HU
        Iceland|IS
        India|IN|Bharat|Mumbai@|Hyderabad@|Bangalore@|Bengaluru@|ap-south-1@|centralindia@
        Indonesia|ID|Jakarta@
        Ireland|IE|IRL|Republic of Ireland|Éire|Dublin@|eu-west-1@|northeurope@
        Israel|IL|Tel Aviv@
        Italy|IT|Italia|Milan@|eu-south-1@
        Japan|JP|Tokyo@|Osaka@|ap-northeast-1@|japaneast@
        Jordan
        Kazakhstan
        Kenya|KE
        Latvia|LV
        Liechtenstein
        Lithuania|LT
        Luxembourg|LU
        Malaysia|MY
        Malta|MT
        Mexico|MX|México
        Moldova
        Montenegro
        Morocco|MA
        Netherlands|NL|The Netherlands|Holland|Nederland|Amsterdam@|westeurope@|europe-west4@
        New Zealand|NZ
        Nigeria|NG
        North Macedonia
        Norway|NO|Norge|Oslo@
        Pakistan|PK
        Panama
        Peru
        Philippines|PH|The Philippines|Manila@
        Poland|PL|Polska|Warsaw@
        Portugal|PT|Lisbon@
        Qatar|QA
        Romania|RO|Bucharest@
        Russia|RU|Russian Federation
        Saudi Arabia|SA
        Serbia|RS
        Singapore|SG|ap-southeast-1@|southeastasia@
        Slovakia|SK
        Slovenia|SI
        South Africa|ZA|Cape Town@|af-south-1@
        South Korea|KR|Korea|Republic of Korea|Seoul@|ap-northeast-2@
        Spain|ES|España|Madrid@|eu-south-2@
        Sri Lanka
        Sweden|SE|Sverige|Stockholm@|eu-north-1@|swedencentral@
        Switzerland|CH|Schweiz|Suisse|Svizzera|Zurich@|Zürich@|Geneva@|eu-central-2@|switzerlandnorth@|europe-west6@
        Taiwan|TW
        Thailand|TH|Bangkok@
        Tunisia
        Türkiye|TR|Turkey|Istanbul@
        Ukraine|UA|Kyiv@
        United Arab Emirates|UAE|AE|Dubai@|Abu Dhabi@|me-central-1@
        United Kingdom|UK|GB|GBR|Great Britain|Britain|England|Scotland|Wales|London@|eu-west-2@|uksouth@|europe-west2@
        United States|US|USA|U.S.|U.S.A.|the US|the USA|America|United States of America
        United States|Virginia@|Ohio@|Oregon@|Iowa@|California@|us-east-1@|us-east-2@|us-west-1@|us-west-2@|eastus@|westus@|us-central1@
        Uruguay
        Vietnam|VN|Viet Nam
        EU|European Union|EEA|the EU|European Economic Area
        """;

    private static readonly FrozenDictionary<string, (string Country, bool Within)> ByName = Read();
    private static readonly IReadOnlyList<string> All = [.. ByName.Values.Select(one => one.Country).Distinct()];

    public static ReadName Read(string part)
    {
        var name = ProviderName.Of(part);
        if (ByName.TryGetValue(SupplierNames.Identity(name), out var known))
            return new(Written(part, name, known.Country, known.Within), []);
        var plain = SupplierNames.Plain(name);
        return new(part, [.. All.Where(country => NameSimilarity.IsSlip(plain, SupplierNames.Plain(country))).Take(MostMeant)]);
    }

    /// <summary>"Frankfurt" is "Germany (Frankfurt)"; "Deutschland" is Germany.</summary>
    private static string Written(string part, string name, string country, bool within) =>
        part.Length > name.Length ? country + part[name.Length..]
        : within ? ProviderName.With(country, name)
        : country;

    private static FrozenDictionary<string, (string, bool)> Read() =>
        Listed
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => line.Split('|'))
            .SelectMany(names =>
                names.Select(name => (Name: SupplierNames.Identity(name.TrimEnd('@')), Country: names[0], Within: name.EndsWith('@')))
            )
            .DistinctBy(one => one.Name)
            .ToFrozenDictionary(one => one.Name, one => (one.Country, one.Within), StringComparer.Ordinal);
}
