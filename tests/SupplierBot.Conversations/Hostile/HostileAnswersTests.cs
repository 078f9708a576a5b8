using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Hostile;
using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Hostile;

/// <summary>
/// Anything at all in the inputs of the intake: the page says what is wrong and keeps what was typed, or goes on with it.
/// </summary>
[Collection(HostileCollection.Name)]
public sealed class HostileAnswersTests(HostileCompany company)
{
    private static string Times(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    public static TheoryData<string, string, string> Refused =>
        new()
        {
            { "name", "", "" },
            { "name", " \u200B\u200E\u2060 ", "" },
            { "name", new string('x', 10_000), "the limit is" },
            { "name", Times("👩‍💻", 200), "the limit is" },
            { "website", "javascript:alert(1)", "doesn't look like a web address" },
            { "website", "http://user:secret@acme.com", "doesn't look like a web address" },
            { "website", "not an address", "doesn't look like a web address" },
            { "website", "https://a..com", "doesn't look like a web address" },
            { "website", "xn--\u0300.com", "doesn't look like a web address" },
            { "website", "http://127.0.0.1/", "doesn't look like a web address" },
            { "website", "acme." + new string('a', 9_000), "the limit is" },
            { "purpose", "", "" },
            { "purpose", Times("**bold** [x](javascript:alert(1)) <at>Sam</at> ", 250), "the limit is" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_does_not_fit_comes_back_with_what_to_do(string field, string typed, string says)
    {
        var (who, page) = await company.BeginsAsync();
        var good = new Dictionary<string, string>
        {
            ["name"] = "Acme",
            ["purpose"] = "Notes of our calls.",
            [field] = typed,
        };
        var again = (
            await company.Sound(
                who.GiveAsync(
                    who.Execute("answer", HostileCompany.Data(page, "answer", [.. good.Select(pair => (pair.Key, (JsonNode?)pair.Value))]))
                )
            )
        ).Card!;
        Assert.Equal("supplier", (string?)again.Button("answer").Action["data"]!["_"]!["page"]);
        Assert.True(again.Contains("Some answers need fixing."));
        Assert.True(again.Contains(says), $"{says} is not on the card:\n{string.Join('\n', again.Texts)}");
        foreach (var (id, value) in good.Where(pair => pair.Key != field))
            Assert.Equal(value, again.Input(id).Value);
        var kept = again.Input(field).Value ?? "";
        // The field shows as much as fits into it, from the beginning.
        if (says.Length > 0)
            Assert.True(
                typed.StartsWith(kept, StringComparison.Ordinal)
                    && (kept.Length == typed.Length || kept.Length is 200 or 199 or 2_000 or 1_999),
                kept
            );
        company.LoggedNoFault();
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("<at>Sam</at> ${name} {{DATE(2026)}}")]
    [InlineData("**__~~`#>-+.!|")]
    [InlineData("Ac\u202Eme\u2066 \u0000\u0007\u200B")]
    [InlineData("👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 Ünïcödé ʇxǝʇ")]
    [InlineData("\uFFFE\uFFFF")]
    [InlineData("'; DROP TABLE rows; --")]
    [InlineData("REQ-2026-0001")]
    [InlineData("none")]
    public async Task A_hostile_name_goes_all_the_way_to_the_review_and_stays_text(string typed)
    {
        var who = company.Newcomer();
        var name = company.NewName(typed);
        await company.Sound(who.SaysAsync("new"));
        var (card, supplier) = (who.Newest.Card!, Supplier.Caterer(name));
        card = (
            await company.Sound(
                who.GiveAsync(
                    who.Execute(
                        "answer",
                        HostileCompany.Data(card, "answer", ("name", name), ("purpose", typed + " for lunch, every week."))
                    )
                )
            )
        ).Card!;
        card = await who.AnswersAllAsync(card, supplier.On, sees: HostileCompany.IsSound);
        var receipt = (await company.Sound(who.PressesAsync(card, "submit"))).Card!;
        Assert.True(receipt.Contains("Sent. Thanks"));
        Assert.DoesNotContain(
            receipt.Texts,
            text =>
                text.Contains("[x](javascript", StringComparison.Ordinal)
                || text.Contains('\u202E')
                || text.Contains("<at>Sam</at>", StringComparison.Ordinal)
        );
        await company.Sound(who.SaysAsync($"can I use {name}"));
        await company.Sound(who.SaysAsync($"find {name}"));
        company.LoggedNoFault();
    }

    /// <summary>
    /// What the pages behind the first one can be sent: choices of no question, several where one is meant, values for questions nobody
    /// asked.
    /// </summary>
    [Fact]
    public async Task Choices_that_are_none_come_back_and_what_nobody_asked_is_not_taken()
    {
        var who = company.Newcomer();
        var supplier = Supplier.NotesApp(company.NewName("Acme"));
        await company.Sound(who.SaysAsync($"new {supplier.Name}"));
        var card = (await company.Sound(who.PressesAsync(who.Newest.Card!, "answer", supplier.On(who.Newest.Card!)))).Card!;
        for (var pages = 0; card.Has("answer"); pages++)
        {
            Assert.True(pages < 8);
            foreach (
                var choice in new[]
                {
                    "unknown",
                    "<script>",
                    "none,unknown",
                    string.Join(',', Enumerable.Range(0, 5_000)),
                    new string('x', 10_000),
                    "\uD83D\uDE00",
                    ",,,,",
                    "NONE",
                }
            )
            {
                var data = HostileCompany.Data(
                    card,
                    "answer",
                    [
                        .. card.Inputs.Where(input => input.Choices.Count > 0).Select(input => (input.Id, (JsonNode?)choice)),
                        ("owner_of_everything", "me"),
                        ("tier", "Low"),
                        ("score", 0),
                    ]
                );
                var again = (await company.Sound(who.GiveAsync(who.Execute("answer", data)))).Card!;
                Assert.True(again.Contains("Some answers need fixing."), choice);
                Assert.Equal(
                    (string?)card.Button("answer").Action["data"]!["_"]!["page"],
                    (string?)again.Button("answer").Action["data"]!["_"]!["page"]
                );
                card = again;
            }
            card = (await company.Sound(who.PressesAsync(card, "answer", supplier.On(card)))).Card!;
        }
        Assert.True(card.Contains("Medium"));
        company.LoggedNoFault();
    }

    [Fact]
    public async Task None_with_others_keeps_the_others_and_says_so()
    {
        var who = company.Newcomer();
        var supplier = Supplier.NotesApp(company.NewName("Acme")).But("effects", "none,decides").But("data", "none_public,personal");
        await company.Sound(who.SaysAsync($"new {supplier.Name}"));
        var refusals = 0;
        await who.AnswersAllAsync(
            who.Newest.Card!,
            supplier.On,
            sees: answer =>
            {
                HostileCompany.IsSound(answer);
                if (answer.Card!.Contains("so I kept the others"))
                    refusals++;
            }
        );
        Assert.InRange(refusals, 1, 2);
    }

    [Theory]
    [InlineData("2020-01-01", "That date has passed")]
    [InlineData("9999-12-31", "Enter a date")]
    [InlineData("0000-00-00", "Enter a date")]
    [InlineData("31/31/2026", "Enter a date")]
    [InlineData("{{DATE()}}", "Enter a date")]
    public async Task A_start_that_is_past_or_no_day_is_said(string day, string says)
    {
        var who = company.Newcomer();
        var supplier = Supplier.NotesApp(company.NewName("Acme"));
        await company.Sound(who.SaysAsync($"new {supplier.Name}"));
        for (
            var card = who.Newest.Card!;
            card.Has("answer");
            card = (await company.Sound(who.PressesAsync(card, "answer", supplier.On(card)))).Card!
        )
        {
            if (card.Inputs.FirstOrDefault(input => input.Type == "Input.Date") is not { } date)
                continue;
            var inputs = supplier.On(card).Select(pair => (pair.Key, (JsonNode?)pair.Value)).Append((date.Id, day)).ToArray();
            var answer = (await company.Sound(who.GiveAsync(who.Execute("answer", HostileCompany.Data(card, "answer", inputs))))).Card!;
            Assert.True(answer.Contains(says), string.Join('\n', answer.Texts));
            return;
        }
        Assert.Fail("No page asks for a day.");
    }

    [Fact]
    public async Task Ten_thousand_typed_characters_are_kept_and_asked_about()
    {
        var (who, _) = await company.BeginsAsync();
        await company.Sound(who.SaysAsync(new string('n', 10_000)));
        Assert.True(who.Newest.Card!.Contains("characters"), string.Join('\n', who.Newest.Card!.Texts));
        Assert.StartsWith("nnn", who.Newest.Card!.Input("name").Value, StringComparison.Ordinal);
        await company.Sound(who.SaysAsync(""));
        await company.Sound(who.SaysAsync("\u202E<at>Sam</at> [x](javascript:alert(1)) 👩‍💻"));
        company.LoggedNoFault();
    }
}
