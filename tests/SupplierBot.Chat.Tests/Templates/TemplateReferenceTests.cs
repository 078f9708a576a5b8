using System.Text.Json.Nodes;
using CsCheck;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Tests.Kit.Cards;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>Our binder and npm adaptivecards-templating 2.3.1 make the same card of the same template and data.</summary>
public sealed class TemplateReferenceTests(CardOracle oracle) : IClassFixture<CardOracle>
{
    [Fact]
    public void Agree_on_generated_templates_and_data() =>
        Cases.Sample(
            pair => Agree(pair.Template, pair.Data),
            iter: LongRun.Or(10_000, 500),
            threads: 1,
            print: pair => $"{pair.Template.ToJsonString()} with {pair.Data.ToJsonString()}"
        );

    private bool Agree(JsonObject template, JsonObject data)
    {
        var ours = Template.Parse(template.ToJsonString()).Bind(data);
        return JsonNode.DeepEquals(WithoutNulls(oracle.Expand(template, data)), WithoutNulls(ours));
    }

    /// <summary>
    /// Where an element is dropped from a property the public engine leaves <c>null</c> and we leave the property out; a renderer sees the
    /// same.
    /// </summary>
    internal static JsonNode? WithoutNulls(JsonNode? node) =>
        node switch
        {
            JsonObject element => new JsonObject(
                element
                    .Where(member => member.Value is not null)
                    .Select(member => KeyValuePair.Create(member.Key, WithoutNulls(member.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Where(item => item is not null).Select(WithoutNulls)]),
            _ => node?.DeepClone(),
        };

    // Every scope of the data has the same members: texts, numbers, flags, one object and two lists, so that every generated path exists.
    private static readonly Gen<JsonNode> Words = Gen.OneOf(
            "",
            "Acme",
            "R&D",
            "Ünïcode ✓",
            "a ${b} c",
            "<at>x</at>",
            "*_`\\[]",
            "line\nbreak",
            "{{DATE(x)}}"
        )
        .Select(text => (JsonNode)text);
    private static readonly Gen<JsonNode> Numbers = Gen.Int[-1000, 1000].Select(number => (JsonNode)number);
    private static readonly Gen<JsonNode> Flags = Gen.Bool.Select(flag => (JsonNode)flag);

    private static Gen<JsonObject> Scope(int depth) =>
        depth == 0
            ? Gen.Select(
                Words,
                Words,
                Numbers,
                Flags,
                Flags,
                (a, b, n, yes, no) =>
                    new JsonObject
                    {
                        ["alpha"] = a,
                        ["beta"] = b,
                        ["number"] = n,
                        ["flag"] = yes,
                        ["other"] = no,
                    }
            )
            : Gen.Select(
                Scope(0),
                Scope(depth - 1),
                Scope(depth - 1).List[0, 3],
                (here, inner, rows) =>
                {
                    here["inner"] = inner;
                    here["rows"] = new JsonArray([.. rows]);
                    return here;
                }
            );

    private static Gen<string> Path(int depth) =>
        depth == 0
            ? Gen.OneOf("alpha", "beta", "number", "flag", "$root.alpha", "$root.inner.number", "$data.beta")
            : Gen.OneOf("alpha", "number", "inner.beta", "$data.inner.flag", "$root.flag", "$root.inner.inner.alpha");

    private static Gen<JsonNode> Text(int depth) =>
        Gen.OneOf(
            Path(depth).Select(path => (JsonNode)$"${{{path}}}"),
            Gen.Select(Path(depth), Path(depth), (one, two) => (JsonNode)$"Dear ${{{one}}}, ${{{two}}}!"),
            Gen.OneOf("plain", "", "$ {x}", "100 $", "[a](b)").Select(text => (JsonNode)text)
        );

    private static Gen<JsonObject> Element(int depth, bool inArray)
    {
        var leaf = Gen.Select(
            Text(depth),
            Text(depth),
            Gen.OneOf("", "flag", "other", "alpha", "$root.flag"),
            (text, title, when) =>
            {
                var element = new JsonObject
                {
                    ["type"] = "TextBlock",
                    ["text"] = text,
                    ["title"] = title,
                    ["wrap"] = true,
                };
                if (when.Length > 0)
                    element["$when"] = $"${{{when}}}";
                return element;
            }
        );
        return depth == 0 ? leaf : Gen.OneOf(leaf, Nested(depth, inArray));
    }

    private static Gen<JsonObject> Nested(int depth, bool inArray) =>
        Gen.Select(
            Element(depth - 1, true).List[0, 3],
            Element(depth - 1, false),
            inArray ? Gen.OneOf("inner", "rows") : Gen.Const("inner"),
            (items, child, data) =>
                new JsonObject
                {
                    ["$data"] = $"${{{data}}}",
                    ["items"] = new JsonArray([.. items]),
                    ["child"] = child,
                    ["index"] = data == "rows" ? "${$index}" : "none",
                }
        );

    private static readonly Gen<(JsonObject Template, JsonObject Data)> Cases = Gen.Select(
        Element(2, true).List[1, 4],
        Scope(2),
        (items, data) => (new JsonObject { ["type"] = "AdaptiveCard", ["body"] = new JsonArray([.. items]) }, data)
    );
}
