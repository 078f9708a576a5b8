namespace SupplierBot.Benchmarks.Load;

/// <summary>A message that needs no state: ours answers with a card.</summary>
internal sealed class Help(Line line) : ILoad
{
    public async Task<TurnKind> NextTurnAsync()
    {
        await line.SayAsync("help");
        return TurnKind.Typed;
    }
}

/// <summary>The peer's smallest turn: the same words back.</summary>
internal sealed class Echo(Line line) : ILoad
{
    public async Task<TurnKind> NextTurnAsync()
    {
        await line.SayAsync("echo");
        return TurnKind.Typed;
    }
}

/// <summary>
/// The peer's dialog: a text, then five cards answered with <c>Action.Submit</c>; state in memory, lost with the process.
/// </summary>
internal sealed class FiveSteps(Line line) : ILoad
{
    private const int Steps = 5;
    private int step;

    public async Task<TurnKind> NextTurnAsync()
    {
        if (step == 0)
            await line.SayAsync("start");
        else
            await line.SubmitAsync($"{{\"answer\":\"{step}\"}}");
        var kind = step == 0 ? TurnKind.Typed : TurnKind.Button;
        step = (step + 1) % (Steps + 1);
        return kind;
    }
}
