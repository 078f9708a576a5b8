using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>Whether the role assignments are what their facts make of them.</summary>
public static class RoleProof
{
    /// <summary>What differs, a sentence each. Facts name people by id; names are compared where the newest fact seals them.</summary>
    /// <param name="facts">Oldest first, of a chain that is whole.</param>
    public static IReadOnlyList<string> Contradictions(RoleBook kept, IReadOnlyList<ChainedFact> facts)
    {
        var replay = new Replay();
        foreach (var fact in facts) replay.Next(fact);
        var found = new List<string>(replay.Strange);
        if (!replay.Given.SetEquals(kept.Given.Select(holding => (holding.Role, holding.Person.Id.Value)))) found.Add("who was given a role is not who their facts say");
        if (!replay.Taken.SetEquals(kept.Taken.Select(holding => (holding.Role, holding.Person.Id.Value)))) found.Add("who lost a role is not who their facts say");
        if (!replay.Places.ToHashSet().SetEquals(kept.Places.Select(place => KeyValuePair.Create((place.Role, place.Conversation), place.State)))) found.Add("where reviews are posted is not what their facts say");
        // Absences of the past go with the next change.
        if (kept.Away.Any(absence => !replay.Away.TryGetValue(absence.Person.Id.Value, out var said) || said != (absence.Delegate?.Id.Value, Day(absence.Until)))) found.Add("who is away, or who stands in, is not what their facts say");
        var sealing = facts.Count > 0 ? Seal.In(facts[^1].Fact) : null;
        if (sealing is null && facts.Any(fact => Seal.In(fact.Fact) is not null)) found.Add("the newest fact seals nothing, and an older one does");
        else if (sealing is not null && sealing != Seal.Of(kept)) found.Add("what is kept is not what the newest fact sealed");
        return found;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Replay
    {
        public HashSet<(string Role, string Person)> Given { get; } = [];
        public HashSet<(string Role, string Person)> Taken { get; } = [];
        public Dictionary<(string Role, string Conversation), PlaceState> Places { get; } = [];
        public Dictionary<string, (string? Delegate, string Until)> Away { get; } = [];
        public List<string> Strange { get; } = [];

        public void Next(ChainedFact chained)
        {
            var fact = chained.Fact;
            var held = (Said(fact, "role"), Said(fact, "person"));
            var place = (Said(fact, "role"), Said(fact, "place"));
            switch (fact.Kind)
            {
                case FactKind.RoleGiven: Given.Add(held); Taken.Remove(held); break;
                case FactKind.RoleTaken: Given.Remove(held); Taken.Add(held); break;
                case FactKind.PlaceChosen or FactKind.PlaceBack: Places[place] = PlaceState.Open; break;
                case FactKind.PlaceGivenUp: Places[place] = PlaceState.GivenUp; break;
                case FactKind.PlaceLost: Places[place] = PlaceState.Lost; break;
                case FactKind.Delegated or FactKind.WentAway: Away[fact.Actor.Value] = (Seal.Fact(fact, "person"), Said(fact, "until")); break;
                case FactKind.CameBack: Away.Remove(fact.Actor.Value); break;
                default: Strange.Add($"fact {chained.Sequence} is {fact.Kind}, which is no change of roles"); break;
            }
        }

        private static string Said(Fact fact, string detail) => Seal.Fact(fact, detail) ?? "";
    }
}
