using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>One delivery at a time, and what is typed in the order it came.</summary>
public sealed class OrderedTurnsTests
{
    private static readonly TurnAnswer Done = new TurnAnswer.Nothing();

    private readonly Mock<ITurnHandler> inner = new(MockBehavior.Strict);
    private readonly OrderedTurns turns;

    public OrderedTurnsTests() => turns = new(inner.Object, NullLogger<OrderedTurns>.Instance);

    [Fact]
    public async Task A_delivery_that_comes_again_meanwhile_shares_the_outcome()
    {
        var begun = Handles("1");
        var (first, second) = (HandleAsync(Typed("1")), HandleAsync(Typed("1")));
        begun.SetResult(Done);
        Assert.Same(await first, await second);
        IsHandled("1", Times.Once());
    }

    [Fact]
    public async Task What_was_typed_and_answered_is_known_for_a_while()
    {
        Handles("1").SetResult(Done);
        await HandleAsync(Typed("1"));
        await HandleAsync(Typed("1"));
        IsHandled("1", Times.Once());
    }

    [Fact]
    public async Task What_was_not_shown_is_handled_again()
    {
        Handles("1").SetResult(new TurnAnswer.NotShown());
        await HandleAsync(Typed("1"));
        await HandleAsync(Typed("1"));
        IsHandled("1", Times.Exactly(2));
    }

    [Fact]
    public async Task A_fault_is_everybodys_who_shares_it_and_is_not_remembered()
    {
        var begun = Handles("1");
        var (first, second) = (HandleAsync(Typed("1")), HandleAsync(Typed("1")));
        begun.SetException(new IOException("disk"));
        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<IOException>(() => second);
        await Assert.ThrowsAsync<IOException>(() => HandleAsync(Typed("1")));
        IsHandled("1", Times.Exactly(2));
    }

    [Fact]
    public async Task What_is_typed_in_one_conversation_waits_for_what_was_typed_before()
    {
        var (one, two) = (Handles("1"), Handles("2"));
        var (first, second) = (HandleAsync(Typed("1")), HandleAsync(Typed("2")));
        two.SetResult(Done);
        IsHandled("2", Times.Never());
        one.SetResult(Done);
        await Task.WhenAll(first, second);
        IsHandled("2", Times.Once());
    }

    [Fact]
    public async Task Another_conversation_waits_for_nobody()
    {
        Handles("1");
        Handles("2").SetResult(Done);
        _ = HandleAsync(Typed("1"));
        Assert.Same(Done, await HandleAsync(Typed("2", conversation: "b")));
    }

    [Fact]
    public async Task A_press_waits_for_nobody()
    {
        Handles("1");
        Handles("2").SetResult(Done);
        _ = HandleAsync(Typed("1"));
        var press = RequestReader.Pressed(Verbs.Open, "", CardStamp.None, new Dictionary<string, string>(), false);
        Assert.Same(Done, await HandleAsync(Typed("2") with { Request = press, AnswersInPlace = true }));
    }

    [Fact]
    public async Task One_that_gives_up_waiting_is_not_shown_and_the_next_still_waits_for_the_first()
    {
        var (one, three) = (Handles("1"), Handles("3"));
        three.SetResult(Done);
        var first = HandleAsync(Typed("1"));
        using var impatient = new CancellationTokenSource();
        var second = turns.HandleAsync(Typed("2"), impatient.Token);
        var third = HandleAsync(Typed("3"));
        await impatient.CancelAsync();
        Assert.IsType<TurnAnswer.NotShown>(await second);
        IsHandled("3", Times.Never());
        one.SetResult(Done);
        await Task.WhenAll(first, third);
        IsHandled("3", Times.Once());
    }

    [Fact]
    public async Task The_same_id_from_somebody_else_is_another_delivery()
    {
        Handles("1").SetResult(Done);
        await HandleAsync(Typed("1"));
        await HandleAsync(Typed("1", person: "sam"));
        IsHandled("1", Times.Exactly(2));
    }

    private Task<TurnAnswer> HandleAsync(Turn turn) => turns.HandleAsync(turn, CancellationToken.None);

    private TaskCompletionSource<TurnAnswer> Handles(string id)
    {
        var answer = new TaskCompletionSource<TurnAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        inner
            .Setup(handler => handler.HandleAsync(It.Is<Turn>(turn => turn.Id == id), It.IsAny<CancellationToken>()))
            .Returns(() => answer.Task);
        return answer;
    }

    private void IsHandled(string id, Times times) =>
        inner.Verify(handler => handler.HandleAsync(It.Is<Turn>(turn => turn.Id == id), It.IsAny<CancellationToken>()), times);

    private static Turn Typed(string id, string conversation = "a", string person = "rita") =>
        new(
            id,
            new("teams", "https://localhost", conversation, ConversationScope.Personal, "bot", null, null, null),
            new(new Person(new($"teams:{person}"), person), true),
            RequestReader.Typed("help"),
            null,
            AnswersInPlace: false
        );
}
