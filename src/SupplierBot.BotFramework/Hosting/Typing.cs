using SupplierBot.Chat;
using SupplierBot.Onboarding;

namespace SupplierBot.BotFramework;

/// <summary>
/// Shows that an answer is coming where it takes long: Teams wants a sign of life within two seconds (facts/teams-and-tables.md §1.2),
/// and one every three seconds at most (Activity protocol A6001). For what somebody typed alone: a pressed button shows its own.
/// </summary>
internal sealed class Typing(TeamsChannel channel, TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    public async Task<TurnAnswer> WhileAsync(Turn turn, Task<TurnAnswer> answering)
    {
        if (answering.IsCompleted || turn.AnswersInPlace || turn.Input is not Input.Said) return await answering;
        using var answered = new CancellationTokenSource();
        var showing = ShowAsync(turn.Conversation, answered.Token);
        try
        {
            return await answering;
        }
        finally
        {
            await answered.CancelAsync();
            await showing;
        }
    }

    private async Task ShowAsync(ConversationReference conversation, CancellationToken answered)
    {
        try
        {
            for (var pause = First; ; pause = Every)
            {
                await Task.Delay(pause, time, answered);
                await channel.TypingAsync(conversation, answered);
            }
        }
        catch (OperationCanceledException)
        {
            // The answer is there.
        }
    }
}
