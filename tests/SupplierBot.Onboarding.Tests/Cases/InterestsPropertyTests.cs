using CsCheck;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>
/// Roles given and taken, people standing in for each other over several hands, accounts joined, the owner changed, days passing, in any
/// order: no yes counts of who asked or owns, nor of who came to their part through them alone.
/// </summary>
public sealed class InterestsPropertyTests
{
    private static readonly Actor[] People = [Rita, Owner, Sam, Priya, Carla, Stranger, Auditor, Admin];
    private static readonly Actor[] Senders = [Rita, Sam, Admin, Stranger];
    private static readonly string[] RoleIds = ["security", "security", "ciso"];

    private sealed record Step(int Kind, int One, int Other, int Role, int Hours);

    private static readonly Gen<Step> Steps =
        from kind in Gen.Int[0, 11]
        from one in Gen.Int[0, People.Length - 1]
        from other in Gen.Int[0, People.Length - 1]
        from role in Gen.Int[0, RoleIds.Length - 1]
        from hours in Gen.Int[0, 40]
        select new Step(kind, one, other, role, hours);

    private static readonly Gen<(int Sender, int Tier, Step[] Before, Step[] After)> Stories = Gen.Select(
        Gen.Int[0, Senders.Length - 1],
        Gen.Int[1, 3],
        Steps.Array[0, 4],
        Steps.Array[10, 50]
    );

    [Fact]
    public void Nobody_decides_on_their_own_request_through_any_chain()
    {
        var (counted, refused) = (0, 0);
        Stories.Sample(history => Play(history, ref counted, ref refused), iter: 1500, threads: 1);
        Assert.True(counted > 100 && refused > 100, $"{counted} yes, {refused} refused because of who appointed them");
    }

    private static void Play((int Sender, int Tier, Step[] Before, Step[] After) history, ref int counted, ref int refused)
    {
        var room = new CaseScenario();
        var company = new CaseRoles(room, Rita, Sam);
        foreach (var step in history.Before)
            HandOn(company, step);
        room.Send(CaseAnswers.Of(new[] { "Low", "Medium", "High", "Critical" }[history.Tier]), Senders[history.Sender]);
        foreach (var step in history.After)
        {
            room.Now = room.Now.AddHours(step.Hours);
            company.Apply();
            if (step.Kind <= 3)
                HandOn(company, step);
            else if (step is { Kind: 4, Hours: > 30 })
                room.Send(room.Case!.Answers.OwnedBy(People[step.Other]), Senders[history.Sender], room.Case.Id);
            else
            {
                var before = room.Case!;
                room.Press(People[step.One], "approve", values: [("terms", "agreed"), ("terms_ref", "MSA v3")]);
                if (room.Case!.Approvals.Count > before.Approvals.Count)
                    counted++;
                if (
                    room.Last.Refused is { } key
                    && (key.Contains("stands_in", StringComparison.Ordinal) || key.Contains("appointed", StringComparison.Ordinal))
                )
                    refused++;
                if (room.Case!.Approvals.Count > before.Approvals.Count)
                    Assert.True(
                        MaySay(room, company, before, room.Case.Approvals[^1]),
                        $"{room.Case.Approvals[^1].By.Name} for {before.Requester.Name}, owner {before.Owner.Name}"
                    );
            }
            OnePartOneYes(room.Case!);
        }
    }

    private static void HandOn(CaseRoles company, Step step)
    {
        var (one, other, role) = (People[step.One], People[step.Other], RoleIds[step.Role]);
        if (step is { Kind: 3, Hours: 40 })
            company.Join(one, other);
        else
            company.Says(
                one,
                step.Kind switch
                {
                    0 => $"roles add {role} {other.Person.Name}",
                    1 => $"roles remove {role} {other.Person.Name}",
                    2 when step.Hours % 7 == 0 => "I'm back",
                    _ => $"delegate to {other.Person.Name} until {company.Today.AddDays(step.Hours % 5):yyyy-MM-dd}",
                }
            );
    }

    private static void OnePartOneYes(Case current)
    {
        var voices = current.Approvals.SelectMany(approval => approval.Voices()).ToList();
        Assert.Equal(voices.Count, voices.Distinct().Count());
    }

    /// <summary>
    /// Told over again, from the book alone: from who holds the role, over who is away, to who said yes, past nobody with an interest.
    /// </summary>
    private static bool MaySay(CaseScenario room, CaseRoles company, Case current, Approval yes)
    {
        bool Has(PersonId person) => room.Roles.Same(person, current.Requester.Id) || room.Roles.Same(person, current.Owner.Id);
        if (Has(yes.By.Id))
            return false;
        var (configured, assignments) = (new CaseScenario().Roles, company.Assignments);
        // The CISO helps security out.
        return (yes.Role == RoleNames.Security ? [RoleNames.Security, RoleNames.Ciso] : new[] { yes.Role }).Any(role =>
            configured
                .Of(role)
                .Where(person =>
                    !assignments.Taken.Concat(assignments.Given).Any(changed => changed.Role == role && changed.Person.Id == person.Id)
                )
                .Concat(
                    assignments
                        .Given.Where(given =>
                            given.Role == role && !(Has(given.GivenBy!.Id) && given.At > current.SubmittedAt.AddDays(-30))
                        )
                        .Select(given => given.Person)
                )
                .Any(person => Leads(person, 0))
        );

        bool Leads(Person from, int hands)
        {
            if (room.Roles.Same(from.Id, yes.By.Id))
                return true;
            var away = assignments.Away.FirstOrDefault(absence => absence.Person.Id == from.Id && absence.Until >= company.Today);
            return hands < 6 && !Has(from.Id) && away?.Delegate is { } next && Leads(next, hands + 1);
        }
    }
}
