using System.Globalization;
using System.Text;

namespace SupplierBot.Onboarding;

/// <summary>One input as it came from a form: kept, empty, or unclear with a hint for the person. Pure and total.</summary>
internal abstract record FieldReading
{
    private FieldReading() { }

    /// <param name="Hint">Said beside a value that was kept all the same; empty where there is nothing to say.</param>
    public sealed record Kept(IReadOnlyList<string> Values, string Hint = "") : FieldReading;
    public sealed record Empty : FieldReading;
    public sealed record Unclear(string Hint) : FieldReading;

    public static FieldReading Of(Question question, string raw, Context context) => question.Kind switch
    {
        QuestionKind.One => One(question, raw, context.Wording),
        QuestionKind.Several => Several(question, raw, context.Wording),
        QuestionKind.Date => Date(raw, context),
        QuestionKind.Url => Website(question, Clean(raw), context.Wording),
        QuestionKind.Text or QuestionKind.LongText or QuestionKind.Person => Text(question, Clean(raw), context.Wording),
    };

    /// <summary>Invisible characters that hide or turn text round are dropped; what is visible stays as typed.</summary>
    public static string Clean(string raw)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var letter in raw.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (letter.Value is '\n' or '\t' or 0x200D or 0xFE0F || Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format)) text.Append(letter);
        }
        return text.ToString().Trim();
    }

    private static FieldReading Text(Question question, string text, Wording wording) =>
        text.Length == 0 ? new Empty()
        : text.Length > question.MaxLength ? new Unclear(wording.Fill("field.too_long", ("n", Number(text.Length)), ("max", Number(question.MaxLength))))
        : new Kept([text]);

    private static FieldReading One(Question question, string raw, Wording wording) =>
        raw.Length == 0 ? new Empty()
        : question.Choice(raw) is null ? new Unclear(wording["field.unknown_choice"])
        : new Kept([raw]);

    private static FieldReading Several(Question question, string raw, Wording wording)
    {
        var picked = raw.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        if (picked.Count == 0) return new Empty();
        if (picked.Any(id => question.Choice(id) is null)) return new Unclear(wording["field.unknown_choice"]);
        var alone = picked.Find(id => id is "none" or "none_public");
        if (alone is null || picked.Count == 1) return new Kept(picked);
        picked.Remove(alone);
        return new Kept(picked, wording.Fill("field.exclusive", ("none", question.Choice(alone)!.Label)));
    }

    private static FieldReading Date(string raw, Context context)
    {
        if (raw.Trim().Length == 0) return new Empty();
        return Dates.Parse(raw.Trim()) is not { } day ? new Unclear(context.Wording["field.date"])
            : new Kept([day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], day < context.Calendar.Today(context.Now) ? context.Wording["field.past_date"] : "");
    }

    /// <summary>A bare host name is enough; anything else must be http or https with a dotted host and no password in it.</summary>
    private static FieldReading Website(Question question, string text, Wording wording)
    {
        if (text.Length == 0) return new Empty();
        if (text.Length > question.MaxLength) return Text(question, text, wording);
        var full = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        var fits = Uri.TryCreate(full, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url.UserInfo.Length == 0
            && url.HostNameType == UriHostNameType.Dns
            && url.Host.Contains('.', StringComparison.Ordinal)
            && !text.Any(char.IsWhiteSpace);
        return fits ? new Kept([text]) : new Unclear(wording["field.website"]);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.GetCultureInfo("en-GB"));
}
