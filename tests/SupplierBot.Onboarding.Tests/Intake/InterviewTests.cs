using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Intake;

public sealed class InterviewTests
{
    [Fact]
    public void A_caterer_is_four_pages() =>
        Assert.Equal(["supplier", "what", "reach", "practical"], new IntakeScenario().Answer(SampleSuppliers.Caterer));

    [Fact]
    public void An_AI_app_is_six_pages() =>
        Assert.Equal(["supplier", "what", "reach", "practical", "details"], new IntakeScenario().Answer(SampleSuppliers.App));

    [Fact]
    public void Open_weights_are_five_pages() =>
        Assert.Equal(["supplier", "what", "reach", "practical", "details"], new IntakeScenario().Answer(SampleSuppliers.OpenWeights));

    [Fact]
    public void The_last_page_leads_to_the_summary()
    {
        var talk = new IntakeScenario();
        talk.Answer(SampleSuppliers.App);
        Assert.Equal("Medium risk", talk.Summary.Tier);
    }
}
