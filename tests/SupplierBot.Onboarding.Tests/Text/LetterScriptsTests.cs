using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Text;

/// <summary>Reviewers are told which letters make a name look like another, and of none that are what they seem to be.</summary>
public sealed class LetterScriptsTests
{
    [Theory]
    [InlineData("Acm\u0435 Notes", "Acme Notes", "Cyrillic")]
    [InlineData("Acme N\u03BFtes", "Acme Notes", "Greek")]
    [InlineData("H\u0585oli", "Hooli", "Armenian")]
    [InlineData("\uA4EEcme", "Acme", "Lisu")]
    [InlineData("\U0001D400cme", "Acme", "other")]
    [InlineData("\u1D00cme", "Acme", "other")]
    public void Letters_of_another_script_are_a_disguise(string name, string other, string script) =>
        Assert.Equal(script, LetterScripts.Disguise(name, other));

    [Theory]
    [InlineData("Acme Notes", "Acme Boards")]
    [InlineData("Nestlé", "Nestle")]
    [InlineData("Notes ½", "Notes")]
    [InlineData("Вектор Про", "Вектор про")]
    [InlineData("Acm\u0435 Notes", "Acm\u0435 Pads")]
    public void Accents_and_letters_that_both_have_are_none(string name, string other) => Assert.Null(LetterScripts.Disguise(name, other));

    [Theory]
    [InlineData("Acme N0tes", "Acme Notes", true)]
    [InlineData("A1is", "Alis", true)]
    [InlineData("Acme Notes", "Acme N0tes", false)]
    [InlineData("Acme Notes 2", "Acme Notes 3", false)]
    [InlineData("Acme N0tes Pro", "Acme Notes", false)]
    public void A_digit_stands_for_a_letter_where_all_else_is_the_same(string name, string other, bool stands) =>
        Assert.Equal(stands, LetterScripts.HasDigitsForLetters(name, other));
}
