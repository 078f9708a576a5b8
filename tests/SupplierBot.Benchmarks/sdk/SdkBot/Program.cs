using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using SupplierBot.Benchmarks.Sdk;

// The .NET peer of the benchmark: as the SDK's own samples put it together, without sign-in, state in memory.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder
    .Services.AddHttpClient()
    .AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>()
    // Two constructors of the adapter fit: one has to be chosen.
    .AddSingleton<IBotFrameworkHttpAdapter>(services => new CloudAdapter(services.GetRequiredService<BotFrameworkAuthentication>()))
    .AddSingleton<IStorage, MemoryStorage>()
    .AddSingleton<ConversationState>()
    .AddTransient<IBot, FiveStepsBot>();
var app = builder.Build();
app.MapPost(
    "/api/messages",
    (HttpContext http, IBotFrameworkHttpAdapter adapter, IBot bot) =>
        adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted)
);
app.MapGet("/health/ready", () => "Healthy");
app.Run();
