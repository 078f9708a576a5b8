using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>
/// Admins say by which other names an entry is meant, and what its supplier is called now. Names alone change: no answer, no tier, nothing
/// that was decided. Each has its way back.
/// </summary>
internal static class NamesHandler
{
    private const int LongestShown = 60;

    public static Outcome Add(CaseRequest request, string typed)
    {
        if ((Refusal(request) ?? Unfit(request, typed)) is { } refused)
            return refused;
        var name = Name(typed);
        var current = request.Case;
        if (request.State.Entry is { } entry && EntryNames.All(entry).Any(own => SupplierNames.Same(own, name)))
            return request.Refuse("names.known", ("name", Shown(name)), ("entry", current.EntryId));
        if (current.Aliases.Count + current.FormerNames.Count >= EntryNames.MostRecorded)
            return request.Refuse("names.too_many", ("max", CaseTexts.Number(EntryNames.MostRecorded)));
        return request.Accept(
            current with
            {
                Names = RecordedNames.Of([.. current.Aliases, name], current.FormerNames),
            },
            request.Event(AuditEventKind.AliasAdded, name),
            request.SayStored("story.alias_added", ("name", request.Actor.Person.Name), ("alias", Shown(name))),
            null,
            committed =>
                Said(
                    committed,
                    request.Say(
                        "names.alias_added",
                        ("alias", Shown(name)),
                        ("supplier", Shown(current.Supplier)),
                        ("entry", current.EntryId)
                    ),
                    new Button(request.Say("button.alias_remove"), Verbs.RemoveAlias, name)
                )
        );
    }

    /// <summary>A former name, too: a slip in a rename means nobody.</summary>
    public static Outcome Remove(CaseRequest request, string typed)
    {
        if (Refusal(request) is { } refused)
            return refused;
        var current = request.Case;
        string[] recorded = [.. current.Aliases, .. current.FormerNames];
        if (recorded.FirstOrDefault(one => SupplierNames.Same(one, typed)) is not { } name)
            return request.Refuse(
                "names.no_alias",
                ("name", Shown(typed)),
                ("names", recorded.Length == 0 ? request.Say("names.none") : string.Join(", ", recorded.Select(Shown)))
            );
        return request.Accept(
            current with
            {
                Names = RecordedNames.Of([.. current.Aliases.Where(IsLeft)], [.. current.FormerNames.Where(IsLeft)]),
            },
            request.Event(AuditEventKind.AliasRemoved, name),
            request.SayStored("story.alias_removed", ("name", request.Actor.Person.Name), ("alias", Shown(name))),
            null,
            committed =>
                Said(
                    committed,
                    request.Say("names.alias_removed", ("alias", Shown(name)), ("entry", current.EntryId)),
                    new Button(request.Say("button.alias_back"), Verbs.Alias, name)
                )
        );

        bool IsLeft(string one) => !SupplierNames.Same(one, name);
    }

    /// <summary>Everybody reads the new name: it is asked about where it was typed.</summary>
    public static Outcome Rename(CaseRequest request, string typed)
    {
        if ((Refusal(request) ?? Unfit(request, typed)) is { } refused)
            return refused;
        var (current, name) = (request.Case, Name(typed));
        if (current.IsOpen)
            return request.Refuse("names.in_review", ("id", current.Id));
        if (current.Supplier == name)
            return request.Refuse("names.known", ("name", Shown(name)), ("entry", current.EntryId));
        if (request.Press.Target.Length == 0)
            return Outcome.Say(
                Said(
                    request,
                    request.Say(
                        "names.rename_asks",
                        ("supplier", Shown(current.Supplier)),
                        ("name", Shown(name)),
                        ("entry", current.EntryId)
                    ),
                    new Button(request.Say("button.rename"), Verbs.Rename, name, Style: ButtonStyle.Main),
                    new Button(request.Say("talk.cancel_button"), Verbs.Say, Says: "never mind")
                )
            );
        return Rights.Stale(request) ?? Renamed(request, name);
    }

    private static Outcome Renamed(CaseRequest request, string name)
    {
        var current = request.Case;
        var answers = current.Answers.With("name", name);
        // Back to a name it had: that one is no former name any more.
        string[] former =
        [
            .. current.FormerNames.Append(current.Supplier).Where(one => !SupplierNames.Same(one, name)).DistinctBy(SupplierNames.Identity),
        ];
        return request.Accept(
            current with
            {
                Answers = answers,
                Names = RecordedNames.Of(
                    current.Aliases,
                    [.. former.TakeLast(Math.Max(0, EntryNames.MostRecorded - current.Aliases.Count))]
                ),
                ContentVersion = current.ContentVersion + 1,
                Changes = [.. current.Changes, .. AnswerRevision.Changes(current.Answers, answers, request.Actor.Person, request.Now)],
            },
            request.Event(AuditEventKind.SupplierRenamed, $"{current.Supplier} → {name}"),
            request.SayStored("story.renamed", ("name", request.Actor.Person.Name), ("from", Shown(current.Supplier)), ("to", Shown(name))),
            $"rename-{current.Id}-{current.ContentVersion}",
            committed =>
                Said(
                    committed,
                    request.Say("names.renamed", ("supplier", Shown(current.Supplier)), ("name", Shown(name)), ("entry", current.EntryId)),
                    new Button(request.Say("button.rename_back"), Verbs.Rename, current.Supplier)
                )
        );
    }

    /// <summary>By admins, of the case behind the entry, while nobody reviews it: the review takes the names along.</summary>
    private static Outcome? Refusal(CaseRequest request) =>
        !HelpLines.IsAdmin(request.Actor.Id, request.Roles)
            ? request.Refuse("names.not_admin", ("names", CaseTexts.Names(request.Roles.Admins, request.Context)))
        : request.State.Entry?.CaseId != request.Case.Id ? request.Refuse("renew.newer", ("id", request.State.Entry?.CaseId ?? ""))
        : EntryRights.UnderReview(request);

    private static Outcome? Unfit(CaseRequest request, string typed)
    {
        var name = Name(typed);
        if (SupplierNames.Plain(name).Length == 0)
            return request.Refuse("names.which");
        if (name.Length > SupplierNames.Longest)
            return request.Refuse("names.too_long", ("max", CaseTexts.Number(SupplierNames.Longest)));
        // A name that means another supplier would say yes for the wrong one.
        return request.State.SameName.FirstOrDefault(other => !SupplierNames.Same(other.Supplier, request.Case.Supplier)) is { } taken
            ? request.Refuse("names.taken", ("name", Shown(name)), ("supplier", Shown(taken.Supplier)), ("entry", taken.Id))
            : null;
    }

    private static View.Notice Said(CaseRequest request, string words, params IReadOnlyList<Button> buttons) =>
        new("", [new LabelledText(words)])
        {
            Plain = Texts.Clip(words, 120),
            Stamp = CardStamp.OfCase(request.Case.Id, Slot.Receipt, request.Case.ContentVersion),
            Buttons = buttons,
        };

    private static string Name(string typed) => TypedText.OneLine(typed).Trim();

    private static string Shown(string name) => Texts.Clip(TypedText.OneLine(name), LongestShown);
}
