using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>A supplier's name out of a sentence loses the sentence's signs and keeps its own.</summary>
public sealed class SpokenNameTests
{
    [Theory]
    [InlineData("Acme Notes?", "Acme Notes"), InlineData("Acme Notes.", "Acme Notes"), InlineData(" Acme Notes , ", "Acme Notes")]
    [InlineData("Acme Notes…", "Acme Notes"), InlineData("Acme Notes？", "Acme Notes"), InlineData("Acme Notes:", "Acme Notes")]
    [InlineData("Acme Notes!!", "Acme Notes"), InlineData("Acme Notes...", "Acme Notes"), InlineData("Acme Notes?!", "Acme Notes")]
    public void The_signs_that_end_a_sentence_are_not_part_of_it(string typed, string name) => Assert.Equal(name, SpokenName.Of(typed));

    [Theory]
    [
        InlineData("Joomla!", "Joomla!"),
        InlineData("Acme Inc.", "Acme Inc."),
        InlineData("Acme Inc.?", "Acme Inc."),
        InlineData("Yahoo!?", "Yahoo!")
    ]
    [
        InlineData("Brill Bros.", "Brill Bros."),
        InlineData("A.B.C.", "A.B.C."),
        InlineData("acme LTD.", "acme LTD."),
        InlineData("Inc.", "Inc.")
    ]
    [InlineData("Acme Pty. ", "Acme Pty."), InlineData("Incorp.", "Incorp")]
    public void The_dot_of_a_short_form_and_one_exclamation_mark_are(string typed, string name) => Assert.Equal(name, SpokenName.Of(typed));

    [Theory]
    [InlineData("“Acme Notes”.", "Acme Notes"), InlineData("\"Acme Notes.\"", "Acme Notes"), InlineData("“Acme Notes,”", "Acme Notes")]
    [InlineData("\"Who?\"", "Who?"), InlineData("\"Acme Inc.\"", "Acme Inc."), InlineData("\"Joomla!\"?", "Joomla!")]
    public void In_quotes_only_the_full_stop_or_comma_of_the_sentence_goes(string typed, string name) =>
        Assert.Equal(name, SpokenName.Of(typed));

    [Fact]
    public void A_name_that_is_too_long_ends_with_an_ellipsis_but_alone_it_stays()
    {
        var typed = new string('a', 250);
        Assert.Equal((200, true), (SpokenName.Of(typed).Length, SpokenName.Of(typed).EndsWith('…')));
        Assert.Equal(typed[..200], SpokenName.Of(typed[..200]));
        Assert.Equal(typed, SpokenName.Alone(typed));
    }

    [Theory]
    [InlineData("Who?", "Who?"), InlineData("“Who?”", "Who?"), InlineData("Acme.", "Acme.")]
    public void Alone_every_sign_may_be_part_of_it(string typed, string name) => Assert.Equal(name, SpokenName.Alone(typed));

    [Theory]
    [InlineData("“Acme”", true), InlineData(" \"Acme\"? ", true), InlineData("Acme", false), InlineData("Acme?", false)]
    public void Quotes_around_it_are_seen_behind_the_sentences_signs(string typed, bool quoted) =>
        Assert.Equal(quoted, SpokenName.IsQuoted(typed));
}
