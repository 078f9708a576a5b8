using CsCheck;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>How many seats a handful of people can fill, each taking at most one.</summary>
public sealed class SeatMatchingTests
{
    /// <param name="fits">A seat a line; a 1 for each person who suits it.</param>
    [Theory]
    [InlineData("", 0)]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("1|1", 1)]
    [InlineData("11|11", 2)]
    [InlineData("11|10", 2)]
    [InlineData("10|10|01", 2)]
    [InlineData("110|101|100", 3)]
    [InlineData("1100|1000|0110|0011", 4)]
    [InlineData("000|111|000", 1)]
    public void A_seat_that_only_one_person_suits_is_left_to_them(string fits, int filled)
    {
        bool[][] seats =
        [
            .. fits.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(seat => seat.Select(one => one == '1').ToArray()),
        ];
        Assert.Equal(filled, SeatMatching.Size(seats, seats.Length == 0 ? 0 : seats[0].Length));
    }

    [Fact]
    public void It_is_as_many_as_the_best_of_all_ways_to_sit() =>
        (
            from seats in Gen.Int[0, 5]
            from people in Gen.Int[0, 5]
            from fits in Gen.Bool.Array[people].Array[seats]
            select (fits, people)
        ).Sample(room => Assert.Equal(Best(room.fits, 0, 0), SeatMatching.Size(room.fits, room.people)));

    private static int Best(bool[][] fits, int seat, int sitting)
    {
        if (seat == fits.Length)
            return 0;
        var best = Best(fits, seat + 1, sitting);
        for (var person = 0; person < fits[seat].Length; person++)
        {
            if (fits[seat][person] && (sitting & (1 << person)) == 0)
                best = Math.Max(best, 1 + Best(fits, seat + 1, sitting | (1 << person)));
        }
        return best;
    }
}
