namespace SupplierBot.Slack.Tests;

/// <summary>The same driver, and the same answers, as the official app's: ours is Slack enough.</summary>
public sealed class OurBot(Workspace workspace, OurBot.Running bot) : DrivenBot(workspace), IClassFixture<Workspace>, IClassFixture<OurBot.Running>
{
    private readonly Workspace workspace = workspace;

    internal override SlackDriver Driver => bot.In(workspace).Driver;

    /// <summary>Started once, in the workspace of the class.</summary>
    public sealed class Running : IAsyncDisposable
    {
        private Product? product;

        internal Product In(Workspace workspace) => product ??= new(workspace.Slack);

        public ValueTask DisposeAsync() => product?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
