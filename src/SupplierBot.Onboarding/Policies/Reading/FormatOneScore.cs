using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>The eight tables of points as parts.</summary>
internal static class FormatOneScore
{
    private static readonly string[] Levels = ["s0_none_public", "s1_internal", "s2_confidential", "s3_restricted"];

    public static YamlSequenceNode Parts(YamlMappingNode score, string rules)
    {
        var parts = (YamlSequenceNode)FormatOne.Member(PolicyTree.Read(rules).Root!, "score")!;
        foreach (var part in parts.Children.Cast<YamlMappingNode>())
        {
            var id = FormatOne.Member(part, "id")!.ToString();
            if (FormatOne.Member(score, id) is YamlMappingNode tables)
            {
                Fill(id, part, tables);
            }
        }

        return parts;
    }

    private static void Fill(string id, YamlMappingNode part, YamlMappingNode tables)
    {
        var terms = ((YamlSequenceNode)FormatOne.Member(part, "of")!).Children.Cast<YamlMappingNode>().ToList();
        switch (id)
        {
            case "data":
                part.Children[Name("table")] = new YamlSequenceNode(Levels.Select(level => FormatOne.Member(tables, level) ?? Name("")));
                break;
            case "ai":
                Points(
                    terms[0],
                    tables,
                    key => key is "cap" || key.StartsWith("train_", StringComparison.Ordinal) ? null : Unprefixed(key, "effects_")
                );
                Points(terms[1], tables, key => key.StartsWith("train_", StringComparison.Ordinal) ? Unprefixed(key, "train_") : null);
                Set(terms[0], "regulated_client");
                Set(terms[0], "none");
                Set(terms[1], "no");
                part.Children[Name("cap")] = FormatOne.Member(tables, "cap") ?? Name("");
                break;
            case "proof":
                Points(terms[0], tables, key => key == "iso27001_or_soc2t2" ? "iso27001" : key);
                Copy(terms[0], "iso27001", "soc2_type2");
                Copy(terms[0], "other", "iso42001");
                break;
            default:
                terms[0].Children[Name("points")] = tables;
                break;
        }
    }

    private static void Points(YamlMappingNode term, YamlMappingNode tables, Func<string, string?> choice)
    {
        var points = new YamlMappingNode();
        foreach (var (key, value) in tables.Children)
        {
            if (choice(key.ToString()) is { } id)
            {
                points.Children[Name(id)] = value;
            }
        }

        term.Children[Name("points")] = points;
    }

    private static void Set(YamlMappingNode term, string choice) => Of(term).Children[Name(choice)] = Name("0");

    private static void Copy(YamlMappingNode term, string from, string to) =>
        Of(term).Children[Name(to)] = FormatOne.Member(Of(term), from) ?? Name("");

    private static YamlMappingNode Of(YamlMappingNode term) => (YamlMappingNode)FormatOne.Member(term, "points")!;

    private static string Unprefixed(string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : key;

    private static YamlScalarNode Name(string name) => new(name);
}
