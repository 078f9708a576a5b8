using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Tests;

public sealed class PagesOfTheIntake
{
    private static readonly Policy Policy = PolicyText.Policy;

    [Fact]
    public void A_caterer_is_four_pages() =>
        Assert.Equal(["supplier", "what", "reach", "practical"], new IntakeTalk().Answer(Suppliers.Caterer));

    [Fact]
    public void An_AI_app_is_six_pages() =>
        Assert.Equal(["supplier", "what", "reach", "practical", "details", "behind"], new IntakeTalk().Answer(Suppliers.App));

    [Fact]
    public void Open_weights_are_five_pages() =>
        Assert.Equal(["supplier", "what", "reach", "practical", "behind"], new IntakeTalk().Answer(Suppliers.OpenWeights));

    [Fact]
    public void The_last_page_leads_to_the_summary()
    {
        var talk = new IntakeTalk();
        talk.Answer(Suppliers.App);
        Assert.Equal("Medium risk", talk.Summary.Tier);
    }
}
