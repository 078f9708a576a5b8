using SupplierBot.Storage.Tests;
using SupplierBot.Storage.Tests.Kit;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// The runner's own entry point, and before it the processes that the durability tests start.
if (args is ["commit", var path])
    return await CommittingProcess.RunAsync(path);
if (args is ["fill", var small])
    return await FillingProcess.RunAsync(small);
return args.Contains("--server") || args.Contains("--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
