using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Hosting;

/// <summary>The same driver, and the same answers, as the official app's: ours is Slack enough.</summary>
public sealed class OurAppContractTests(Workspace workspace, OurAppContractTests.Running bot)
    : SlackAppContractTests(workspace),
        IClassFixture<Workspace>,
        IClassFixture<OurAppContractTests.Running>
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
