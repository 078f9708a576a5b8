using CsCheck;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Register.Providers;

/// <summary>Who stands behind a service, by the stored text alone.</summary>
public sealed class DependenciesTests
{
    [Theory]
    [InlineData("OpenAI, AWS", "OpenAI|AWS")]
    [InlineData("OpenAI (GPT-4o), openai, Hetzner", "OpenAI|Hetzner")]
    [InlineData("none", "")]
    [InlineData("Not sure", "")]
    [InlineData("N/A", "")]
    [InlineData("a, b, c, d, e, f", "a|b|c|d|e")]
    [InlineData("(internal)", "(internal)")]
    public void Are_the_names_of_the_answer(string typed, string names)
    {
        var answers = Answers.Empty.With("others_text", typed).With("where_text", "Ireland");
        Assert.Equal((names, "Ireland"), (string.Join('|', Dependencies.Of(answers).Providers), Dependencies.Of(answers).Regions[0]));
    }

    [Fact]
    public void Where_nobody_is_named_nothing_is_kept()
    {
        Assert.Null(Dependencies.OrNull(Dependencies.Of(Answers.Empty)));
        Assert.NotNull(Dependencies.OrNull(Dependencies.Of(Answers.Empty.With("where_text", "Japan"))));
    }

    [Fact]
    public void No_two_are_the_same_and_reading_them_again_gives_the_same() =>
        Gen.String[Gen.Char["aAbB ,;()"], 0, 40]
            .Sample(typed =>
            {
                var names = Dependencies.Names(typed);
                Assert.Equal(names.Count, names.Select(SupplierNames.Identity).Distinct().Count());
                Assert.Equal(names, Dependencies.Names(string.Join(", ", names)));
            });
}
