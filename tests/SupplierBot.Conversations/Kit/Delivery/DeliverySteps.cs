using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Delivery;

/// <summary>What the tests of bad delivery do over and over.</summary>
internal static partial class DeliverySteps
{
    private const string MayAppearTwice = "may appear twice";
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    /// <summary>Where reviews are posted in local mode when nothing else is configured.</summary>
    public static readonly IReadOnlyList<string> ReviewChannels = [Personas.Sam.ChannelId, Personas.Priya.ChannelId];

    public static async Task OpensReviewChannelsAsync(this WireCompany company)
    {
        foreach (var channel in ReviewChannels)
            Assert.True((await company.Employee("admin").InstallsInAsync(channel)).Good);
    }

    /// <summary>The platform sends again, with the same id, what was answered with an error or not at all.</summary>
    public static async Task<Answer> GivesUntilTakenAsync(this Employee employee, JsonObject activity)
    {
        Answer? answer = null;
        await WaitUntil.TrueAsync(
            async () => (answer = await employee.TriesAsync(activity)) is { Good: true, NotSaved: false },
            () => $"{employee.Conversation}: an acknowledgement; {answer?.Body}"
        );
        return answer!;
    }

    /// <summary>Null where the connection broke before an answer.</summary>
    public static async Task<Answer?> TriesAsync(this Employee employee, JsonObject activity)
    {
        try
        {
            return await employee.GiveAsync(activity);
        }
        // A connection that breaks between being made and being used is a bare SocketException of the client.
        catch (Exception broken) when (broken is HttpRequestException or IOException or System.Net.Sockets.SocketException)
        {
            return null;
        }
    }

    /// <summary>Everybody until their receipt, or for so many steps.</summary>
    public static Task GoOnAsync(this IEnumerable<EmployeeRequest> requests, Func<EmployeeRequest, int>? steps = null) =>
        Parallel.ForEachAsync(
            requests,
            AtOnce,
            async (request, _) =>
            {
                for (var left = steps?.Invoke(request) ?? int.MaxValue; left > 0 && request.CaseId is null; left--)
                    await request.GoesOnAsync();
            }
        );

    /// <summary>The card of each request became its receipt, and each review channel has its review card.</summary>
    public static async Task AreShownAsync(this IReadOnlyList<EmployeeRequest> requests, WireCompany company)
    {
        foreach (var request in requests)
        {
            await WaitUntil.TrueAsync(
                () => request.Employee.Messages.Any(message => message.Id == request.Message && message.Contains(request.CaseId!)),
                () =>
                    $"the receipt {request.CaseId} in {request.Employee.Conversation}; there is: {string.Join('\n', request.Employee.Messages)}"
            );
        }
        foreach (var channel in ReviewChannels)
        {
            await WaitUntil.NoneIsLeftAsync(
                () => [.. requests.Select(request => request.Supplier.Name).Except(company.ReviewCards(channel).Keys)],
                $"a review card in {channel} of"
            );
        }
    }

    /// <summary>The bot has heard that it is to stop.</summary>
    public static Task RefusesConnectionsAsync(this WireCompany company) =>
        WaitUntil.TrueAsync(
            async () =>
            {
                try
                {
                    using var answer = await company.Bot.Http.GetAsync("/health/live");
                    return false;
                }
                catch (HttpRequestException)
                {
                    return true;
                }
            },
            () => "a closed door"
        );

    /// <summary>How many there are in the channel of each supplier.</summary>
    public static IReadOnlyDictionary<string, int> ReviewCards(this WireCompany company, string channel) =>
        company.Connector.Threads(channel).CountBy(thread => Vendors().Match(string.Join('\n', thread.Card!.Texts)).Value).ToDictionary();

    /// <summary>The suppliers of which a copy in the channel shows an outcome.</summary>
    public static IEnumerable<string> Decided(this WireCompany company, string channel) =>
        company
            .Connector.Threads(channel)
            .Where(thread => !thread.Card!.Has("review"))
            .Select(thread => Vendors().Match(string.Join('\n', thread.Card!.Texts)).Value);

    /// <summary>How often the bot said so: every message that is there twice must have been counted before.</summary>
    public static int MayBeTwice(this BotProcess bot) => bot.Log.Count(line => line.Contains(MayAppearTwice, StringComparison.Ordinal));

    [GeneratedRegex(@"Vendor \d+ Ltd")]
    private static partial Regex Vendors();
}
