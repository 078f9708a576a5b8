using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Catalogue;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Cases;

/// <summary>What one request needs to be decided: loaded before the core is asked, so that the core reads nothing itself.</summary>
public sealed record TurnState
{
    /// <summary>The actor's own open draft.</summary>
    public Draft? Draft { get; init; }

    /// <summary>The case of the card's stamp, or the one the command names; null also where it does not exist.</summary>
    public Case? Case { get; init; }

    /// <summary>The case that the draft, or <see cref="Case"/> where it is a review, follows.</summary>
    public Case? Before { get; init; }

    /// <summary>The register entry of <see cref="Case"/>.</summary>
    public RegisterEntry? Entry { get; init; }

    /// <summary>Register entries of the same supplier name as the draft's, or as the one a command asks about.</summary>
    public IReadOnlyList<RegisterEntry> SameName { get; init; } = [];

    /// <summary>
    /// What else depends on the supplier of <see cref="Case"/> and on who stands behind it, for who decides, and where what is decided may
    /// make it critical.
    /// </summary>
    public Concentration Concentration { get; init; } = Concentration.None;

    /// <summary>What the register knows of the names in the page that is answered.</summary>
    public RegisteredNames Registered { get; init; } = RegisteredNames.None;

    /// <summary>Register entries whose name is only like the draft's, or whose website is the same.</summary>
    public IReadOnlyList<RegisterEntry> Alike { get; init; } = [];

    /// <summary>
    /// Other cases of what may be the same supplier as that of <see cref="Case"/>, for who reviews it: refused ones first, each newest
    /// first.
    /// </summary>
    public IReadOnlyList<Case> Earlier { get; init; } = [];

    /// <summary>More of them, counted alone; up to <see cref="Context.MostInQueue"/>.</summary>
    public int EarlierMore { get; init; }

    /// <summary>Open cases of the suppliers in <see cref="SameName"/> and <see cref="Alike"/>, other than <see cref="Case"/>.</summary>
    public IReadOnlyList<CaseLine> Pending { get; init; } = [];

    /// <summary>The two entries that somebody says are one supplier; null where nobody does.</summary>
    public MergeSides? Merge { get; init; }

    /// <summary>What a list command asked for, newest or most urgent first; what is open when a request is sent.</summary>
    public IReadOnlyList<CaseLine> Cases { get; init; } = [];

    /// <summary>
    /// The actor's own cases, newest first, where a request is sent; at most <see cref="SupplierBot.Onboarding.Intake.FairUse.MostRead"/>.
    /// </summary>
    public IReadOnlyList<CaseLine> Own { get; init; } = [];

    /// <summary>What <c>find</c> asked for, by name: the rows of the page that is shown.</summary>
    public IReadOnlyList<RegisterEntry> Found { get; init; } = [];

    /// <summary>Products that the name may be of; a fact about them, and nothing of what is approved.</summary>
    public IReadOnlyList<Product> Products { get; init; } = [];

    /// <summary>The name is that of the products, and not only like it.</summary>
    public bool ProductsNamed { get; init; }

    /// <summary>Register entries of those who make <see cref="Products"/>.</summary>
    public IReadOnlyList<RegisterEntry> SameMaker { get; init; } = [];

    /// <summary>What may be used for what was asked for, or instead of it.</summary>
    public IReadOnlyList<UsableEntry> Usable { get; init; } = [];

    /// <summary>Every entry, by name, where a sentence asks about the whole register.</summary>
    public IReadOnlyList<RegisterEntry> Register { get; init; } = [];

    /// <summary>A page of the register, where a list of it was asked for.</summary>
    public RegisterPage? RegisterPage { get; init; }

    /// <summary>Cases with incidents, that with the newest one first, where a list of them was asked for.</summary>
    public IReadOnlyList<Case> WithIncidents { get; init; } = [];

    /// <summary>Who acknowledged the policy in force, the newest first, where that was asked for.</summary>
    public PolicyReaders? PolicyReaders { get; init; }

    /// <summary>What the newest press on <see cref="Case"/> changed, while it is not final; null where nothing can be undone.</summary>
    public UndoSnapshot? Undo { get; init; }

    /// <summary>What the person said before this was not understood either.</summary>
    public bool MissedBefore { get; init; }

    /// <summary>Rows that could not be read and are missing in what lies here.</summary>
    public int Unread { get; init; }

    /// <summary>The person's drafts beside <see cref="Draft"/>; read where they are listed, or where another may begin.</summary>
    public IReadOnlyList<Draft> OtherDrafts { get; init; } = [];

    /// <summary>What the list has beside the rows that were read for it.</summary>
    public ListEnds Ends { get; init; } = new(0, 0, false);

    /// <summary>The file that a form is about; null where it is about none, or the file is there no more.</summary>
    public DroppedFile? File { get; init; }

    /// <summary>The policy before the one in force, where its changes are asked for; null where none is kept.</summary>
    public Policy? PolicyBefore { get; init; }

    /// <summary>Entries of the same main type, the first few: what a reviewer may want to know, or the requester may use instead.</summary>
    public IReadOnlyList<RegisterEntry> SameType { get; init; } = [];

    /// <summary>More of them, counted alone; up to <see cref="Context.MostInQueue"/>.</summary>
    public int SameTypeMore { get; init; }

    /// <summary>
    /// Lists as everybody reads them: what a press changed that can still be undone, they say as it was before. What is new by such a press
    /// is in nobody's list but that of the person who pressed.
    /// </summary>
    internal TurnState AsRead(PersonId reader, Context context)
    {
        var now = context.Now;
        var any =
            new[] { SameName, Alike, Found, Register, RegisterPage?.Rows ?? [], SameType }.Any(rows =>
                rows.Any(entry => now < entry.Held?.Until)
            ) || new[] { Pending, Cases, Own }.Any(rows => rows.Any(line => now < line.Held?.Until));
        return any
            ? this with
            {
                SameName = Entries(SameName),
                Alike = Entries(Alike),
                Found = Entries(Found),
                Register = Entries(Register),
                RegisterPage = RegisterPage is { } page ? page with { Rows = Entries(page.Rows) } : null,
                SameType = Entries(SameType),
                Pending = Lines(Pending),
                Cases = Lines(Cases),
                Own = Lines(Own),
            }
            : this;

        IReadOnlyList<RegisterEntry> Entries(IReadOnlyList<RegisterEntry> rows) =>
            [.. rows.Where(entry => entry.Held is not { Status: null } held || now >= held.Until).Select(entry => entry.AsOf(now))];

        IReadOnlyList<CaseLine> Lines(IReadOnlyList<CaseLine> rows) =>
            [.. rows.Where(line => !line.IsUnsent(now) || context.Roles.Same(line.Requester.Id, reader)).Select(line => line.AsOf(now))];
    }
}

/// <param name="First">The newest few, with their names as the bot knows them.</param>
/// <param name="Count">People, each once.</param>
public sealed record PolicyReaders(IReadOnlyList<(Person Person, DateTimeOffset At)> First, int Count);

/// <param name="Before">Rows before the ones in the state.</param>
/// <param name="After">Rows known to follow.</param>
/// <param name="GoesOn">There are more, and nobody counted how many: a page costs what it shows, however long the list is.</param>
public sealed record ListEnds(int Before, int After, bool GoesOn);

/// <summary>A case in a list: the index row, not the whole case.</summary>
public sealed record CaseLine
{
    public required string Id { get; init; }
    public required string Supplier { get; init; }
    public required CaseStatus Status { get; init; }
    public required Tier Tier { get; init; }
    public required Person Requester { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required int OpenPoints { get; init; }
    public required int ApprovalsGiven { get; init; }
    public required int ApprovalsNeeded { get; init; }

    /// <summary>The role whose step is next; empty once decided.</summary>
    public required string NextRole { get; init; }
    public Person? ClaimedBy { get; init; }

    /// <summary>Null in what was kept before claims had a time here.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>
    /// The owner and everybody who said yes: it waits for none of them, whatever their role. Null in what was kept before lines said so.
    /// </summary>
    public IReadOnlyList<PersonId>? NoPart { get; init; }

    /// <summary>On a row of the queue of agreements alone: what waits, beside a decision on the whole; null on all others.</summary>
    public IReadOnlyList<AgreementWait>? Agreements { get; init; }

    /// <summary>On such a row: the roles that approve.</summary>
    public IReadOnlyList<string>? Approvers { get; init; }

    /// <summary>What the line says while the newest press can be undone; null where none can.</summary>
    public HeldLine? Held { get; init; }

    /// <summary>Who sent it can still undo that: nobody else reads of it.</summary>
    public bool IsUnsent(DateTimeOffset now) => Held is { Status: null } held && now < held.Until;

    /// <summary>As it is read: while a press can be undone, it says what it said before.</summary>
    public CaseLine AsOf(DateTimeOffset now) =>
        Held is { Status: { } status } held && now < held.Until ? this with { Status = status } : this;

    /// <summary>As it is now: a claim that lapsed is nobody's.</summary>
    public CaseLine AsOf(DateTimeOffset now, WorkingCalendar calendar) =>
        ClaimedAt is { } at && ClaimHandler.Lapsed(at, now, calendar) ? this with { ClaimedBy = null, ClaimedAt = null } : this;

    /// <summary>The row of what waits beside the decision on the whole.</summary>
    public CaseLine ForAgreements(Case current) =>
        this with
        {
            Agreements = AgreementWaits.Of(current),
            Approvers = [.. current.Assessment.Approvals.Select(seat => seat.Role).Distinct()],
            NoPart = [current.Owner.Id],
        };

    /// <summary>
    /// Counted as the decision counts: a role nobody holds is not waited for. What is decided waits for nobody, so that its line follows
    /// from the case alone: anyone who holds a role afterwards changes nothing of what was.
    /// </summary>
    public static CaseLine Of(Case current, RoleHolders roles)
    {
        var quorum = current.IsOpen ? Quorum.Of(current, roles) : null;
        return new()
        {
            Id = current.Id,
            Supplier = current.Supplier,
            Status = current.Status,
            Tier = current.Assessment.Tier,
            Requester = current.Requester,
            SubmittedAt = current.SubmittedAt,
            DueAt = current.DueAt,
            OpenPoints = current.Assessment.OpenPoints.Count,
            ApprovalsGiven = quorum?.Given ?? current.Approvals.Count,
            ApprovalsNeeded = quorum?.Needed ?? current.Approvals.Count,
            NextRole = quorum?.NextRole ?? "",
            ClaimedBy = current.Claim?.By,
            ClaimedAt = current.Claim?.At,
            Held = current.Undoable is { } press ? new(press.HeldUntil, press.Before) : null,
            NoPart = current.IsOpen ? [current.Owner.Id, .. current.Approvals.SelectMany(approval => approval.Voices())] : null,
        };
    }
}

/// <inheritdoc cref="HeldStatus"/>
public sealed record HeldLine(DateTimeOffset Until, CaseStatus? Status);
