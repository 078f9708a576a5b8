using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Sentences;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Exports;

/// <summary>
/// Who may take which file: those who read every request take everything, everybody else the lines they own or asked for, and the policy
/// is for all.
/// </summary>
internal static class ExportHandler
{
    private static readonly ExportFormat[] OfLines = [ExportFormat.Excel, ExportFormat.Csv, ExportFormat.Json];
    private static readonly ExportFormat[] OfTexts = [ExportFormat.Word, ExportFormat.Markdown];

    public static Outcome Handle(Request.Download asked, Actor actor, Policy policy, Context context) =>
        asked switch
        {
            Request.DownloadRegister { Unread: { Length: > 0 } unread } => RegisterLists.NotRead(unread, context),
            Request.DownloadRegister register => Register(register, actor, context),
            Request.DownloadPolicy => Made(asked.Format, OfTexts, format => new ExportOrder.PolicyText(format), context),
            _ when !context.Roles.ReadsEverything(actor.Id) => Refused("export.not_yours", context),
            Request.DownloadReport report => Made(
                asked.Format,
                OfTexts,
                format => new ExportOrder.Report(QuarterOf(report, context), format),
                context
            ),
            Request.DownloadPack pack => Pack(pack, context),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static Outcome Schedule(CaseRequest request) =>
        request.Asked is not Request.DownloadSchedule asked ? Outcome.Say(CaseViews.For(request, ""))
        : asked.ForLegal && !request.Context.Roles.ReadsEverything(request.Actor.Id) ? Refused("export.legal_not_yours", request.Context)
        : Made(asked.Format, OfTexts, wanted => new ExportOrder.Schedule(request.Case.Id, asked.ForLegal, wanted), request.Context);

    public static Outcome Needs(CaseRequest request) => Of(new ExportOrder.Needs(request.Case.Id));

    private static Outcome Register(Request.DownloadRegister register, Actor actor, Context context) =>
        Made(register.Format, OfLines, format => new ExportOrder.Register(register.Filter, format), context) is { Export: { } export } made
        && !context.Roles.ReadsEverything(actor.Id)
            ? made with
            {
                Export = export with { OnlyOf = actor.Id },
            }
            : Made(register.Format, OfLines, format => new ExportOrder.Register(register.Filter, format), context);

    private static Quarter QuarterOf(Request.DownloadReport report, Context context) =>
        report.Quarter is { } named ? named
        : Quarter.Of(context.Calendar.Today(context.Now)) is var running && report.Last ? running.Before
        : running;

    private static Outcome Pack(Request.DownloadPack pack, Context context)
    {
        if (pack.Unread.Length > 0)
            return Refused("export.pack_unread", context, ("words", SentenceRequest.Short(pack.Unread)));
        var today = context.Calendar.Today(context.Now);
        var from = pack.From ?? new DateOnly((pack.To ?? today).Year, 1, 1);
        var to = pack.To ?? today;
        return from > to
            ? Refused("export.period", context, ("from", Dates.Day(from, context)), ("to", Dates.Day(to, context)))
            : Of(new ExportOrder.Pack(from, to, pack.Sample, pack.WithFiles));
    }

    /// <summary>In the format that was asked for, or the first of those there are.</summary>
    private static Outcome Made(ExportFormat? asked, ExportFormat[] known, Func<ExportFormat, ExportOrder> order, Context context) =>
        asked is { } format && !known.Contains(format)
            ? Refused(
                "export.format",
                context,
                ("formats", string.Join(", ", known.Select(one => context.Wording[$"export.format_{one}"])))
            )
            : Of(order(asked ?? known[0]));

    private static Outcome Of(ExportOrder order) => new() { Answer = null, Export = new(order, null) };

    private static Outcome Refused(string key, Context context, params ReadOnlySpan<(string Name, string Value)> holes)
    {
        var words = context.Wording.Fill(key, holes);
        return Outcome.Say(new View.Notice("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120) }) with { Refused = key };
    }
}

/// <summary>A file that is to be made.</summary>
/// <param name="OnlyOf">Only the lines this person owns or asked for; null for all.</param>
public sealed record OrderedExport(ExportOrder Order, PersonId? OnlyOf);
