using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Upkeep;

/// <param name="Rows">Rows in which the name was, or would be, taken out.</param>
/// <param name="Deleted">Rows about the person alone: their address, accounts and drafts.</param>
/// <param name="Left">What still says something of them, and has to be looked at by hand: the row, and what it is.</param>
public sealed record ErasedPerson(long Rows, long Deleted, IReadOnlyList<string> Left);

/// <summary>
/// Takes the name of a person out of everything that is kept; their id stays, because the audit events prove it. Every chain and every seal
/// is what it was: a seal leaves names out (src/SupplierBot.Storage/README.md "Erasing a person").
/// </summary>
public sealed class PersonErasure(ITable table, ChatSettings settings)
{
    /// <summary>Stands where the name stood. Words and no gap: a line of the history goes on to be one.</summary>
    public const string Placeholder = "(erased)";
    private const string History = "story";

    private static readonly JsonSerializerOptions AsKept = new() { Encoder = JavaScriptEncoder.Default };

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <param name="write">False to count alone.</param>
    public async Task<ErasedPerson> EraseAsync(PersonId person, bool write, CancellationToken cancellation)
    {
        var (rows, left) = (0L, new List<string>());
        // Before their own row goes, which knows what they were called.
        var names = await NamesAsync(person, cancellation);
        await foreach (var row in table.RangeAsync(partition, TableRanges.First, TableRanges.Last, cancellation))
        {
            if (Rows.Text(row) is not { } text || !Holds(text, person))
                continue;
            var json = JsonNode.Parse(text)!;
            var called = new HashSet<string>(names, StringComparer.Ordinal);
            var changed = TakeOutOfImport(json, person, called) | TakeOut(json, person, called);
            if (changed && row.Key.StartsWith(Keys.CasePrefix, StringComparison.Ordinal))
                TakeOutOfHistory(json, called);
            if (changed && ++rows > 0 && write)
                await WriteAsync(row, json, cancellation);
            left.AddRange(Left(row.Key, json, person, called));
        }
        return new(rows, await DeleteAsync(person, write, cancellation), left);
    }

    /// <summary>Signs beyond ASCII are kept as numbers.</summary>
    private static bool Holds(string text, PersonId person) =>
        text.Contains(person.Value, StringComparison.Ordinal)
        || text.Contains(JsonEncodedText.Encode(person.Value, JavaScriptEncoder.Default).Value, StringComparison.Ordinal);

    /// <summary>
    /// An owner who is a name that nobody bears, in a line that was imported and in the entry that follows from it: the name is the id,
    /// too, and the line has a salted hash of it in its place. One that was imported before lines had it is named as what is left.
    /// </summary>
    private static bool TakeOutOfImport(JsonNode json, PersonId person, HashSet<string> names)
    {
        if (
            (json["imported"] ?? json) is not JsonObject line
            || line["ownerProof"] is null
            || line["owner"] is not JsonObject owner
            || !Is(owner, person)
        )
            return false;
        names.Add(owner["name"]!.GetValue<string>());
        Erase(owner);
        line.Remove("ownerSalt");
        // What somebody assessed follows from a case.
        if (json["owner"] is JsonObject own && Is(own, person) && json["caseId"]?.GetValue<string>() is "")
            Erase(own);
        return true;
    }

    private static void Erase(JsonObject owner)
    {
        var erased = Owners.Typed(Placeholder);
        (owner["id"], owner["name"]) = (erased.Id.Value, erased.Name);
    }

    /// <summary>Longer ones first: one may be part of another.</summary>
    private static void TakeOutOfHistory(JsonNode head, HashSet<string> names)
    {
        foreach (var line in head[History] as JsonArray ?? [])
        {
            if (line?["words"]?.GetValue<string>() is { } words)
                line["words"] = names
                    .OrderByDescending(name => name.Length)
                    .Aggregate(words, (said, name) => said.Replace(name, Placeholder, StringComparison.Ordinal));
        }
    }

    /// <summary>Wherever a person with this id is named.</summary>
    private static bool TakeOut(JsonNode? node, PersonId person, HashSet<string> names)
    {
        var changed = false;
        if (node is JsonObject named)
        {
            if (
                Is(named, person)
                && named["name"] is JsonValue value
                && value.GetValue<string>() is { Length: > 0 } name
                && name != Placeholder
            )
            {
                names.Add(name);
                named["name"] = Placeholder;
                if (named.ContainsKey("firstName"))
                    named["firstName"] = Placeholder;
                changed = true;
            }
            foreach (var member in named.Select(pair => pair.Value).ToList())
                changed |= TakeOut(member, person, names);
        }
        else if (node is JsonArray several)
        {
            foreach (var one in several.ToList())
                changed |= TakeOut(one, person, names);
        }
        return changed;
    }

    private static bool Is(JsonObject one, PersonId person) =>
        one["id"] is JsonValue id && id.TryGetValue<string>(out var text) && text == person.Value;

    /// <summary>Texts of theirs, and texts that name them: what they mean only a person can say.</summary>
    private static IEnumerable<string> Left(string key, JsonNode json, PersonId person, HashSet<string> names)
    {
        if (
            json["actor"] is JsonValue actor
            && actor.GetValue<string>() == person.Value
            && json["comment"]?.GetValue<string>() is { Length: > 0 }
        )
            yield return $"{key}: a text that they wrote";
        else if (names.Any(name => Says(json, name)))
            yield return $"{key}: a text that names them";
    }

    private static bool Says(JsonNode? node, string name) =>
        node switch
        {
            JsonObject named => named.Any(pair => Says(pair.Value, name)),
            JsonArray several => several.Any(one => Says(one, name)),
            JsonValue value => value.TryGetValue<string>(out var text) && text.Contains(name, StringComparison.Ordinal),
            _ => false,
        };

    private async Task<HashSet<string>> NamesAsync(PersonId person, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var row = await table.GetAsync(Keys.Conversations(settings.OrganisationId), Keys.Person(person), cancellation);
        if (row is null || Rows.Text(row) is not { } text)
            return names;
        var stored = JsonNode.Parse(text)!;
        if (stored["person"]?["name"]?.GetValue<string>() is { Length: > 0 } name)
            names.Add(name);
        foreach (var former in stored["formerNames"] as JsonArray ?? [])
        {
            if (former?["name"]?.GetValue<string>() is { Length: > 0 } earlier)
                names.Add(earlier);
        }
        return names;
    }

    /// <exception cref="IOException">Somebody else wrote the row: a bot runs on this storage.</exception>
    private async Task WriteAsync(Row row, JsonNode json, CancellationToken cancellation)
    {
        RowChange[] batch = [new RowChange.Replace(Rows.WithText(row, json.ToJsonString(AsKept)), row.ETag!)];
        if (await table.CommitAsync(partition, batch, cancellation) is not CommitResult.Committed)
            throw new IOException($"Row {row.Key} was changed meanwhile. Stop the bot, and run this again: what is done stays done.");
    }

    private async Task<long> DeleteAsync(PersonId person, bool write, CancellationToken cancellation)
    {
        var conversations = Keys.Conversations(settings.OrganisationId);
        var drafts = Keys.Drafts(settings.OrganisationId, person);
        var found = new List<(string Partition, Row Row)>();
        foreach (var key in new[] { Keys.Person(person), Keys.Account(person) })
        {
            if (await table.GetAsync(conversations, key, cancellation) is { } row)
                found.Add((conversations, row));
        }
        await foreach (var row in table.RangeAsync(drafts, TableRanges.First, TableRanges.Last, cancellation))
            found.Add((drafts, row));
        foreach (var (where, row) in write ? found : [])
            await table.CommitAsync(where, [new RowChange.Delete(row.Key, row.ETag)], cancellation);
        return found.Count;
    }
}
