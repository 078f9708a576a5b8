using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Register.Providers;

/// <summary>Answers that are lists of names, as a page is sent.</summary>
public sealed class NamedAnswersTests
{
    private static readonly Question Others = PolicyText.Policy.Question("others_text");

    private static (string Text, Hint? Hint) Read(string typed, string? kept = null, string question = "others_text") =>
        NamedAnswers.Read(
            PolicyText.Policy.Question(question),
            typed,
            kept,
            RegisteredNames.None,
            new IntakeScenario().Context() with
            {
                Products = Products.Catalogue,
            }
        );

    [Fact]
    public void Known_names_are_written_by_their_own_and_others_stay()
    {
        Assert.Equal(("OpenAI (gpt-4o), Amazon Web Services (AWS), Acme Labellers", null), Read("gpt-4o; AWS and Acme Labellers"));
        Assert.Equal(("Germany (Frankfurt), United States", null), Read("Frankfurt / the US", question: "where_text"));
    }

    [Fact]
    public void What_names_nobody_known_stays_as_it_was_typed() =>
        Assert.Equal(("Claude by Acme; hosted by Beta", null), Read("Claude by Acme; hosted by Beta"));

    [Fact]
    public void A_spelling_guess_is_asked_and_kept_where_it_is_sent_again()
    {
        var (text, hint) = Read("Anthropik, AWS");
        Assert.Equal("Anthropik, Amazon Web Services (AWS)", text);
        Assert.Equal((HintKind.WhichName, true), (hint!.Kind, hint.Blocks));
        Assert.Equal(
            "“Anthropik”: did you mean Anthropic? Correct it, or send it again to keep it as it is.",
            HintTexts.Of(hint, Others, new IntakeScenario().Context().Wording)
        );
        Assert.Equal((text, null), Read(text, kept: text));
    }

    [Fact]
    public void More_than_five_are_asked_about_once()
    {
        var (text, hint) = Read("Aa1, Bb2, Cc3, Dd4, Ee5, Ff6");
        Assert.Equal((HintKind.ManyNames, 6, 5), (hint!.Kind, hint.Length, hint.Most));
        Assert.Null(Read(text, kept: text).Hint);
    }

    [Fact]
    public void Where_the_names_would_not_fit_they_stay_as_typed()
    {
        var typed = string.Join(", ", Enumerable.Repeat("AWS", 1).Append(new string('x', 190)));
        Assert.Equal(typed, Read(typed).Text);
    }

    [Fact]
    public void An_answer_of_an_earlier_release_is_not_asked_about() => Assert.Null(Read("Anthropik", kept: "Anthropik").Hint);
}
