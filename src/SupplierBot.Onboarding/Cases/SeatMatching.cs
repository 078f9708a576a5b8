namespace SupplierBot.Onboarding.Cases;

/// <summary>How many seats can be filled at once when each person takes at most one (augmenting paths; a handful of seats).</summary>
internal static class SeatMatching
{
    /// <param name="fits">For each seat, whether each person suits it.</param>
    public static int Size(IReadOnlyList<bool[]> fits, int people)
    {
        var seatOf = new int?[people];
        var filled = 0;
        for (var seat = 0; seat < fits.Count; seat++)
        {
            if (Place(seat, fits, seatOf, new bool[people])) filled++;
        }
        return filled;
    }

    private static bool Place(int seat, IReadOnlyList<bool[]> fits, int?[] seatOf, bool[] tried)
    {
        for (var person = 0; person < seatOf.Length; person++)
        {
            if (!fits[seat][person] || tried[person]) continue;
            tried[person] = true;
            if (seatOf[person] is { } other && !Place(other, fits, seatOf, tried)) continue;
            seatOf[person] = seat;
            return true;
        }
        return false;
    }
}
