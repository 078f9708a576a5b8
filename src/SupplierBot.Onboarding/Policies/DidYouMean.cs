namespace SupplierBot.Onboarding.Policies;

/// <summary>"Did you mean": the valid id that differs least from what was typed.</summary>
public static class DidYouMean
{
    /// <summary>"; did you mean `customers_see`?", or nothing where no valid id is near.</summary>
    public static string Hint(string typed, IEnumerable<string> valid) =>
        Nearest(typed, valid) is { } near ? $"; did you mean `{near}`?" : "";

    /// <summary>The nearest valid id, or null. Near is: at most a third of the letters differ, but two always may.</summary>
    public static string? Nearest(string typed, IEnumerable<string> valid)
    {
        var most = Math.Max(2, typed.Length / 3);
        return valid
            .Select(id => (Id: id, Distance: Distance(typed, id)))
            .Where(candidate => candidate.Distance <= most && candidate.Distance < candidate.Id.Length)
            .OrderBy(candidate => candidate.Distance)
            .ThenByDescending(candidate => typed.Zip(candidate.Id).TakeWhile(pair => pair.First == pair.Second).Count())
            .Select(candidate => candidate.Id)
            .FirstOrDefault();
    }

    /// <summary>Levenshtein distance: how many letters must be added, dropped or exchanged; capitals count as small letters.</summary>
    public static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        foreach (var letter in left)
        {
            var diagonal = row[0]++;
            for (var column = 0; column < right.Length; column++)
            {
                var exchanged = diagonal + (char.ToUpperInvariant(letter) == char.ToUpperInvariant(right[column]) ? 0 : 1);
                (diagonal, row[column + 1]) = (row[column + 1], Math.Min(exchanged, Math.Min(row[column], row[column + 1]) + 1));
            }
        }
        return row[^1];
    }
}
