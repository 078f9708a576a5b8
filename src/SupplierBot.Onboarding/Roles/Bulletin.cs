namespace SupplierBot.Onboarding;

public enum BulletinKind { RoleGiven, RoleTaken, PlaceChosen, PlaceGivenUp, PlaceLost, PlaceBack }

/// <summary>What people are told about roles and places, outside of any case. Rendered when it is sent.</summary>
/// <param name="Id"><c>NOTE-000012-1</c>: follows from the change, so that it is told once.</param>
/// <param name="Subject">Who got or lost the role; null for a place.</param>
/// <param name="By">Who changed it; null where the platform did.</param>
/// <param name="To">Who is told, each in their own conversation.</param>
/// <param name="Place">The conversation that is told; null for none.</param>
public sealed record Bulletin(string Id, BulletinKind Kind, string Role, Person? Subject, Person? By, DateTimeOffset At, IReadOnlyList<Person> To, string? Place)
{
    public const string Prefix = "NOTE-";

    public View Show(Context context)
    {
        (string, string)[] holes =
        [
            ("role", CaseWords.Role(Role, context)),
            ("subject", Subject?.Name ?? ""),
            ("name", By?.Name ?? context.Wording["bulletin.platform"]),
            ("day", Dates.Day(At, context)),
        ];
        var words = context.Wording.Fill($"bulletin.{Kind}", holes);
        return new View.Notice("", [new Line(words)]) { Plain = Texts.Clip(words, 120) };
    }
}
