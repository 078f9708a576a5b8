using System.Text;
using System.Text.Json;

namespace SupplierBot.Documents.Packs;

/// <summary>Whether the sample of a pack is what its seed gives, chosen again from register.csv.</summary>
internal static class PackSample
{
    /// <summary>True as well where the register can't be read, which is said elsewhere.</summary>
    public static bool IsChosen(Func<Stream?> register, JsonElement sample)
    {
        var (tier, column) = (sample.GetProperty("tierInCsv").GetString(), sample.GetProperty("tierColumn").GetInt32());
        var again = new Sample(sample.GetProperty("count").GetInt32(), null, sample.GetProperty("seed").GetString() ?? "");
        try
        {
            using var stream = register();
            if (stream is null)
                return true;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            foreach (var fields in Lines(reader).Skip(1))
            {
                if (tier is null || fields[column] == tier)
                    again.Add(fields[0], default);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentOutOfRangeException)
        {
            return true;
        }
        return again.Chosen.SequenceEqual(sample.GetProperty("chosen").EnumerateArray().Select(id => id.GetString()));
    }

    /// <summary>The fields of each line, as RFC 4180 has them.</summary>
    private static IEnumerable<IReadOnlyList<string>> Lines(StreamReader reader)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var letter = reader.Read(); letter >= 0; letter = reader.Read())
        {
            if (letter == '"' && quoted && reader.Peek() == '"')
                field.Append((char)reader.Read());
            else if (letter == '"')
                quoted = !quoted;
            else if (quoted || letter is not (',' or '\r' or '\n'))
                field.Append((char)letter);
            else if (letter != '\r')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (letter != '\n')
                    continue;
                yield return [.. fields];
                fields.Clear();
            }
        }
    }
}
