using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.SignIn;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Attacks;

/// <summary>
/// A company with sign-in on, in the middle of its work: one request waits for a decision, one is decided, one is being filled in. Every
/// attack bears a token the channel really signed: it is the content that is forged.
/// </summary>
public sealed class AttackedCompany : IAsyncLifetime
{
    private const string Fence = "the-last-line-";
    private const string Elsewhere = "22222222-2222-2222-2222-222222222222";

    private RegisteredCompany company = null!;
    private LoopbackConnector connector = null!;
    private int fences;

    internal BotProcess Bot => company.Bot;
    internal string ServiceUrl => connector.ServiceUrl.ToString();
    internal Employee Rita { get; private set; } = null!;
    internal Employee Sam { get; private set; } = null!;

    /// <summary>Works here and has no part in anything.</summary>
    internal Employee Passerby { get; private set; } = null!;

    /// <summary>Is called as the approver is.</summary>
    internal Employee Namesake { get; private set; } = null!;
    internal string Waiting { get; private set; } = null!;
    internal string Decided { get; private set; } = null!;

    /// <summary>Rita's page, as she has it on screen.</summary>
    internal Card Page { get; private set; } = null!;
    internal JsonObject DraftStamp => Page.Button("answer").Action["data"]!["_"]!.AsObject();

    /// <summary>What was really sent, and may be sent again by the person who kept it.</summary>
    internal JsonObject Approval { get; private set; } = null!;
    internal JsonObject Submit { get; private set; } = null!;
    internal JsonObject Typed { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await LoopbackConnector.StartAsync();
        company = await RegisteredCompany.StartAsync(ServiceUrl);
        (Rita, Sam, Passerby, Namesake) = (
            new(Bot.Http, connector, Personas.Rita),
            new(Bot.Http, connector, Personas.Sam),
            new(Bot.Http, connector, "passerby"),
            new(Bot.Http, connector, Personas.Sam.Name)
        );
        foreach (var employee in new[] { Rita, Sam, new(Bot.Http, connector, Personas.Priya), Passerby, Namesake })
            await employee.InstallsAsync();
        Waiting = await RequestsAsync(Supplier.NotesApp("Pending Vendor"));
        Decided = await RequestsAsync(Supplier.Caterer("Decided Vendor"));
        Approval = Decides("approve", Decided);
        Assert.True((await Sam.GiveAsync(Approval)).Card!.Contains("Done."));
        await DeliveredAsync(); // or the news of the approval is newer than her page
        Typed = Rita.Message("new Next Vendor");
        await Rita.GiveAsync(Typed);
        var first = Rita.Newest;
        Page = (await Rita.PressesAsync(first.Card!, "answer", Supplier.ShiftPlanner("Next Vendor").On(first.Card!), first.Id)).Card!;
        await DeliveredAsync();
        await LinesAsync(0);
    }

    public async ValueTask DisposeAsync()
    {
        await company.DisposeAsync();
        await connector.DisposeAsync();
    }

    /// <summary>A decision as Sam's client sends it, good in every part.</summary>
    internal JsonObject Decides(string verb, string request, Employee? who = null, Action<JsonObject>? data = null)
    {
        var sent = new JsonObject
        {
            ["verb"] = verb,
            ["target"] = "sent",
            ["terms"] = "agreed",
            ["terms_ref"] = "MSA v3",
            ["comment"] = "A reason nobody but we may read.",
            ["question"] = "A question nobody but we may read?",
            ["condition_text"] = "A condition nobody but we may read.",
            ["_"] = new JsonObject
            {
                ["case"] = request,
                ["slot"] = "review-security",
                ["version"] = 1,
            },
        };
        data?.Invoke(sent);
        return (who ?? Sam).Execute(verb, sent);
    }

    internal async Task<int> PostAsync(byte[] body, string? type = "application/json", Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Bot.Messages) { Content = new ByteArrayContent(body) };
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        change?.Invoke(request);
        using var response = await Bot.Http.SendAsync(request);
        return (int)response.StatusCode;
    }

    /// <summary>For another service address, with a token of the channel for that very address.</summary>
    internal Task<int> PostForAsync(string address) =>
        PostAsync(
            Encoding.UTF8.GetBytes(Changed(Sam.Message("help"), sent => sent["serviceUrl"] = address).ToJsonString()),
            change: request =>
                request.Headers.Authorization = new AuthenticationHeaderValue(
                    "Bearer",
                    company.Directory.ChannelToken(FakeDirectory.App, address)
                )
        );

    /// <summary>
    /// Over a socket of its own: the headers a body needs, then whatever the attack sends; the connection stays open until the answer.
    /// </summary>
    /// <returns>The status of the answer's first line.</returns>
    internal async Task<int> SendAsync(string framing, byte[] body)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Bot.Address.Host, Bot.Address.Port);
        var head =
            $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: {Bot.Http.DefaultRequestHeaders.Authorization}\r\n{framing}\r\n\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        await socket.GetStream().WriteAsync(body);
        using var reader = new StreamReader(socket.GetStream());
        return int.Parse((await reader.ReadLineAsync())!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    internal static JsonObject Changed(JsonObject activity, Action<JsonObject> change)
    {
        change(activity);
        return activity;
    }

    /// <summary>
    /// What was logged from the given line on, without the sums of a minute. The log is written in order: a turn that is known to be
    /// logged, of someone in another tenant, comes last.
    /// </summary>
    internal async Task<IReadOnlyList<string>> LinesAsync(int from)
    {
        var last = $"{Fence}{++fences}";
        var elsewhere = Changed(
            Sam.Message("help"),
            sent =>
            {
                sent["id"] = last;
                (sent["conversation"]!["tenantId"], sent["channelData"]) = (
                    Elsewhere,
                    new JsonObject { ["tenant"] = new JsonObject { ["id"] = Elsewhere } }
                );
            }
        );
        Assert.Equal(200, await PostAsync(Encoding.UTF8.GetBytes(elsewhere.ToJsonString())));
        await WaitUntil.TrueAsync(() => Bot.Log.Any(line => line.Contains(last, StringComparison.Ordinal)), () => "the last line");
        return
        [
            .. Bot
                .Log.Skip(from)
                .Where(line =>
                    !line.Contains(Fence, StringComparison.Ordinal)
                    && !line.Contains("Requests turned away in a minute", StringComparison.Ordinal)
                ),
        ];
    }

    private Task DeliveredAsync() =>
        WaitUntil.TrueAsync(() => !Bot.Rows().Any(row => row.Contains(" o-", StringComparison.Ordinal)), () => "everything delivered");

    private async Task<string> RequestsAsync(Supplier supplier)
    {
        await Rita.SaysAsync($"new {supplier.Name}");
        var (card, message) = (Rita.Newest.Card!, Rita.Newest.Id);
        Submit = Rita.Press(await Rita.AnswersAllAsync(card, supplier.On, message), "submit", replyTo: message);
        return (string)
            (await Rita.InsistsAsync(() => Submit))
                .Card!.Buttons.Select(button => button.Action["data"]?["_"]?["case"])
                .First(id => id is not null)!;
    }
}
