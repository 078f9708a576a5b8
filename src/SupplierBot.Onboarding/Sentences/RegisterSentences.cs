using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>Questions to the whole register: what there is for a purpose, who owns it, how many there are.</summary>
internal static class RegisterSentences
{
    private const int MostNamed = 4;
    private const int MostCounted = 200;

    public static Outcome Alternatives(Request.Sentence said, SentenceRequest request)
    {
        var usable = request.State.Usable.Take(MostNamed).ToList();
        if (usable.Count == 0)
            return said is Request.FindForPurpose(var none)
                ? request.Reply(
                    request.Say("talk.nothing_for", ("purpose", SentenceRequest.Short(none))),
                    request.New(),
                    request.Says("talk.in_use_button", "suppliers in use")
                )
                : request.Reply(
                    request.Say("talk.no_alternatives", ("name", SentenceRequest.Short(said.About))),
                    request.Says("talk.in_use_button", "suppliers in use", ButtonStyle.Main),
                    request.Says("talk.request_another_button", "new")
                );
        var names = string.Join(", ", usable.Select(entry => SentenceRequest.Short(entry.Name)));
        return request.Reply(
            said is Request.FindForPurpose(var wanted)
                ? request.Say("talk.for_purpose", ("purpose", SentenceRequest.Short(wanted)), ("names", names))
                : request.Say("talk.alternatives", ("names", names)),
            [.. EntryCard.Buttons(usable), request.Says("talk.request_another_button", "new")]
        );
    }

    /// <summary>For those who may read every request.</summary>
    public static Outcome Count(string typed, SentenceRequest request)
    {
        if (!request.Context.Roles.ReadsEverything(request.Actor.Id))
            return request.Reply(request.Say("talk.count_security", ("names", request.Security)), request.New());
        var word = typed.Split(' ', '-')[0];
        Tier? tier = Enum.TryParse<Tier>(word, ignoreCase: true, out var read) && !char.IsDigit(word.FirstOrDefault()) ? read : null;
        var counted = request.State.Register.Where(entry => tier is null || entry.KnownTier == tier).ToList();
        var today = request.Context.Calendar.Today(request.Context.Now);
        var inUse = counted.Count(entry => RegisterFilter.IsIn(RegisterPart.InUse, entry, today));
        var (all, used) = (Counted(counted.Count), Counted(inUse));
        return request.Reply(
            tier is { } wanted
                ? request.Count(
                    "talk.count_tier",
                    counted.Count,
                    ("n", all),
                    ("tier", CaseTexts.Tier(wanted, request.Context)),
                    ("m", used)
                )
                : request.Count("talk.count_all", counted.Count, ("n", all), ("m", used)),
            request.Says(
                "talk.show_them_button",
                RegisterWords.Command(tier is { } asked ? new() { Tiers = [asked] } : new() { Part = RegisterPart.InUse }),
                ButtonStyle.Main
            ),
            request.Says("talk.by_status_button", "register")
        );
    }

    /// <summary>Who owns it, and when it is reviewed next.</summary>
    public static Outcome Owner(Request.Sentence said, SentenceRequest request)
    {
        if (request.Entries is not [var entry, ..])
            return said.About.Length == 0
                ? request.Reply(request.Context.Wording["talk.owner_which"])
                : NameAnswers.Unsure(AskedSupplier.Read(said.About), request.State, request.Context);
        (string, string)[] holes =
        [
            ("supplier", SentenceRequest.Short(entry.Supplier)),
            ("owner", entry.Owner.Name),
            ("month", entry.NextReview is { } review ? Dates.Month(review) : request.Context.Wording["words.soon"]),
            ("names", request.Security),
        ];
        var reviews =
            request.Context.Roles.Same(entry.Owner.Id, request.Actor.Id) || request.Context.Roles.ReadsEverything(request.Actor.Id);
        var start = request.Says("button.renew", $"review {entry.Id}", ButtonStyle.Main);
        return said switch
        {
            Request.LeaveOwnership => request.Reply(
                request.Say("talk.owner_leaves", holes),
                reviews ? [request.Says("button.change_owner", $"owner {entry.Id}", ButtonStyle.Main)] : []
            ),
            _ when entry.NextReview is null => request.Reply(request.Say("talk.owner_only", holes), request.OpenCase(entry.Id)),
            Request.AskNextReview when reviews => request.Reply(request.Say("talk.next_review", holes), start, request.OpenCase(entry.Id)),
            Request.AskNextReview => request.Reply(request.Say("talk.next_review", holes), request.OpenCase(entry.Id)),
            _ => request.Reply(request.Say("talk.owner", holes), request.OpenCase(entry.Id)),
        };
    }

    /// <summary>The list ends there, and nobody counts on.</summary>
    private static string Counted(int number) => CaseTexts.Number(number) + (number == MostCounted ? "+" : "");
}
