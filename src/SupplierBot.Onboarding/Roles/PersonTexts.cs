using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Roles;

/// <summary>A person in words that nobody else fits: the name with an address or the id, and what is odd about the name.</summary>
internal static class PersonTexts
{
    /// <summary>Somebody seen for less long is asked about once more.</summary>
    private const int DaysNew = 7;

    /// <summary>So long a change of name counts.</summary>
    private const int DaysRenamed = 30;

    /// <summary>"Nora Newhire (nora@acme.example, first seen today)".</summary>
    public static string Of(Person person, Context context)
    {
        var record = context.PersonRecords.GetValueOrDefault(person.Id);
        var id = record?.Address is { Length: > 0 } address ? address : person.Id.Value;
        if (record?.FirstSeen is not { } seen)
            return context.Wording.Fill("person.known", ("name", person.Name), ("id", id));
        var today = context.Calendar.Today(seen) == context.Calendar.Today(context.Now);
        return context.Wording.Fill(
            today ? "person.seen_today" : "person.seen_on",
            ("name", person.Name),
            ("id", id),
            ("day", Dates.Day(seen, context))
        );
    }

    /// <summary>The same where the id has to be said again.</summary>
    public static string WithId(Person person, Context context) =>
        context.PersonRecords.GetValueOrDefault(person.Id)?.Address is { Length: > 0 }
            ? context.Wording.Fill("roles.several_one", ("person", Of(person, context)), ("id", person.Id.Value))
            : Of(person, context);

    /// <summary>Why a name alone is not enough here; empty where it is.</summary>
    public static string Doubts(Person person, Context context)
    {
        var record = context.PersonRecords.GetValueOrDefault(person.Id);
        var doubts = new List<string>();
        if (record?.FirstSeen is { } seen && IsNew(seen, context))
            doubts.Add(context.Wording["roles.sure_new"]);
        if (record?.FormerNames is [.., var last] && context.Now - last.Until < TimeSpan.FromDays(DaysRenamed))
            doubts.Add(context.Wording.Fill("roles.sure_renamed", ("former", last.Name), ("day", Dates.Day(last.Until, context))));
        if (WasAnothers(person, context))
            doubts.Add(context.Wording["roles.sure_taken"]);
        return string.Join(' ', doubts);
    }

    /// <summary>The person who wrote under this name before is somebody else now.</summary>
    public static bool WasAnothers(Person person, Context context) =>
        context.PersonRecords.Any(record =>
            !context.Roles.Same(record.Key, person.Id) && record.Value.FormerNames.Any(former => PersonNames.Same(former.Name, person.Name))
        );

    /// <summary>While the bot itself is new, everybody is, and that says nothing about anybody.</summary>
    private static bool IsNew(DateTimeOffset seen, Context context)
    {
        var since = context.Now - TimeSpan.FromDays(DaysNew);
        return seen > since && context.PersonRecords.Values.Any(record => record.FirstSeen is not { } other || other <= since);
    }
}
