namespace SupplierBot.Onboarding;

/// <summary>"Did you mean": the valid id that differs least from what was typed.</summary>
internal static class DidYouMean
{
    /// <summary>"; did you mean `customers_see`?", or nothing where no valid id is near.</summary>
    public static string Hint(string typed, IEnumerable<string> valid) => Nearest(typed, valid) is { } near ? $"; did you mean `{near}`?" : "";

    /// <summary>The nearest valid id, or null. Near is: at most a third of the letters differ, but two always may.</summary>
    public static string? Nearest(string typed, IEnumerable<string> valid)
    {
        var most = Math.Max(2, typed.Length / 3);
        return valid
            .Select(id => (Id: id, Distance: Distance(typed.ToUpperInvariant(), id.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= most && candidate.Distance < candidate.Id.Length)
            .OrderBy(candidate => candidate.Distance)
            .ThenByDescending(candidate => typed.Zip(candidate.Id).TakeWhile(pair => pair.First == pair.Second).Count())
            .Select(candidate => candidate.Id)
            .FirstOrDefault();
    }

    /// <summary>Levenshtein distance: how many letters must be added, dropped or exchanged.</summary>
    private static int Distance(string left, string right)
    {
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var exchange = above[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(exchange, Math.Min(above[column], current[column - 1]) + 1);
            }

            above = current;
        }

        return above[^1];
    }
}
