using System.Text.Json.Nodes;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>Every view in every voice, as Slack gets it.</summary>
public sealed class SlackCardTests
{
    public static TheoryData<SampleTexts> Voices => [.. SampleTexts.All];

    [Theory, MemberData(nameof(Voices))]
    public void Keep_the_limits_of_Slack(SampleTexts voice) =>
        Assert.Empty(
            SampleViews
                .All(voice)
                .SelectMany(view =>
                    SlackCardLint.OfMessage(ShippedCards.MessageOnSlack(view)).Select(fault => $"{view.GetType().Name} {fault}")
                )
        );

    [Fact]
    public void Of_every_worked_example_keep_the_limits_of_Slack() =>
        Assert.Empty(
            Real()
                .SelectMany(card => SlackCardLint.OfMessage(ShippedCards.MessageOnSlack(card.View)).Select(fault => $"{card.Name} {fault}"))
        );

    [Theory, InlineData("資料を要約して翻訳する"), InlineData("<!channel> & "), InlineData("שלום "), InlineData("plain words ")]
    public void Of_long_texts_and_many_questions_keep_them(string piece)
    {
        var seen = RealViews.Wordy(string.Concat(Enumerable.Repeat(piece, 2000))[..1990]).Seen;
        Assert.Contains(seen, card => card.View is View.Deciding { News.Count: > 4 });
        Assert.Empty(
            seen.SelectMany(card => SlackCardLint.OfMessage(ShippedCards.MessageOnSlack(card.View)).Select(fault => $"{card.Name} {fault}"))
        );
    }

    [Theory, InlineData("資料を要約して翻訳する"), InlineData("<!channel> & "), InlineData("שלום ")]
    public void Of_every_contract_point_there_is_keep_them(string piece) =>
        Assert.Empty(
            RealViews
                .WordyPoints(string.Concat(Enumerable.Repeat(piece, 200))[..600])
                .SelectMany(card => SlackCardLint.OfMessage(ShippedCards.MessageOnSlack(card.View)).Select(fault => $"{card.Name} {fault}"))
        );

    [Fact]
    public void Show_every_text_that_is_not_folded()
    {
        foreach (var view in SampleViews.All(SampleTexts.Normal))
        {
            var card = string.Join('\n', TextsOf(ShippedCards.MessageOnSlack(view)));
            foreach (var line in Lines(view))
                Assert.Contains(SlackMrkdwn.Escape(line), card, StringComparison.Ordinal);
            Assert.All(view.Buttons, button => Assert.Contains(button.Label, card, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_name_that_would_call_everybody_calls_nobody()
    {
        foreach (
            var view in SampleViews.All(
                SampleTexts.Normal with
                {
                    Say = (_, most) => "<!channel> <@U1> <https://x.example|y> & *b*"[..Math.Min(44, most)],
                }
            )
        )
        {
            var card = ShippedCards.MessageOnSlack(view);
            Assert.DoesNotContain("<!", (string)card["text"]!, StringComparison.Ordinal);
            Assert.DoesNotContain("<https", card.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain(
                SlackCardLint.OfMessage(ShippedCards.MessageOnSlack(view)),
                fault => fault.Contains("mark-up", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void A_hostile_name_comes_back_unchanged()
    {
        var view = new View.Page(
            "About the supplier",
            "",
            "",
            [new("name", FieldKind.Text, "Name", "", SampleTexts.Attack, true, "", "", "", 200, [])],
            ""
        )
        {
            Plain = "About the supplier",
        };
        var input = ShippedCards.MessageOnSlack(view)["blocks"]!.AsArray().Single(block => (string?)block!["block_id"] == "name")!;
        Assert.Equal(SampleTexts.Attack, (string?)input["element"]!["initial_value"]);
    }

    [Fact]
    public void A_button_carries_the_stamp_and_nothing_else()
    {
        var view = new View.Notice("", [new("Hello")])
        {
            Plain = "Hello",
            Stamp = CardStamp.OfCase("REQ-2026-0012", "told-Asked-1-slack:T1:U1", 3),
            Buttons = [new("Open; now", "open", "SUP-0001;x"), new("New", "say", Says: "new Acme; Ltd")],
        };
        var buttons = ShippedCards.MessageOnSlack(view)["blocks"]!.AsArray().Single(block => (string?)block!["type"] == "actions")![
            "elements"
        ]!.AsArray();
        Assert.Equal(
            ["REQ-2026-0012;told-Asked-1-slack:T1:U1;3;;;open;SUP-0001;x", "REQ-2026-0012;told-Asked-1-slack:T1:U1;3;;;say;new Acme; Ltd"],
            buttons.Select(button => (string?)button!["value"])
        );
    }

    [Fact]
    public void Every_path_of_a_template_exists_in_the_data_of_its_view()
    {
        foreach (var samples in SampleViews.All(SampleTexts.Normal).GroupBy(view => CardTemplates.NameOf(view.GetType())))
        {
            var template = JsonNode.Parse(File.ReadAllText(Path.Combine(ShippedCards.Folder, "slack", $"{samples.Key}.json")))!;
            var unknown = samples
                .Select(view => TemplatePaths.Unknown(template, ShippedCards.Slack.SampleOf(view)))
                .Aggregate((one, other) => one.Intersect(other));
            // Only what is picked is there, and what is rare.
            Assert.Empty(
                unknown
                    .Except(["${one} leads nowhere", "${several} leads nowhere", "${rareButtons} leads nowhere"])
                    .Select(path => $"{samples.Key}: {path}")
            );
        }
    }

    internal static IEnumerable<(string Name, View View)> Real() =>
        RealViews
            .Intakes()
            .Concat(RealViews.Cases())
            .Concat(RealViews.Times())
            .Concat(RealViews.Names())
            .Concat(RealViews.InUse())
            .Concat(RealViews.Points())
            .Concat(RealViews.Policies())
            .Concat(RealViews.Exports());

    private static IEnumerable<string> Lines(View view) =>
        view switch
        {
            View.Notice one => one.Lines.Select(line => line.Text).Append(one.Small),
            View.Page one => one.Fields.SelectMany(field => new[] { field.LabelAlone(), field.Help, field.Error }).Append(one.Foot),
            View.Form one => one.Lines.Select(line => line.Text).Append(one.Foot),
            View.Summary one =>
            [
                one.Why,
                .. one.Next,
                .. one.Quicker,
                one.TierWords,
                .. one.Sections.Select(section => section.Title),
                .. one.OpenPoints.Select(line => line.Text),
            ],
            View.Receipt one =>
            [
                .. one.Steps.SelectMany(step => new[] { step.Title, step.Text }),
                .. one.Details.Select(line => line.Text),
                .. one.Lines,
            ],
            View.Review one => [one.Tier, one.Due, one.Purpose, one.From, .. one.Details.Select(line => line.Text)],
            View.Deciding one =>
            [
                .. one.News,
                one.Tier,
                one.IfApproved,
                .. one.Details.Select(line => line.Text),
                .. one.OpenPoints.Select(line => line.Text),
                .. one.Checks.Select(line => line.Text),
                .. one.Refused.Select(line => line.Text),
            ],
            View.Background one => one.Sections.SelectMany(section => section.Lines).Select(line => line.Text),
            View.Decided one =>
            [
                one.Status.Text,
                .. one.Decisions.Select(line => line.Text),
                .. one.Conditions.Select(line => line.Text),
                .. one.Details.Select(line => line.Text),
                one.Foot,
            ],
            View.Entry one =>
            [
                .. one.Answers.SelectMany(answer =>
                    answer.Facts.Select(fact => fact.Text).Append(answer.Verdict.Text).Append(answer.Small)
                ),
                .. one.Lines.Select(line => line.Text),
            ],
            View.Download one => [one.Title, one.Lead, one.Text, one.Small],
            View.Entries one => one.Groups.SelectMany(group => group.Rows).Select(line => line.Text).Append(one.More),
            _ => [],
        };

    private static IEnumerable<string> TextsOf(JsonNode? node) =>
        node switch
        {
            JsonValue value when value.TryGetValue<string>(out var text) => [text],
            JsonArray items => items.SelectMany(TextsOf),
            JsonObject members => members.SelectMany(member => TextsOf(member.Value)),
            _ => [],
        };
}
