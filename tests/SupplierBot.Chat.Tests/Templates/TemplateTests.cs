using System.Text.Json;
using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Cards;
using SupplierBot.Chat.Templates;

namespace SupplierBot.Chat.Tests.Templates;

public sealed class TemplateTests
{
    private const string Data = """
        {
          "name": "Acme", "count": 3, "open": true, "closed": false, "nothing": null, "empty": [],
          "stamp": { "case": "REQ-1", "draft": null },
          "rows": [ { "text": "a", "more": true }, { "text": "b", "more": false }, { "text": "c", "more": true } ],
          "words": [ "x", "y" ]
        }
        """;

    [Theory]
    [InlineData("""{"a":"Dear ${name}: ${count}, ${open}"}""", """{"a":"Dear Acme: 3, true"}""")]
    [InlineData("""{"a":"${count}","b":"${closed}","c":"${stamp.case}"}""", """{"a":3,"b":false,"c":"REQ-1"}""")]
    [InlineData("""{"a":"${nothing}","b":"${stamp.draft}","c":"${no.such[4].path}","d":"[${nothing}]"}""", """{"d":"[]"}""")]
    [InlineData("""{"a":[{"$data":"${rows}","t":"${text}"}]}""", """{"a":[{"t":"a"},{"t":"b"},{"t":"c"}]}""")]
    [InlineData(
        """{"a":[{"$data":"${rows}","$when":"${more}","t":"${$index}: ${$data.text} of ${$root.name}"}]}""",
        """{"a":[{"t":"0: a of Acme"},{"t":"2: c of Acme"}]}"""
    )]
    [InlineData(
        """{"a":[{"$data":"${words}","t":"• ${$data}"}, {"$data":"${empty}","t":"never"}, "end"]}""",
        """{"a":[{"t":"• x"},{"t":"• y"},"end"]}"""
    )]
    [InlineData(
        """{"a":{"$when":"${closed}","t":"no"},"b":{"$when":"${open}","t":"yes"},"c":{"$when":"${name}","t":"not a boolean"}}""",
        """{"b":{"t":"yes"}}"""
    )]
    [InlineData(
        """{"a":{"$data":"${stamp}","case":"${case}"},"b":"${rows[1].text}","c":{"$data":"${nothing}"}}""",
        """{"a":{"case":"REQ-1"},"b":"b"}"""
    )]
    [InlineData("""{"$schema":"s","n":[1,2.5,null,true,"é <b>"],"o":{}}""", """{"$schema":"s","n":[1,2.5,null,true,"é <b>"],"o":{}}""")]
    public void Holes_conditions_and_lists_are_filled(string template, string expected)
    {
        var bound = Template.Parse(template).Bind(JsonNode.Parse(Data)!);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), bound), $"{bound?.ToJsonString()}");
    }

    [Theory]
    [InlineData("""{"a":[{"text":"${if(open, 1, 2)}"}]}""", "$.a[0].text: `if(open, 1, 2)` is not a path.")]
    [InlineData("""{"a":"${unclosed"}""", "$.a: `${unclosed` is not a path.")]
    [InlineData("""{"a":{"$when":"${!open}"}}""", "$.a.$when: only one `${path}` can stand here.")]
    [InlineData("""{"a":{"$when":true}}""", "$.a.$when: only one `${path}` can stand here.")]
    [InlineData("""{"a":{"$data":[1]}}""", "$.a.$data: only one `${path}` can stand here.")]
    [InlineData("""{"a":[[1]]}""", "$.a[0]: an array directly inside an array.")]
    [InlineData("""{"a":{"type":"${kind}"}}""", "$.a.type: the type of an element is written out: it decides what is escaped.")]
    [InlineData("""{"$host":1}""", "$.$host: no such directive.")]
    [InlineData("""{"a":"`${x}"}""", "$.a: a back-quote or backslash beside a hole.")]
    [InlineData("[]", "$: a template is a JSON object.")]
    public void What_is_not_in_the_subset_is_refused_with_its_place(string template, string reason)
    {
        var fault = Assert.Throws<TemplateException>(() => Template.Parse(template));
        Assert.Equal(reason, fault.Message);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"a":1,"a":2}""")]
    public void What_is_not_sound_JSON_is_refused(string template) =>
        Assert.Matches(
            "^[$]: (line [0-9]+, column [0-9]+: )?not valid JSON: ",
            Assert.Throws<TemplateException>(() => Template.Parse(template)).Message
        );

    [Fact]
    public void A_hole_never_takes_in_a_whole_object_because_nothing_in_it_would_be_escaped()
    {
        var template = Template.Parse("""{"a":"${stamp}"}""");
        Assert.Equal("$.a", Assert.Throws<TemplateException>(() => template.Bind(JsonNode.Parse(Data)!)).Place);
    }

    [Fact]
    public void Data_that_looks_like_a_template_is_not_bound_again()
    {
        var bound = Template.Parse("""{"a":"${name}","b":"x ${name}"}""").Bind(JsonNode.Parse("""{"name":"${secret}","secret":"s"}""")!);
        Assert.Equal("""{"a":"${secret}","b":"x ${secret}"}""", bound!.ToJsonString());
    }

    [Fact]
    public void Binding_a_card_of_forty_rows_allocates_the_card_and_its_texts()
    {
        var template = Template.Parse(
            """{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"${title}","wrap":true},{"$data":"${rows}","type":"TextBlock","text":"${label}: ${text}","wrap":true}]}""",
            new(TeamsMarkdown.For)
        );
        var rows = Enumerable
            .Range(0, 40)
            .Select(n => (JsonNode)new JsonObject { ["label"] = $"Row {n}", ["text"] = "personal, confidential; a little" });
        var data = JsonSerializer.SerializeToElement(
            new JsonObject { ["title"] = "Acme-Notes (EU) v1.2_beta", ["rows"] = new JsonArray([.. rows]) }
        );
        template.Render(data);
        var before = GC.GetAllocatedBytesForCurrentThread();
        template.Render(data);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 24 * 1024);
    }
}
