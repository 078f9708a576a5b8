using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>
/// Every shape that is kept, filled to the brim, against the file that says how it was stored when it shipped.
/// A failure here means that rows written before would read differently: keep the old file, add a reader for it, and a new file beside it.
/// </summary>
public sealed class StoredJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 17, 9, 30, 0, TimeSpan.Zero);
    private static readonly Person Rita = new(new("teams:rita"), "Rita Requester");
    private static readonly Person Sam = new(new("teams:sam"), "Sam Security");

    [Fact]
    public void A_case() => Stored("case", Case(), StoredJson.Default.Case);

    [Fact]
    public void A_case_whose_seats_say_whether_they_are_optional()
    {
        var whole = Case();
        ApprovalSeat[] seats = [new(1, "security", 1) { Optional = false }, new(1, "works_council", 1) { Optional = true }];
        Stored("case-optional-seats", whole with { Assessment = whole.Assessment with { Approvals = seats } }, StoredJson.Default.Case);
    }

    [Fact]
    public void A_case_from_before_its_seats_said_whether_they_are_optional_and_who_is_notified()
    {
        var read = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("case-before-notified")), StoredJson.Default.Case)!.Assessment;
        Assert.Equal([new ApprovalSeat(1, "security", 1)], read.Approvals);
        Assert.Equal((null, null), (read.Helper, read.Notified));
    }

    [Fact]
    public void A_case_with_names_beside_its_own() =>
        Stored("case-names", Case() with { Names = new(["The Scribe"], ["Acme Notes"]) }, StoredJson.Default.Case);

    [Fact]
    public void A_case_with_what_happened_to_its_providers() =>
        Stored(
            "case-providers",
            Case() with
            {
                ProviderChange = new(ProviderChangeKind.Incident, "REQ-2026-0003-i4", "OpenAI", "SUP-0003", At, 3, ["T3", "T11"]),
                CriticalProviders = [new("OpenAI", 3)],
            },
            StoredJson.Default.Case
        );

    [Fact]
    public void A_case_and_a_line_of_the_register_from_before_providers_were_kept()
    {
        var read = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("case")), StoredJson.Default.Case)!;
        Assert.Equal((null, null), (read.ProviderChange, read.CriticalProviders));
        Assert.Null(JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("register-entry")), StoredJson.Default.RegisterEntry)!.Behind);
    }

    [Fact]
    public void A_case_and_a_line_of_the_register_that_are_the_same_supplier_as_another()
    {
        Stored("case-merged", Case() with { Merge = new("SUP-0002", Sam, At), Replaced = true }, StoredJson.Default.Case);
        var entry = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("register-entry")), StoredJson.Default.RegisterEntry)!;
        Stored(
            "register-entry-merged",
            entry with
            {
                ImportedOwner = Sam,
                MergedInto = "SUP-0002",
                MergedEntries = [new("SUP-0004", At, ["Acme Labs", "The Scribe"], "acme.example", 1, 2, 3)],
            },
            StoredJson.Default.RegisterEntry
        );
    }

    [Fact]
    public void A_case_from_before_there_were_merges()
    {
        var read = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("case")), StoredJson.Default.Case)!;
        var line = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("register-entry")), StoredJson.Default.RegisterEntry)!;
        Assert.Equal((null, null, null), (read.Merge, line.MergedInto, line.MergedEntries));
    }

    [Fact]
    public void A_case_from_before_there_was_a_clock_wakes_at_once()
    {
        var read = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("case-before-the-clock")), StoredJson.Default.Case)!;
        Assert.Equal((null, 0, false, 0), (read.Wakes, read.Passed.Count, read.Late, read.Overdue.Count));
        Assert.Contains(Keys.ApprovedTimer(read.SubmittedAt, read.Id), IndexRows.KeysOf(read));
    }

    [Fact]
    public void A_case_from_before_there_were_reviews_wakes_at_once()
    {
        var read = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("case-before-reviews")), StoredJson.Default.Case)!;
        Assert.Equal(
            (null, ReviewState.NotYet, null, 0, false),
            (read.ReviewOrigin, read.ReviewState, read.Offboarding, read.ReportsSeen, read.Replaced)
        );
        Assert.Contains(Keys.ApprovedTimer(read.SubmittedAt, read.Id), IndexRows.KeysOf(read with { Wakes = DateTimeOffset.MaxValue }));
    }

    [Fact]
    public void A_case_and_a_line_of_the_register_from_before_anybody_set_a_tier()
    {
        var read = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("case-before-tier-changes")), StoredJson.Default.Case)!;
        Assert.Equal((null, null, null, 0), (read.TierChange, read.ReviewDue, read.Assessment.ComputedTier, read.ClauseChanges.Count));
        var line = JsonSerializer.Deserialize(
            File.ReadAllText(GoldenOf("register-entry-before-tier-changes")),
            StoredJson.Default.RegisterEntry
        )!;
        Assert.Equal((Tier.High, null, null), (line.Tier, line.ComputedTier, line.TierUntil));
    }

    [Fact]
    public void A_case_from_before_the_rules_changed()
    {
        var read = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("case-before-rules-changes")), StoredJson.Default.Case)!;
        Assert.Equal((null, new DateOnly(2026, 12, 1)), (read.RulesChange, read.ReviewDue));
    }

    [Fact]
    public void A_case_from_before_it_had_a_list_of_incidents_and_of_former_owners()
    {
        var read = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("case-before-incidents")), StoredJson.Default.Case)!;
        Assert.Empty(read.Incidents);
        Assert.Empty(read.FormerOwners);
        var notified = new Notification(NotificationKind.Incident, 0, Sam);
        Assert.Equal(read.History, Incidents.Of(read with { Notifications = [.. read.Notifications, notified] }));
    }

    /// <summary>Nothing is known of what was agreed: the gate asks for nothing, and the entry says so once it is written again.</summary>
    [Fact]
    public void A_case_and_a_line_of_the_register_from_before_agreements_were_kept()
    {
        var read = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("case-before-agreements")), StoredJson.Default.Case)!;
        Assert.Equal(
            (null, null, 0, null, 0),
            (read.Requirements, read.Clauses, read.Evidence.Count, read.Contract, read.Restrictions.Count)
        );
        Assert.True(UseGate.IsUnrecorded(read));
        Assert.Empty(UseGate.Gaps(read, new DateOnly(2026, 12, 1)));
        Assert.True(RegisterUpdate.Of(read, At).AgreementsUnrecorded);
        var line = JsonSerializer.Deserialize(
            File.ReadAllText(GoldenOf("register-entry-before-agreements")),
            StoredJson.Default.RegisterEntry
        )!;
        Assert.Equal((0, null, 0, false), (line.Gaps.Count, line.ProofUntil, line.Restrictions.Count, line.AgreementsUnrecorded));
    }

    [Fact]
    public void A_draft_and_a_line_of_the_register_from_before_there_were_reviews()
    {
        var draft = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("draft-before-reviews")), StoredJson.Default.StoredDraft)!.Draft;
        Assert.Equal((null, 0), (draft.ReviewOrigin, draft.AskAgain.Count));
        var line = JsonSerializer.Deserialize(
            File.ReadAllText(GoldenOf("register-entry-before-reviews")),
            StoredJson.Default.RegisterEntry
        )!;
        Assert.Equal((null, null, null), (line.Review, line.NextReport, line.ConditionDue));
    }

    [Fact]
    public void A_line_of_a_list() =>
        Stored(
            "case-line",
            new()
            {
                Id = "REQ-2026-0001",
                Supplier = "Acme Notes",
                Status = CaseStatus.InReview,
                Tier = Tier.High,
                Requester = Rita,
                SubmittedAt = At,
                DueAt = At.AddDays(7),
                OpenPoints = 2,
                ApprovalsGiven = 1,
                ApprovalsNeeded = 2,
                NextRole = RoleNames.Security,
                ClaimedBy = Sam,
                ClaimedAt = At,
                NoPart = [Rita.Id],
            },
            StoredJson.Default.CaseLine
        );

    [Fact]
    public void A_case_and_a_line_from_before_conditions_went_back_and_claims_had_a_time()
    {
        var read = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("case-before-sent-back")), StoredJson.Default.Case)!;
        Assert.Equal((false, 0), (read.RefusedBefore, read.Conditions[0].SentBack.Count));
        var line = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("case-line-before-claim-times")), StoredJson.Default.CaseLine)!;
        Assert.Equal((Sam, null, null), (line.ClaimedBy, line.ClaimedAt, line.NoPart));
    }

    [Fact]
    public void A_register_entry() =>
        Stored(
            "register-entry",
            new()
            {
                Id = "SUP-0001",
                Supplier = "Acme Notes",
                Service = "Business plan",
                Website = "acme.example",
                Purpose = "Notes of calls.",
                Status = EntryStatus.ActiveConditional,
                Owner = Rita,
                Type = "AISAAS",
                Types = ["AISAAS", "MODEL"],
                Tier = Tier.High,
                ComputedTier = Tier.Critical,
                TierUntil = new(2027, 3, 1),
                Score = 36,
                Data = ["personal"],
                CaseId = "REQ-2026-0001",
                PolicyVersion = "2026.11-r1",
                DueAt = At.AddDays(7),
                DecidedAt = At.AddDays(1),
                NextReview = new(2027, 11, 17),
                Terms = ContractTerms.Covered,
                TermsReference = "Terms v7",
                Seen = ["E-CERT"],
                OpenConditions = ["Switch off training."],
                ConditionDue = new(2026, 12, 17),
                NextReport = new(2027, 5, 17),
                Review = new("REQ-2027-0003", EntryStatus.Active),
                Gaps = [new(UseGapHolder.Owner, 3, 0), new(UseGapHolder.Reviewers, 0, 1)],
                ProofUntil = new(2027, 2, 28),
                Term = new(new(2028, 2, 29), 90, 12),
                Restrictions = ["No customer data."],
                AgreementsUnrecorded = true,
                ChangedAt = At.AddDays(1),
            },
            StoredJson.Default.RegisterEntry
        );

    private static readonly UndoablePress Press = new(
        UndoKind.Approved,
        Sam,
        At,
        At.AddSeconds(30),
        At.AddSeconds(33),
        3,
        CaseStatus.InReview
    );

    [Fact]
    public void What_can_be_undone()
    {
        Stored("case-undoable", Case() with { Undoable = Press, Undone = 1, NeverSent = true }, StoredJson.Default.Case);
        Stored("undo", new("REQ-2026-0001", At, null, null, null), StoredJson.Default.UndoSnapshot);
        var line = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("case-line")), StoredJson.Default.CaseLine)!;
        Stored("case-line-held", line with { Held = new(At.AddSeconds(33), CaseStatus.InReview) }, StoredJson.Default.CaseLine);
        var entry = JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("register-entry")), StoredJson.Default.RegisterEntry)!;
        Stored("register-entry-behind", entry with { Behind = new(["OpenAI", "Hetzner"], ["Germany"]) }, StoredJson.Default.RegisterEntry);
        Stored(
            "register-entry-held",
            entry with
            {
                NeverSent = true,
                Held = new(At.AddSeconds(33), EntryStatus.Proposed),
            },
            StoredJson.Default.RegisterEntry
        );
    }

    [Fact]
    public void A_draft() =>
        Stored(
            "draft",
            new(
                new()
                {
                    Id = "d1",
                    Owner = Rita,
                    Revision = 3,
                    Answers = Given,
                    StartedAt = At,
                    ChangedAt = At.AddMinutes(2),
                    AnotherUse = true,
                    EditsCase = "REQ-2026-0001",
                    FollowsCase = "REQ-2026-0002",
                    ReviewOrigin = Origin,
                    AskAgain = ["data"],
                },
                "17",
                4,
                3,
                ["turn-2", "turn-1"]
            ),
            StoredJson.Default.StoredDraft
        );

    [Fact]
    public void A_conversation() =>
        Stored(
            "conversation",
            new(
                new(
                    "teams",
                    "https://smba.trafficmanager.net/x/",
                    "a:rita",
                    ConversationScope.Personal,
                    "28:bot",
                    "tenant",
                    "29:rita",
                    "12"
                ),
                Rita,
                At,
                true,
                At.AddDays(-3),
                [new("Rita Before", At.AddDays(-1))]
            ),
            StoredJson.Default.StoredConversation
        );

    [Fact]
    public void A_conversation_from_before_people_were_stored()
    {
        var read = JsonSerializer.Deserialize(
            File.ReadAllText(GoldenOf("conversation-before-names")),
            StoredJson.Default.StoredConversation
        )!;
        Assert.Equal((Rita, null, null), (read.Person, read.FirstSeen, read.FormerNames));
    }

    [Fact]
    public void An_outbox_row() =>
        Stored(
            "outbox",
            new("REQ-2026-0001", "receipt", "u-teams:rita", 4, At, "owner", At.AddMinutes(1), 2, "throttled"),
            StoredJson.Default.OutboxItem
        );

    [Fact]
    public void A_slot() =>
        Stored("slot", new("REQ-2026-0001", "receipt", "u-teams:rita", ["17", "18"], 4, "ab", true, 1), StoredJson.Default.SlotState);

    [Fact]
    public void A_slot_that_is_held() =>
        Stored(
            "slot-held",
            new("REQ-2026-0001", "receipt", "u-teams:rita", ["17", "18"], 4, "ab", true, 1, "owner", At.AddMinutes(1), ["19"]),
            StoredJson.Default.SlotState
        );

    [Fact]
    public void What_was_put_aside() =>
        Stored(
            "undelivered",
            new(new("REQ-2026-0001", "receipt", "u-teams:rita", 4, At, "owner", DateTimeOffset.UnixEpoch, 20, "403"), "403", At, true),
            StoredJson.Default.StoredDeadLetter
        );

    [Fact]
    public void A_fact() =>
        Stored(
            "fact",
            new(AuditEventKind.Rejected, Sam.Id, At, [new("role", "security")], "Not with these terms.", "salt"),
            StoredJson.Default.AuditEvent
        );

    [Fact]
    public void The_book_of_roles() =>
        Stored(
            "role-book",
            new()
            {
                Given = [new(RoleNames.Ciso, Sam)],
                Taken = [new(RoleNames.Security, Sam)],
                Places = [new(RoleNames.Security, "19:security", PlaceState.Lost)],
                Away = [new(Sam, Rita, new(2026, 12, 20))],
                EventCount = 3,
                ChainHead = "ab",
                History = [new(At, "Sam holds it.")],
            },
            StoredJson.Default.RoleAssignments
        );

    [Fact]
    public void A_book_of_roles_from_before_anybody_was_away() =>
        Assert.Empty(
            JsonSerializer.Deserialize(File.ReadAllText(GoldenOf("role-book-before-absences")), StoredJson.Default.RoleAssignments)!.Away
        );

    [Fact]
    public void What_was_sent_of_digests() => Stored("digest-book", new(At, "2026-W47", ["2026-W46"]), StoredJson.Default.DigestRecord);

    [Fact]
    public void A_digest() => Stored("digest", new("DIGEST-2026-W47", At, At.AddDays(-7)), StoredJson.Default.DigestIssue);

    [Fact]
    public void A_bulletin_about_a_draft() =>
        Stored(
            "bulletin-draft",
            new("NOTE-idle-d1-1", AnnouncementKind.DraftIdle, "", null, null, At, [Rita], null) { Draft = new("d1", 3, "Acme Notes") },
            StoredJson.Default.Announcement
        );

    [Fact]
    public void An_account() => Stored("account", new(["q83vEg"]), StoredJson.Default.StoredAccount);

    [Fact]
    public void Accounts_of_one_person() =>
        Stored("accounts-joined", new([Rita.Id, new("slack:T1:U1")]), StoredJson.Default.JoinedAccounts);

    [Fact]
    public void A_bulletin_about_messages() =>
        Stored(
            "bulletin-stuck",
            new("NOTE-stuck-20261117-00112233", AnnouncementKind.Stuck, "", Rita, null, At, [Sam], null) { Reason = "user_disabled" },
            StoredJson.Default.Announcement
        );

    [Fact]
    public void A_bulletin() =>
        Stored(
            "bulletin",
            new("NOTE-000003-1", AnnouncementKind.PlaceLost, RoleNames.Security, Rita, Sam, At, [Rita], "19:security"),
            StoredJson.Default.Announcement
        );

    [Fact]
    public void A_row_of_a_later_release_is_refused_by_name_and_version()
    {
        var row = Rows.Of(
            "m-REQ-2026-0001-receipt@u-rita",
            new("REQ-2026-0001", "receipt", "u-rita", [], 4, "ab", false, 0),
            StoredJson.Default.SlotState
        );
        var later = row with { Values = new Dictionary<string, object>(row.Values) { ["Shape"] = 2 } };
        var fault = Assert.Throws<UnreadableRowException>(() => Rows.Read(later, StoredJson.Default.SlotState));
        Assert.Equal(
            "Row m-REQ-2026-0001-receipt@u-rita has shape 2; this release knows 1. Start the release that wrote it; nothing was changed.",
            fault.Message
        );
    }

    [Fact]
    public void A_row_from_before_there_were_versions_is_of_the_first()
    {
        var row = Rows.Of("a", new("REQ-2026-0001", "receipt", "u-rita", [], 4, "ab", false, 0), StoredJson.Default.SlotState);
        Assert.Equal(
            4,
            Rows.Read(
                row with
                {
                    Values = row.Values.Where(pair => pair.Key != "Shape").ToDictionary(),
                },
                StoredJson.Default.SlotState
            ).ShownVersion
        );
    }

    [Theory]
    [InlineData("{"), InlineData("null"), InlineData("[]"), InlineData("""{"caseId":1}"""), InlineData(null), InlineData(7)]
    public void A_row_that_holds_no_such_shape_is_refused_by_name(object? json)
    {
        var values = new Dictionary<string, object>();
        if (json is not null)
            values["J0"] = json;
        var fault = Assert.Throws<UnreadableRowException>(() => Rows.Read(new Row("m-1", values), StoredJson.Default.SlotState));
        Assert.Equal("Row m-1 holds no SlotState that can be read. Restore it from a backup.", fault.Message);
    }

    private static readonly ReviewOrigin Origin = new("REQ-2026-0000", ["T1"], "Now with customer data.", "hash");
    private static readonly Answers Given = Answers.Empty.With("name", "Acme Notes").With("data", "confidential", "personal");

    private static Case Case()
    {
        var policy = Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(DefaultPolicy.Text())).Policy;
        // The assessment is the policy's; its own numbers change with the policy and are no matter of the stored shape.
        var assessment = Assessor.Assess(policy, Given) with
        {
            PolicyVersion = "v",
            Parts = [new("data", 10, "personal")],
            Floors = [new("F14", Tier.Medium, "it is personal")],
            Clauses = [new("CONF", "Title", "plain", "text", new Dictionary<string, string> { ["notice"] = "48 h" }, "because")],
            Evidence = [new("E-CERT", "Certificate", "because")],
            Checks = [new("K1", "AI")],
            Type = "AISAAS",
            Types = ["AISAAS"],
            Tier = Tier.Medium,
            ComputedTier = Tier.High,
            Score = 10,
            ReviewMonths = 12,
            Approvals = [new(1, "security", 1)],
            Flags = ["K1"],
            OpenPoints = ["training"],
            SuggestedConditions = ["S1"],
            InternalChecksOnly = false,
        };
        var bare = new Case
        {
            Id = "REQ-2026-0001",
            Version = 5,
            ContentVersion = 2,
            Status = CaseStatus.ApprovedWithConditions,
            Requester = Rita,
            Owner = Rita,
            Answers = Given,
            Assessment = assessment,
            TierChange = new(Tier.High, Tier.Medium, Sam, At, "A pilot without data.", new(2027, 3, 1), 2),
            ClauseChanges = [new("CONF", "For two years only.", Sam, At)],
            PolicyHash = "hash",
            PolicyApproval = "Security, 2026-11-16",
            SubmittedAt = At,
            DueAt = At.AddDays(3),
            Zone = "Asia/Tokyo",
            EntryId = "SUP-0001",
            FollowsCase = "REQ-2026-0000",
            RefusedBefore = true,
            ReviewOrigin = Origin,
            ReviewState = ReviewState.Due,
            ReviewDue = new(2026, 12, 1),
            RulesChange = new("2027.01", "cd", Tier.Medium, Tier.High),
            NextReport = new(2027, 5, 17),
            ReportsSeen = 1,
            CheckedAt = At.AddDays(90),
            Offboarding = new(Rita, At, "closed", "deleted", "none", Rita, Sam, At.AddDays(1)),
            Replaced = true,
            Approvals = [new(Sam, "security", At, true, ContractTerms.Covered, "Terms v7", ["E-CERT"], "Fine.")],
            Conditions =
            [
                new(1, "Switch off training.", new(2026, 12, 17), Rita, ApprovalConditionState.Reported, "link", Sam, Rita, Sam)
                {
                    SentBack = [new(Sam, At, "The annex is missing.")],
                },
            ],
            InformationRequests = [new(1, Sam, At, ["training"], "May they train?", Rita, At.AddHours(1), "No.")],
            ResolvedPoints = [new("training", ["no"], "their terms", Sam, At)],
            Changes = [new("training", ["not_sure"], ["no"], Rita, At)],
            Claim = new(Sam, At),
            Decision = new(CaseStatus.ApprovedWithConditions, Sam, At, "Fine."),
            Deviations = ["Privacy is not configured."],
            Notifications = [new(NotificationKind.Asked, 1, Rita)],
            Wakes = At.AddDays(10),
            Passed = ["HalfTime-20261120-0"],
            Late = true,
            Overdue = [1],
            Incidents = [0],
            FormerOwners = [new(Sam, At)],
            History = [new(At, "sent by Rita")],
            EventCount = 4,
            ChainHead = "ab",
        };
        return FilledAgreements.With(bare, Rita, Sam, At);
    }

    private static string GoldenOf(string name) =>
        Path.Combine(Repository.Root, "tests", "SupplierBot.Chat.Tests", "Stores", "Golden", name + ".json");

    private static void Stored<T>(string name, T sample, JsonTypeInfo<T> type)
    {
        var file = GoldenOf(name);
        var stored = JsonSerializer.Serialize(sample, type);
        Assert.True(File.Exists(file), $"There is no {file}. A new shape needs one: {stored}");
        var golden = File.ReadAllText(file).TrimEnd();
        Assert.True(
            golden == stored,
            $"What is stored as `{name}` has changed, and rows written before still read like {file}. "
                + $"Give a new member a default, keep the old file, read it in a test, and put the new shape beside it.\nstored before: {golden}\nstored now:    {stored}"
        );
        Assert.Equal(golden, JsonSerializer.Serialize(JsonSerializer.Deserialize(golden, type)!, type));
    }
}
