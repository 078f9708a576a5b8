using CsCheck;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Intake;

/// <summary>Whatever arrives, in whatever order: an answer comes, nothing is lost, and only a complete request is sent.</summary>
public sealed class DraftDeciderPropertyTests
{
    private static readonly string[] Pressed = [.. Verbs.All.Order(StringComparer.Ordinal), "no such verb"];

    /// <summary>Pressed more often, so that many drafts are filled in, sent and deleted.</summary>
    private static readonly string[] Leading =
    [
        Verbs.Answer,
        Verbs.Answer,
        Verbs.Answer,
        Verbs.Back,
        Verbs.Edit,
        Verbs.Submit,
        Verbs.Cancel,
        Verbs.Discard,
        Verbs.Open,
    ];
    private static readonly string[] Texts = ["new", "new Acme", "help", "cancel", "Notes for all of us.", "why?", "", "\uD83D", "status"];

    private static readonly Gen<(int Kind, string Verb, int Text, int Seed, bool Older)> Steps = Gen.Select(
        Gen.Int[0, 9],
        Gen.Frequency((3, Gen.OneOf(Leading)), (1, Gen.OneOf(Pressed))),
        Gen.Int[0, Texts.Length - 1],
        Gen.Int[0, 1_000_000],
        Gen.Bool
    );

    [Fact]
    public void Is_answered_and_loses_nothing() =>
        Steps
            .Array[1, 40]
            .Sample(
                steps =>
                {
                    var talk = new IntakeScenario().Says("new");
                    var before = talk.View;
                    foreach (var step in steps)
                    {
                        var (draft, revision) = (talk.Draft, talk.Draft?.Revision);
                        var shown = step.Older ? before : talk.View;
                        before = talk.View;
                        var request = step.Kind == 0 ? RequestReader.Typed(Texts[step.Text]) : Press(shown, step.Verb, step.Seed);
                        talk.Sends(request);
                        if ((request.Press is { Automatic: true } || request is Request.MakeSmallTalk) && talk.Outcome.Answer is null)
                        {
                            // A client that asked by itself goes on showing what it has, and so does who sent an emoji.
                            Assert.True(talk.Outcome.ChangesNothing);
                            talk.View = before;
                            continue;
                        }
                        Assert.NotNull(talk.View);
                        Assert.InRange(talk.View.Plain.Length, 1, 120);
                        Assert.InRange(talk.View.Buttons.Count, 0, 6);
                        if (talk.Draft is { } after && after.Id == draft?.Id)
                            Assert.InRange(after.Revision, revision!.Value, revision.Value + 1);
                        if (talk.Outcome.Case is { } sent)
                            Assert.IsType<InterviewState.Complete>(Interview.Replay(talk.Policy, sent.Answers, talk.Today));
                        if (talk.Draft is null || talk.Outcome.Case is not null)
                            talk.Says("new");
                    }
                },
                iter: 300
            );

    private static Request Press(View shown, string verb, int seed)
    {
        var values = new Dictionary<string, string>();
        foreach (var field in IntakeScenario.Fields(shown))
        {
            seed = unchecked((seed * 1_103_515_245) + 12_345);
            var pick = (seed >> 8) & 0xFF;
            values[field.Id] =
                field.Choices.Count == 0 ? Typed(pick)
                : pick % 9 == 0 ? ""
                : string.Join(
                    ',',
                    field
                        .Choices.Where(
                            (_, place) =>
                                place == pick % field.Choices.Count || (field.IsSeveral && place == pick / 3 % field.Choices.Count)
                        )
                        .Select(choice => choice.Id)
                );
        }
        return RequestReader.Pressed(verb, "", shown.Stamp, values, seed % 13 == 0);
    }

    private static string Typed(int pick) =>
        (pick % 6) switch
        {
            0 => "",
            1 => "Acme",
            2 => new string('x', 250),
            3 => "acme.com",
            4 => "2026-11-20",
            _ => "**Notes** \uD83D ${x}",
        };
}
