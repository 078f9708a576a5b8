using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>How people ask for the policy, and what only looks like it.</summary>
public sealed class PolicyPhrasesTests
{
    [Theory]
    [InlineData("policy", PolicyTopic.Overview)]
    [InlineData("Policy!", PolicyTopic.Overview)]
    [InlineData("policy show", PolicyTopic.Overview)]
    [InlineData("please show the policy", PolicyTopic.Overview)]
    [InlineData("show me the supplier policy, thanks", PolicyTopic.Overview)]
    [InlineData("supplier policy", PolicyTopic.Overview)]
    [InlineData("Can you show our policy?", PolicyTopic.Overview)]
    [InlineData("what is our policy?", PolicyTopic.Overview)]
    [InlineData("policy questions", PolicyTopic.Questions)]
    [InlineData("policy tiers", PolicyTopic.Tiers)]
    [InlineData("policy contract points", PolicyTopic.Clauses)]
    [InlineData("policy clauses", PolicyTopic.Clauses)]
    [InlineData("policy documents", PolicyTopic.Documents)]
    [InlineData("policy reviews", PolicyTopic.Reviews)]
    [InlineData("policy approvals", PolicyTopic.Approvals)]
    [InlineData("policy: who decides?", PolicyTopic.Approvals)]
    [InlineData("policy changes", PolicyTopic.Changes)]
    [InlineData("policy clause", PolicyTopic.Clause)]
    public void A_topic_is_asked_for_in_the_words_of_people(string text, PolicyTopic topic)
    {
        Assert.Equal(new Request.ShowPolicy(topic), RequestReader.Parse(text));
        var request = RequestReader.Typed(text);
        if (!text.StartsWith("Can you", StringComparison.Ordinal))
            Assert.Equal(new Request.ShowPolicy(topic), request.Typed!.IfAwaited);
    }

    [Theory]
    [InlineData("policy INC", "inc")]
    [InlineData("policy clause AI-NOTRAIN", "ai-notrain")]
    [InlineData("policy show BCDR please", "bcdr")]
    [InlineData("policy REG–FIN", "reg-fin")]
    public void A_contract_point_is_asked_for_by_its_id(string text, string id)
    {
        var request = RequestReader.Typed(text);
        Assert.Equal(new Request.ShowPolicy(PolicyTopic.Clause, id), request with { Typed = null });
        // "Policy review" may be what somebody says a supplier does.
        Assert.IsType<Request.Unclear>(request.Typed!.IfAwaited);
    }

    [Theory]
    [InlineData("policy for laptops")]
    [InlineData("the policy team needs a tool")]
    [InlineData("policymakers")]
    [InlineData("our policy INC")]
    [InlineData("insurance policy")]
    public void A_sentence_is_no_command(string text) => Assert.IsType<Request.Unclear>(RequestReader.Parse(text));

    [Theory]
    [InlineData("0 policy", PolicyTopic.Overview, "", 0)]
    [InlineData("12 policy clauses", PolicyTopic.Clauses, "", 12)]
    [InlineData("99999999999 policy changes", PolicyTopic.Changes, "", int.MaxValue)]
    [InlineData("0 policy clause", PolicyTopic.Clause, "INC", 0)]
    [InlineData("0 policy clause DPA", PolicyTopic.Clause, "dpa", 0)]
    public void A_button_names_the_topic_its_page_and_what_was_picked(string target, PolicyTopic topic, string clause, int from) =>
        Assert.Equal(
            new Request.ShowPolicy(topic, clause, from),
            RequestReader.Pressed(
                Verbs.NextPage,
                target,
                CardStamp.None,
                new Dictionary<string, string> { [CardPress.Pick] = "INC" },
                automatic: false
            ) with
            {
                Press = null,
            }
        );

    [Fact]
    public void Every_topic_has_a_command_that_is_understood() =>
        Assert.All(
            Enum.GetValues<PolicyTopic>(),
            topic => Assert.Equal(new Request.ShowPolicy(topic), RequestReader.Parse(PolicyPhrases.Command(topic)))
        );
}
