using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Publishing;

/// <summary>A policy dropped by one person and accepted by another: in force without a restart.</summary>
public sealed class PublishTurnsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_tried_proposed_and_in_force_as_soon_as_somebody_else_accepts_it()
    {
        await using var office = await PolicyOffice.OpenAsync();
        var used = await office.ApprovedAsync("Acme Notes");
        var offer = await office.DropsAsync(TestBot.Carla, PolicyOffice.Stricter());
        Assert.Contains("Propose policy 2027.1?", PolicyOffice.Words(offer), StringComparison.Ordinal);
        var trial = await office.PressesAsync(TestBot.Carla, offer, "Try it first");
        Assert.Contains("1 goes from Medium to High.", PolicyOffice.Words(trial), StringComparison.Ordinal);
        Assert.Equal(PolicyLog.Empty, await office.LogAsync());

        var proposed = await office.PressesAsync(TestBot.Carla, trial, "Propose");
        Assert.Contains("Someone else has to accept it", PolicyOffice.Words(proposed), StringComparison.Ordinal);
        Assert.Contains("1 in use gets a higher tier.", PolicyOffice.Words(proposed), StringComparison.Ordinal);
        Assert.Equal(["Withdraw"], proposed.Buttons.Select(button => button.Label));
        Assert.Contains("Policy 2027.1 (POL-0001)", await office.ScreenOfAsync(TestBot.Sam), StringComparison.Ordinal);
        Assert.Equal(PolicyOffice.ShippedVersion, office.InForce);

        var accepted = await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept);
        Assert.Contains("Sam Security accepted policy 2027.1", PolicyOffice.Words(accepted), StringComparison.Ordinal);
        Assert.Empty(accepted.Buttons);
        Assert.Equal("2027.1", office.InForce);
        Assert.Contains("Sam Security accepted policy 2027.1", await office.ScreenOfAsync(TestBot.Sam), StringComparison.Ordinal);
        foreach (var person in new[] { TestBot.Carla, TestBot.Priya })
            Assert.Contains("Sam Security accepted policy 2027.1", await office.ScreenOfAsync(person), StringComparison.Ordinal);

        office.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        var sent = await office.Bot.SendsAsync(TestBot.Rita, "Beta Notes", SampleAnswers.NotesApp("Beta Notes"));
        Assert.Equal(("2027.1", Tier.High), (sent.Assessment.PolicyVersion, sent.Assessment.Tier));
        Assert.Equal(used.PolicyHash, (await office.Bot.The<CaseStore>().FindAsync(used.Id, Cancellation))!.Value.PolicyHash);
        Assert.Equal("", await office.FindingsAsync());
    }

    [Fact]
    public async Task A_draft_goes_on_under_the_policy_that_is_in_force_when_it_is_sent()
    {
        await using var office = await PolicyOffice.OpenAsync();
        var summary = await office.Bot.AnswersAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept);
        await office.Bot.PressesAsync(TestBot.Rita, summary, "submit");
        Assert.Equal("2027.1", (await office.Bot.NewestAsync(TestBot.Rita)).Assessment.PolicyVersion);
    }

    [Fact]
    public async Task Nobody_accepts_their_own_and_nobody_who_has_no_part_in_it()
    {
        await using var office = await PolicyOffice.OpenAsync();
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        Assert.Contains(
            "You proposed it, so someone else decides: Sam Security",
            PolicyOffice.Words(await office.DoesAsync(TestBot.Carla, PublishStepKind.Accept)),
            StringComparison.Ordinal
        );
        foreach (var person in new[] { TestBot.Rita, TestBot.Priya })
            Assert.Contains(
                "Admins and the CISO decide on a policy: Sam Security",
                PolicyOffice.Words(await office.DoesAsync(person, PublishStepKind.Accept)),
                StringComparison.Ordinal
            );
        Assert.Contains(
            "Only Carla Ciso can withdraw it.",
            PolicyOffice.Words(await office.DoesAsync(TestBot.Sam, PublishStepKind.Withdraw)),
            StringComparison.Ordinal
        );
        Assert.Equal(PolicyOffice.ShippedVersion, office.InForce);
        Assert.Equal(1, (await office.LogAsync()).EventCount);
    }

    [Fact]
    public async Task Who_has_the_role_from_the_proposer_does_not_decide_for_them()
    {
        await using var office = await PolicyOffice.OpenAsync(null, TestBot.Carla);
        var refused = await office.DropsAsync(TestBot.Carla, PolicyOffice.Stricter());
        Assert.StartsWith("Nobody else could accept it.", PolicyOffice.Words(refused).Trim(), StringComparison.Ordinal);
        await office.Bot.SaysAsync(TestBot.Carla, "roles add ciso Priya Security");
        refused = await office.DropsAsync(TestBot.Carla, PolicyOffice.Stricter());
        Assert.StartsWith("Nobody else could accept it.", PolicyOffice.Words(refused).Trim(), StringComparison.Ordinal);
        office.Bot.Time.Advance(RoleHolding.GivenFor);
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        await office.DoesAsync(TestBot.Priya, PublishStepKind.Accept);
        Assert.Equal("2027.1", office.InForce);
    }

    [Fact]
    public async Task A_no_has_a_reason_that_the_proposer_reads()
    {
        await using var office = await PolicyOffice.OpenAsync();
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        var form = Assert.IsType<View.Form>(await office.DoesAsync(TestBot.Sam, PublishStepKind.Reject));
        Assert.Empty(form.Problem);
        form = Assert.IsType<View.Form>(await office.PressesAsync(TestBot.Sam, form, "Reject", "no"));
        Assert.StartsWith("Use at least 10 letters", form.Problem, StringComparison.Ordinal);
        var rejected = await office.PressesAsync(TestBot.Sam, form, "Reject", "High from 8 points is far too low.");
        Assert.Contains("“High from 8 points is far too low.”", PolicyOffice.Words(rejected), StringComparison.Ordinal);
        Assert.Contains("High from 8 points", await office.ScreenOfAsync(TestBot.Carla), StringComparison.Ordinal);
        Assert.Equal(PolicyOffice.ShippedVersion, office.InForce);
        Assert.Equal("", await office.FindingsAsync());
        // Rejected is no version: the corrected text may have it.
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Renamed("2027.1"));
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept, "POL-0002");
        Assert.Equal("2027.1", office.InForce);
        Assert.Equal("", await office.FindingsAsync());
    }

    [Fact]
    public async Task One_waits_at_a_time_and_the_next_follows_when_it_is_withdrawn()
    {
        await using var office = await PolicyOffice.OpenAsync();
        var first = await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        Assert.Equal(first.Plain, (await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter())).Plain);
        var second = await office.DropsAsync(TestBot.Sam, PolicyOffice.Renamed("2027.2"));
        Assert.Contains("Carla Ciso proposed policy 2027.1 (POL-0001)", PolicyOffice.Words(second), StringComparison.Ordinal);
        var withdrawn = await office.DoesAsync(TestBot.Carla, PublishStepKind.Withdraw);
        Assert.Contains("Carla Ciso withdrew policy 2027.1", PolicyOffice.Words(withdrawn), StringComparison.Ordinal);
        Assert.Contains("withdrew policy 2027.1", await office.ScreenOfAsync(TestBot.Sam), StringComparison.Ordinal);
        await office.ProposesAsync(TestBot.Sam, PolicyOffice.Renamed("2027.2"));
        var old = await office.DoesAsync(TestBot.Carla, PublishStepKind.Accept, "POL-0001");
        Assert.Contains("withdrew", PolicyOffice.Words(old), StringComparison.Ordinal);
        await office.DoesAsync(TestBot.Carla, PublishStepKind.Accept, "POL-0002");
        Assert.Equal("2027.2", office.InForce);
        Assert.Equal("", await office.FindingsAsync());
    }

    [Fact]
    public async Task The_way_back_is_the_former_text_under_its_own_version()
    {
        await using var office = await PolicyOffice.OpenAsync();
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept);
        var changed = DefaultPolicy.Text().Replace("    from: 15\n", "    from: 14\n", StringComparison.Ordinal);
        Assert.Contains(
            $"Version {PolicyOffice.ShippedVersion} was used before with another text.",
            PolicyOffice.Words(await office.DropsAsync(TestBot.Sam, changed)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Policy 2027.1 is in force already.",
            PolicyOffice.Words(await office.DropsAsync(TestBot.Sam, PolicyOffice.Stricter())),
            StringComparison.Ordinal
        );
        await office.ProposesAsync(TestBot.Sam, DefaultPolicy.Text());
        await office.DoesAsync(TestBot.Carla, PublishStepKind.Accept, "POL-0002");
        Assert.Equal(PolicyOffice.ShippedVersion, office.InForce);
        Assert.Equal("2027.1", (await office.Bot.The<PolicyStore>().BeforeAsync(Cancellation))!.Version);
        Assert.Equal("", await office.FindingsAsync());
    }

    [Fact]
    public async Task Faults_are_listed_with_their_lines_and_broken_promises_with_examples()
    {
        await using var office = await PolicyOffice.OpenAsync();
        var faulty = PolicyOffice.Stricter().Replace("stop is customers", "stop is nobody", StringComparison.Ordinal);
        var said = PolicyOffice.Words(await office.DropsAsync(TestBot.Carla, faulty));
        Assert.Contains("The policy can't be used:", said, StringComparison.Ordinal);
        Assert.Contains("line ", said, StringComparison.Ordinal);
        // Other files that people drop are none of it.
        Assert.DoesNotContain(
            (await office.DropsAsync(TestBot.Carla, "services:\n  web: nginx\n")).Buttons,
            button => button.Verb == Verbs.Publish
        );
        Assert.DoesNotContain(
            (await office.DropsAsync(TestBot.Rita, PolicyOffice.Stricter())).Buttons,
            button => button.Verb == Verbs.Publish
        );
    }

    [Fact]
    public async Task Roles_that_nobody_holds_are_named_and_known_at_once()
    {
        await using var office = await PolicyOffice.OpenAsync();
        var text = PolicyOffice
            .Renamed("2027.1")
            .Replace(
                "\n  - {id: legal, title: Legal}\n",
                "\n  - {id: legal, title: Legal}\n  - {id: ai_board, title: AI board}\n",
                StringComparison.Ordinal
            )
            .Replace(
                "\n    - {step: 2, role: ciso, people: 1}\n",
                "\n    - {step: 2, role: ciso, people: 1}\n    - {step: 2, role: ai_board, people: 1}\n",
                StringComparison.Ordinal
            );
        var offer = await office.DropsAsync(TestBot.Carla, text);
        var proposed = await office.PressesAsync(TestBot.Carla, offer, "Propose");
        Assert.Contains("Nobody holds Privacy, Legal, AI board.", PolicyOffice.Words(proposed), StringComparison.Ordinal);
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept);
        await office.Bot.SaysAsync(TestBot.Carla, "roles add AI board Priya Security");
        var roles = (await office.Bot.The<Chat.Roles.RoleAssignmentStore>().NowAsync(Cancellation)).Roles;
        Assert.True(roles.Holds(TestBot.Priya.Id, "ai_board"));
    }

    [Fact]
    public async Task Reviews_open_in_portions_and_the_way_back_opens_none()
    {
        await using var office = await PolicyOffice.OpenAsync();
        office.Bot.Configure = Both(office.Bot.Configure, settings => settings with { ReviewsADay = 2 });
        await office.Bot.RestartAsync();
        for (var number = 0; number < 3; number++)
            await office.ApprovedAsync($"Vendor {number}");
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept);
        var reviews = office.Bot.The<RulesChangeService>();
        Assert.Equal(2, await reviews.RunAsync(Cancellation));
        Assert.Equal(0, await reviews.RunAsync(Cancellation));
        await office.ProposesAsync(TestBot.Carla, DefaultPolicy.Text());
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept, "POL-0002");
        Assert.Equal(0, await reviews.RunAsync(Cancellation));
        office.Bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await reviews.RunAsync(Cancellation));
        Assert.Equal("", await office.FindingsAsync());
    }

    [Fact]
    public async Task Anyone_who_reads_requests_reads_a_proposal_and_both_channels_show_every_card()
    {
        await using var office = await PolicyOffice.OpenAsync();
        Assert.Contains(
            "No policy waits for a decision.",
            PolicyOffice.Words(await office.SaysAsync(TestBot.Sam, "policy proposal")),
            StringComparison.Ordinal
        );
        var proposed = await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        Assert.Contains(
            "Reviewers, auditors and admins",
            PolicyOffice.Words(await office.SaysAsync(TestBot.Rita, "policy proposal")),
            StringComparison.Ordinal
        );
        Assert.Empty((await office.SaysAsync(TestBot.Priya, "proposed policy")).Buttons);
        var read = await office.SaysAsync(TestBot.Sam, "policy proposal");
        Assert.Equal(["Accept", "Reject"], read.Buttons.Select(button => button.Label));
        var changes = await office.DoesAsync(TestBot.Priya, PublishStepKind.Changes);
        Assert.Contains("Medium risk", PolicyOffice.Words(changes), StringComparison.Ordinal);
        var form = await office.DoesAsync(TestBot.Sam, PublishStepKind.Reject);
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept);
        Assert.Contains(
            "proposed by Carla Ciso, accepted by Sam Security",
            PolicyOffice.Words(await office.SaysAsync(TestBot.Sam, "policy proposal")),
            StringComparison.Ordinal
        );
        foreach (var view in new[] { proposed, read, changes, form })
        {
            Assert.Contains("2027.1", ShippedCards.TextOnTeams(view), StringComparison.Ordinal);
            Assert.Contains(
                "2027.1",
                (view is View.Form ? ShippedCards.ModalOnSlack(view) : ShippedCards.MessageOnSlack(view)).ToJsonString(),
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData(""), InlineData("Accept"), InlineData("Accept POL-0009 0"), InlineData("Propose POL-0001 0"), InlineData("Show ../../x 0")]
    [InlineData("17 POL-0001 0"), InlineData("Accept POL-0001 0 0"), InlineData("Changes POL-0001 -1")]
    public async Task What_nobody_of_ours_made_is_refused_in_words(string target)
    {
        await using var office = await PolicyOffice.OpenAsync();
        var said = await office.PressesAsync(TestBot.Sam, new Button("", Verbs.Publish, target));
        Assert.Contains("I don't know this proposal.", PolicyOffice.Words(said), StringComparison.Ordinal);
    }

    private static Func<ChatSettings, ChatSettings> Both(Func<ChatSettings, ChatSettings> one, Func<ChatSettings, ChatSettings> other) =>
        settings => other(one(settings));
}
