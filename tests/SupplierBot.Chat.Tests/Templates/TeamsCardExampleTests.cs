using System.Text.Json.Nodes;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>What the core really says, as Teams gets it.</summary>
public sealed class TeamsCardExampleTests(CardOracle oracle) : IClassFixture<CardOracle>
{
    private static IEnumerable<(string Name, View View)> All() =>
        RealViews
            .Intakes()
            .Concat(RealViews.Cases())
            .Concat(RealViews.Times())
            .Concat(RealViews.Names())
            .Concat(RealViews.InUse())
            .Concat(RealViews.Points())
            .Concat(RealViews.Policies())
            .Concat(RealViews.Exports());

    [Fact]
    public void Show_every_kind_of_view() =>
        Assert.Equal(
            CardTemplates.Views.Select(view => view.Name),
            All().Select(card => card.View.GetType().Name).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Of_every_worked_example_keep_the_rules_of_Teams() =>
        Assert.Empty(
            All().SelectMany(card => TeamsCardLint.Faults(ShippedCards.OnTeams(card.View)).Select(fault => $"{card.Name} {fault}"))
        );

    [Fact]
    public void Of_every_worked_example_are_understood_by_the_public_renderer() =>
        Assert.Empty(
            All().SelectMany(card => oracle.Problems(ShippedCards.TreeOnTeams(card.View)).Select(problem => $"{card.Name}: {problem}"))
        );

    [Theory, InlineData("資料を要約して翻訳する"), InlineData("*_[x](y)~"), InlineData("שלום "), InlineData("plain words ")]
    public void Of_long_texts_and_many_questions_fit_every_client(string piece)
    {
        var seen = RealViews.Wordy(string.Concat(Enumerable.Repeat(piece, 2000))[..1990]).Seen;
        Assert.Contains(seen, card => card.View is View.Deciding { News.Count: > 4 });
        Assert.All(seen, card => Assert.InRange(ShippedCards.OnTeams(card.View).Content.Length, 1, 28 * 1024));
    }

    /// <summary>Twenty-nine, each with a title, a reason and words as long as they may be.</summary>
    [Theory, InlineData("資料を要約して翻訳する"), InlineData("*_[x](y)~"), InlineData("שלום ")]
    public void Of_every_contract_point_there_is_fit_every_client(string piece)
    {
        var seen = RealViews.WordyPoints(string.Concat(Enumerable.Repeat(piece, 200))[..600]).ToList();
        Assert.Contains(
            seen,
            card => card.View is View.Entries { Small: var count } && count.EndsWith("29 contract points settled", StringComparison.Ordinal)
        );
        Assert.All(seen, card => Assert.InRange(ShippedCards.OnTeams(card.View).Content.Length, 1, 28 * 1024));
        Assert.Empty(
            seen.SelectMany(card => TeamsCardLint.Faults(ShippedCards.OnTeams(card.View)).Select(fault => $"{card.Name} {fault}"))
        );
    }
}
