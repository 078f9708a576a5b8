using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Intake;

/// <summary>
/// A list of people sends the platform's id. The answer is a name, as if it had been typed; whom the platform does not confirm is no
/// answer.
/// </summary>
internal static class PickedPeople
{
    public static (IReadOnlyDictionary<string, string> Values, IReadOnlyList<Hint> Unconfirmed) Read(
        CardPress press,
        QuestionPage page,
        DraftRequest request
    )
    {
        if (press.People.Count == 0)
            return (press.Values, []);
        var (values, unconfirmed) = (new Dictionary<string, string>(press.Values, StringComparer.Ordinal), new List<Hint>());
        foreach (var id in page.Questions.Where(id => request.Policy.Question(id).Kind == QuestionKind.Person))
        {
            if (press.People.FirstOrDefault(person => person.Name == press.Value(id)) is not { } pick)
                continue;
            var picked = request.Context.Mentions.FirstOrDefault(mention => mention.Name == pick.Name);
            values[id] = picked is null ? "" : Owners.Picked(picked, request.Actor.Person, request.Context) ?? "";
            if (values[id].Length == 0)
                unconfirmed.Add(new(id, HintKind.UnconfirmedPerson));
        }
        return (values, unconfirmed);
    }
}
