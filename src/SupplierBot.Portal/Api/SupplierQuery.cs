using Microsoft.AspNetCore.Http;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Portal.Api;

/// <summary>Which lines of the register somebody wants, from the query; all that is wrong with it is said at once.</summary>
internal sealed record SupplierQuery(RegisterFilter Filter, string After, int Limit)
{
    public const int MostLines = 100;
    private const int UsualLines = 50;
    private static readonly string[] Known = ["tier", "part", "due", "owner", "type", "after", "limit"];

    public static (SupplierQuery Query, IReadOnlyDictionary<string, string[]> Faults) Read(IQueryCollection query)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var unknown in query.Keys.Except(Known, StringComparer.OrdinalIgnoreCase))
            faults[unknown] = [$"Unknown. There are: {string.Join(", ", Known)}."];
        var filter = RegisterFilter.None with
        {
            Tiers = [.. Words(query, "tier").Select(word => Read<Tier>("tier", word, faults)).OfType<Tier>()],
            Part = Words(query, "part") is [.., var part] ? Read<RegisterPart>("part", part, faults) : null,
            Due = Words(query, "due") is [.., var due] ? Read<RegisterDue>("due", due, faults) : null,
            Owner = query["owner"].ToString().Trim(),
            Type = query["type"].ToString().Trim(),
        };
        var limit = UsualLines;
        if (
            query.ContainsKey("limit")
            && (!int.TryParse(query["limit"], System.Globalization.CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostLines)
        )
            faults["limit"] = [$"1 to {MostLines}."];
        var after = query["after"].ToString().Trim();
        if (after.Length > 0 && !IsNumber(after))
            faults["after"] = ["The number of the last line that you have: SUP-0050."];
        return (new(filter, after, limit), faults);
    }

    public static bool IsNumber(string text) =>
        text.Length is > 4 and <= 20
        && text.StartsWith("SUP-", StringComparison.Ordinal)
        && text.AsSpan(4).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string[] Words(IQueryCollection query, string name) =>
        [
            .. query[name]
                .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        ];

    private static T? Read<T>(string name, string word, Dictionary<string, string[]> faults)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) && char.IsLetter(word[0]))
            return value;
        faults[name] = [$"“{word}” is unknown. There are: {string.Join(", ", Enum.GetNames<T>())}."];
        return null;
    }
}
