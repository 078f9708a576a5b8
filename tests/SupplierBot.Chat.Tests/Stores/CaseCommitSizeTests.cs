using System.Globalization;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Simulation;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>
/// However many people, places and messages there are, a transaction fits into a storage's hundred rows, and no message is forgotten.
/// </summary>
public sealed class CaseCommitSizeTests
{
    private const int MostRows = 100;

    /// <summary>Beside the batch: the guard of the roles.</summary>
    private const int Beside = 1;
    private const int Rounds = 40;
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Rita = new(new("teams:rita"), "Rita Requester");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory, MemberData(nameof(Seeds))]
    public void Messages_of_any_number_are_a_fixed_number_of_rows_and_one_for_the_rest(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var (most, more) = (chance.Next(0, OutboxRows.MostAtOnce + 1), chance.Next(2) == 0);
            var messages = Messages(chance);
            var items = OutboxRows
                .Of(new("REQ-2026-0001"), 1, messages, Now, most: most, more: more)
                .Select(row => Rows.Read(row, StoredJson.Default.OutboxItem))
                .ToList();
            Assert.InRange(items.Count, 0, most + 1);
            var written = items.Where(item => item.After is null).Select(item => (item.SlotId, item.Target)).ToHashSet();
            var rest = items.SingleOrDefault(item => item.After is not null);
            Assert.True(rest is not null || !more);
            Assert.All(
                messages,
                message =>
                    Assert.True(
                        written.Contains(message)
                            || (rest is not null && string.CompareOrdinal(MessageOrder.KeyOf(message), rest.After) > 0),
                        $"{message} is forgotten."
                    )
            );
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_change_of_a_case_fits_no_matter_who_is_notified(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var roles = new RoleHolders(
                new Dictionary<string, IReadOnlyList<Person>>
                {
                    [RoleNames.Security] = People("security", chance),
                    [RoleNames.Ciso] = People("ciso", chance),
                },
                People("admin", chance)
            );
            var places = new Dictionary<string, IReadOnlyList<string>>
            {
                [RoleNames.Security] = [.. Enumerable.Range(0, Size(chance) - 1).Select(number => $"19:{number}")],
            };
            var directory = RoleDirectory.Of(roles, places, RoleAssignments.Empty);
            var sent = Sent(roles, chance);
            AssertFits(sent, new(null, null, new("c-REQ-2026", 0, null), new("c-SUP", 0, null)), directory);
            var (request, entry) = (sent.Case!, sent.Entry!);
            var notified = request with
            {
                Notifications =
                [
                    .. Enumerable
                        .Range(1, chance.Next(45))
                        .Select(number => new Notification(NotificationKind.Reminder, number, roles.Admins[number % roles.Admins.Count])),
                ],
            };
            var decided = CaseDecider.Handle(
                new TurnState { Case = notified, Entry = entry },
                RequestReader.Pressed(
                    "approve_conditions",
                    "sent",
                    CardStamp.OfCase(notified.Id, "review-security", notified.ContentVersion),
                    new Dictionary<string, string>
                    {
                        ["terms"] = "agreed",
                        ["terms_ref"] = "MSA v3",
                        ["comment"] = "There is no other, and we can leave it in days.",
                        ["condition_text"] = "Switch off training.",
                        ["condition_when"] = "by_date",
                        ["condition_due"] = "2026-12-20",
                    },
                    false
                ),
                new(roles.Of(RoleNames.Security)[0], true),
                SimulatedCompany.Policy,
                ContextOf(roles)
            );
            Assert.True(decided.Case is not null, decided.Refused ?? decided.Answer?.ToString());
            AssertFits(decided, new(new(notified, "1"), entry, new("c-REQ-2026", 0, null), new("c-SUP", 0, null), "1"), directory);
        }
    }

    private static void AssertFits(Outcome outcome, CaseCommit.Basis basis, RoleDirectory directory)
    {
        var after = outcome.Case!;
        foreach (var more in new[] { false, true })
        {
            var batch = CaseCommit.Batch(
                outcome,
                after,
                basis,
                [SlotState.New(OutboxItem.RestOf(MessageSubject.Of(after), 1, "", Now))],
                new(CaseMessages.Wanted(after, directory), more),
                directory.Roles,
                Now,
                "delivery"
            );
            Assert.InRange(batch.Count, 1, MostRows - Beside);
            Assert.Equal(batch.Count, batch.Select(change => change.Key).Distinct().Count());
        }
    }

    private static Outcome Sent(RoleHolders roles, Random chance)
    {
        // As many words as a name can have: each is found by its beginning.
        var name =
            chance.Next(2) == 0 ? "Acme Notes" : string.Join(' ', Enumerable.Range(0, 60).Select(number => (char)('a' + chance.Next(26))));
        var answers = new Dictionary<string, string>(chance.Next(2) == 0 ? SampleAnswers.LargeApp(name) : SampleAnswers.NotesApp(name))
        {
            ["website"] = "acme.example",
        }.Aggregate(Answers.Empty, (all, answer) => all.With(answer.Key, answer.Value));
        var draft = new Draft
        {
            Id = "draft",
            Owner = Rita,
            Revision = 1,
            Answers = answers,
            StartedAt = Now,
            ChangedAt = Now,
        };
        return CaseDecider.Handle(
            new TurnState { Draft = draft },
            RequestReader.Pressed("submit", "", CardStamp.OfDraft("draft", "summary", 1), new Dictionary<string, string>(), false),
            new(Rita, true),
            SimulatedCompany.Policy,
            ContextOf(roles)
        );
    }

    private static Context ContextOf(RoleHolders roles) =>
        new(Now, SimulatedCompany.Settings("sizes").Calendar, roles, SimulatedCompany.Wording, "Example Ltd")
        {
            NewId = "id",
            Numbers = new("REQ-2026-0001", "SUP-0001"),
        };

    private static List<(string SlotId, string Target)> Messages(Random chance) =>
        [
            .. Enumerable
                .Range(0, Size(chance) - 1)
                .Select(number =>
                    (chance.Next(2) == 0 ? Slot.Receipt : "review-security", string.Create(CultureInfo.InvariantCulture, $"u-{number}"))
                ),
        ];

    private static IReadOnlyList<Person> People(string role, Random chance) =>
        [.. Enumerable.Range(0, Size(chance)).Select(number => new Person(new($"teams:{role}-{number}"), $"{role} {number}"))];

    /// <summary>A few as often as hundreds, and just about as many as fit.</summary>
    private static int Size(Random chance) =>
        chance.Next(3) switch
        {
            0 => chance.Next(1, 6),
            1 => chance.Next(38, 44),
            _ => chance.Next(1, 700),
        };
}
