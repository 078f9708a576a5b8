using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Intake;

/// <summary>What is said beside a field, what is kept, and what may go on.</summary>
public sealed class PageReadingTests
{
    private static PageRead Read(string page, params (string Id, string Value)[] values) =>
        PageReading.Read(
            PolicyText.Policy,
            PolicyText.Policy.Pages.First(one => one.Id == page),
            values.ToDictionary(pair => pair.Id, pair => pair.Value),
            Answers.Empty,
            new DateOnly(2026, 11, 17),
            (question, name) =>
                Owners.HintOf(
                    question,
                    name,
                    IntakeScenario.Rita,
                    new IntakeScenario().Context() with
                    {
                        People = [IntakeScenario.Rita, IntakeScenario.Sam],
                    }
                )
        );

    private static IntakeScenario At(string page)
    {
        var talk = new IntakeScenario().Says("new");
        while (talk.Page.Stamp.Page != page)
            talk.Fills([.. SampleSuppliers.App.Where(pair => talk.Page.Fields.Any(field => field.Id == pair.Id))]);
        return talk;
    }

    [Fact]
    public void Nothing_filled_in_asks_for_what_is_needed_and_for_nothing_else()
    {
        var page = new IntakeScenario().Says("new").Fills().Page;
        Assert.Equal("Some answers need fixing. See the notes next to them.", page.Problem);
        Assert.Equal(
            ["Enter the supplier's name.", "", "", "Tell us in a sentence what you'll use it for."],
            page.Fields.Select(field => field.Error)
        );
    }

    [Fact]
    public void Ticks_and_choices_have_words_of_their_own()
    {
        var talk = At("practical").Fills(("deal", "negotiated"));
        Assert.Equal("Choose one option.", talk.Field("stop").Error);
        Assert.Equal("negotiated", talk.Field("deal").Value);
        Assert.Equal("Choose at least one option. “Not sure” is fine.", At("what").Fills(("role", "GENERAL")).Field("effects").Error);
    }

    [Fact]
    public void A_choice_nobody_offered_is_asked_again()
    {
        var talk = At("practical").Fills(("stop", "never"), ("deal", "negotiated"));
        Assert.Equal("That option isn't available here. Choose another one.", talk.Field("stop").Error);
        Assert.Equal("practical", talk.Page.Stamp.Page);
        Assert.Equal(
            "That option isn't available here. Choose another one.",
            At("what").Fills(("role", "GENERAL,SPACESHIP"), ("effects", "none")).Field("role").Error
        );
    }

    [Fact]
    public void Two_where_one_is_meant_is_asked_again() =>
        Assert.Equal("Choose one option.", At("practical").Fills(("stop", "little,slows"), ("deal", "negotiated")).Field("stop").Error);

    [Fact]
    public void Too_long_says_how_long_and_keeps_what_was_typed()
    {
        var talk = new IntakeScenario().Says("new").Fills(("name", "Acme"), ("purpose", new string('p', 2_001)));
        Assert.Equal("That's 2,001 characters; the limit is 2,000.", talk.Field("purpose").Error);
        Assert.Equal(2_000, talk.Field("purpose").Value.Length);
        Assert.Equal(2_000, talk.Says("new").Presses("continue_draft").Field("purpose").Value.Length);
        Assert.Equal("That's 2,001 characters; the limit is 2,000.", talk.Field("purpose").Error);
        Assert.Equal(
            "That's 2,001 characters; the limit is 2,000.",
            talk.Fills(("name", "Acme"), ("purpose", new string('p', 2_000))).Field("purpose").Error
        );
    }

    [Fact]
    public void What_nobody_would_type_is_cut_and_never_in_half_a_character()
    {
        var typed = new string('p', PageReading.MostKept - 2) + "🎂🎂🎂";
        var kept = Read("supplier", ("name", "Acme"), ("purpose", typed)).Answers.One("purpose")!;
        Assert.True(kept.Length <= PageReading.MostKept);
        Assert.DoesNotContain(kept, char.IsSurrogate);
    }

    [Theory]
    [InlineData("acme.com")]
    [InlineData("www.acme.co.uk/pricing?x=1")]
    [InlineData("https://acme.com")]
    [InlineData("HTTP://Acme.Com:8080/a")]
    [InlineData("münchen.de")]
    [InlineData("")]
    public void A_web_address(string typed)
    {
        var read = Read("supplier", ("name", "Acme"), ("purpose", "Notes."), ("website", typed));
        Assert.False(read.Blocked);
        Assert.Equal(typed, read.Answers.One("website") ?? "");
    }

    [Theory]
    [InlineData("acme")]
    [InlineData("acme com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://acme.com")]
    [InlineData("https://user:secret@acme.com")]
    [InlineData("10.0.0.1")]
    [InlineData("http://localhost")]
    [InlineData("acme..com")]
    [InlineData("see acme.com")]
    public void No_web_address(string typed)
    {
        var talk = new IntakeScenario().Says("new").Fills(("name", "Acme"), ("purpose", "Notes."), ("website", typed));
        Assert.Equal("That doesn't look like a web address. Try acme.com, or leave this empty.", talk.Field("website").Error);
        Assert.Equal(typed, talk.Field("website").Value);
    }

    [Theory]
    [InlineData("what", "effects", "none,decides", "decides", "None of these")]
    [InlineData("reach", "data", "none_public,personal,internal", "internal,personal", "Nothing, or only public information")]
    [InlineData("reach", "access", "none,not_sure", "not_sure", "They don't access our systems, information or offices")]
    public void None_with_others_keeps_the_others_and_says_so(string page, string question, string ticked, string kept, string none)
    {
        var read = Read(page, (question, ticked));
        Assert.Equal(kept, string.Join(',', read.Answers.Picked(question)));
        Assert.Equal(new Hint(question, HintKind.NothingElse, none), Assert.Single(read.News));
    }

    [Fact]
    public void That_it_was_dropped_is_said_on_the_page_that_follows() =>
        Assert.Equal(
            "“None of these” can't be combined with other choices, so I kept the others.",
            At("what").Fills(("role", "AISAAS"), ("effects", "none,decides")).Page.Problem
        );

    [Fact]
    public void Not_sure_with_others_stays_because_dropping_it_could_only_look_safer() =>
        Assert.Equal("internal,not_sure", string.Join(',', Read("reach", ("data", "not_sure,internal")).Answers.Picked("data")));

    [Fact]
    public void The_same_ticks_in_another_order_are_the_same_answer() =>
        Assert.True(
            Read("reach", ("data", "personal,internal")).Answers.SameAs(Read("reach", ("data", "internal,personal,internal")).Answers)
        );

    [Fact]
    public void A_day_that_has_passed_is_noted_and_not_refused()
    {
        var talk = At("practical").Fills(("stop", "slows"), ("deal", "online_terms"), ("start", "2026-08-03"));
        Assert.Equal("details", talk.Page.Stamp.Page);
        Assert.Equal("That date has passed, so I'll record it as already in use.", talk.Page.Problem);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("31.11.2026")]
    [InlineData("2026-02-30")]
    public void No_day(string typed)
    {
        var talk = At("practical").Fills(("stop", "slows"), ("deal", "online_terms"), ("start", typed));
        Assert.Equal("Enter a date like 2026-11-20, or leave this empty.", talk.Field("start").Error);
        Assert.Equal(typed, talk.Field("start").Value);
    }

    [Theory]
    [InlineData("me")]
    [InlineData(" Myself ")]
    [InlineData("@me")]
    [InlineData("@ me")]
    [InlineData("@")]
    [InlineData("")]
    public void Oneself_is_the_owner_unless_somebody_is_named(string typed) =>
        Assert.False(Read("practical", ("owner", typed)).Answers.Answered("owner"));

    [Theory]
    [InlineData("sam security")]
    [InlineData("@Sam Security")]
    [InlineData("@ sam security")]
    public void A_known_colleague_is_taken_without_a_word(string typed)
    {
        var read = Read("practical", ("stop", "little"), ("deal", "negotiated"), ("owner", typed));
        Assert.Equal(typed, read.Answers.One("owner"));
        Assert.Empty(read.Hints);
    }

    [Fact]
    public void An_unknown_owner_is_kept_and_said()
    {
        var talk = At("practical").Fills(("stop", "slows"), ("deal", "online_terms"), ("owner", "Somebody Else"));
        Assert.Equal("I don't know Somebody Else yet. I'll keep the name, but I can't send them messages.", talk.Page.Problem);
        Assert.Equal("Somebody Else", talk.Draft!.Answers.One("owner"));
    }

    [Theory]
    [InlineData("\u200BAcme\u200B", "Acme")]
    [InlineData("  Acme\u0000\u0007 Notes\t", "Acme Notes")]
    [InlineData("\u202EsetoN emcA\u202C", "setoN emcA")]
    [InlineData("\uFEFFAcme\nNotes\r\n", "Acme Notes")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("👩\u200D💻 Labs", "👩\u200D💻 Labs")]
    [InlineData("\u200E\u200F", "")]
    public void What_nobody_can_see_is_taken_out(string typed, string kept) => Assert.Equal(kept, TypedText.OneLine(typed));

    [Fact]
    public void Half_a_character_is_replaced_so_that_it_can_be_stored() => Assert.Equal("A\uFFFDB", TypedText.OneLine("A\uD83DB"));

    [Fact]
    public void Lines_of_a_long_text_stay() => Assert.Equal("one\ntwo", TypedText.Lines("one\r\ntwo\n"));

    [Theory]
    [InlineData("**Acme** [x](https://evil.example) `code`")]
    [InlineData("<b>Acme</b> & \"Sons\" \\ | ${name} {supplier} {{x}}")]
    [InlineData("@everyone <!channel> <@U123> #general")]
    [InlineData("'; DROP TABLE suppliers; --")]
    [InlineData("שלום עולם Acme 会社 🎂")]
    public void A_hostile_name_survives_three_edits_unchanged(string name)
    {
        var talk = new IntakeScenario().Says("new").Fills(("name", name), ("purpose", name));
        for (var edit = 0; edit < 3; edit++)
        {
            talk.Presses("back");
            Assert.Equal(name, talk.Field("name").Value);
            talk.Fills(("service", $"plan {edit}"));
        }
        Assert.Equal(name, talk.Draft!.Answers.One("name"));
        Assert.Equal(name, talk.Draft.Answers.One("purpose"));
    }

    [Fact]
    public void A_value_for_a_question_that_is_not_on_the_page_is_ignored() =>
        Assert.False(Read("what", ("role", "GENERAL"), ("effects", "none"), ("training", "no")).Answers.Answered("training"));

    [Theory]
    [InlineData("20.12.2026", "2026-12-20")]
    [InlineData("20 Dec 2026", "2026-12-20")]
    [InlineData("2026-12-20T00:00:00Z", "2026-12-20")]
    [InlineData("2026‑2026", "2026‑2026")]
    [InlineData("5/12/2026", "5/12/2026")]
    public void A_day_is_kept_as_a_date_input_keeps_it(string typed, string kept) =>
        Assert.Equal(kept, Read("practical", ("start", typed)).Answers.One("start"));

    [Fact]
    public void A_day_that_may_be_another_is_asked_about_with_both()
    {
        var read = Read("practical", ("start", "5/12/2026"));
        var hint = Assert.Single(read.Hints, hint => hint.Question == "start");
        Assert.True(read.Blocked);
        Assert.Equal(
            "Do you mean Sat 5 Dec 2026 or Tue 12 May 2026? Write it like 2026-11-20.",
            HintTexts.Of(hint, PolicyText.Policy.Question("start"), WordingText.Wording)
        );
    }

    [Theory]
    [InlineData(2_500, "That's 2,500 characters; ")]
    [InlineData(9_000, "That's more than 4,000 characters; ")]
    public void What_is_said_of_a_length_is_true(int length, string words)
    {
        var hint = Assert.Single(
            Read("supplier", ("name", "Acme"), ("purpose", new string('x', length))).Hints,
            hint => hint.Question == "purpose"
        );
        Assert.StartsWith(words, HintTexts.Of(hint, PolicyText.Policy.Question("purpose"), WordingText.Wording), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2026-02-30")]
    public void A_day_nobody_means_is_asked_again(string day)
    {
        Assert.Contains(Read("practical", ("start", day)).Hints, hint => hint is { Question: "start", Kind: HintKind.NotADay });
        Assert.DoesNotContain(
            Read("practical", ("start", "2020-01-31")).Hints,
            hint => hint is { Question: "start", Kind: HintKind.NotADay }
        );
    }

    [Fact]
    public void An_owner_whose_name_is_ambiguous_is_asked_for_by_id_and_is_nobody_until_then()
    {
        var (one, two) = (new Person(new("teams:tom1"), "Tom Baker"), new Person(new("teams:tom2"), "tom  baker"));
        var context = new IntakeScenario().Context() with { People = [one, two] };
        Assert.Equal(
            new Hint("owner", HintKind.WhichOwner, "teams:tom1, teams:tom2"),
            Owners.HintOf("owner", "Tom Baker", IntakeScenario.Rita, context)
        );
        Assert.False(Owners.CanBeNotified(Owners.Of(Answers.Empty.With("owner", "Tom Baker"), IntakeScenario.Rita, context)));
        Assert.Equal(two, Owners.Of(Answers.Empty.With("owner", "teams:tom2"), IntakeScenario.Rita, context));
        var taken = context with
        {
            People = [one],
            PersonRecords = new Dictionary<PersonId, PersonRecord> { [two.Id] = new(null, [new("Tom Baker", context.Now)]) },
        };
        Assert.Equal(new Hint("owner", HintKind.WhichOwner, "teams:tom1"), Owners.HintOf("owner", "Tom Baker", IntakeScenario.Rita, taken));
    }
}
