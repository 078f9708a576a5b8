using SupplierBot.Chat.Files;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Imports;

/// <summary>
/// The register a company has, dropped into the own chat of an admin: looked at, imported while the message says how far it is, taken back.
/// Eight parts: the file, who writes, what is known of batches, where it is said, in which words and to whom, how far it is, the log.
/// </summary>
public sealed class ImportTurns(
    ImportFiles files,
    ImportWriter writer,
    ImportStore store,
    TurnResponder responder,
    ContextFactory contexts,
    RoleAssignmentStore assignments,
    LongWork longWork,
    ILogger<ImportTurns> log
)
{
    /// <summary>The file can be a register, and the person is an admin.</summary>
    public async Task<bool> MayOfferAsync(Turn turn, Request.GiveFile given, CancellationToken cancellation) =>
        given.Others.Count == 0 && files.MayRead(given.Name) && IsAdmin(turn.Actor, await ContextAsync(turn, cancellation));

    /// <param name="alone">It is kept for that alone, so that there has to be an answer.</param>
    public async Task<IReadOnlyList<View>> OfferAsync(Turn turn, bool alone, CancellationToken cancellation)
    {
        var context = await ContextAsync(turn, cancellation);
        var step = new ImportStep(ImportStepKind.Plan, IncomingFiles.KeyOf(turn.Id, turn.Actor.Id));
        return await files.ReadAsync(step.About, turn.Actor.Id, ImportChoices.None, context, cancellation) switch
        {
            { Read: SheetFile.Read read, Plan: { } plan } found => [ImportCards.Offer(found.File, read, plan, step, context)],
            _ when !alone => [],
            { Read: SheetFile.Refused { Why: var why } } => [ImportCards.Refused(new ImportTexts(context).Refused(why))],
            null => [ImportCards.Refused(context.Wording["import.file_gone"])],
            _ => [ImportCards.Refused(context.Wording["import.no_header"])],
        };
    }

    public async Task<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var context = await ContextAsync(turn, cancellation);
        if (!IsAdmin(turn.Actor, context))
            return await responder.SayAsync(turn, ImportCards.Refused(context.Wording["import.admins_only"]));
        if (ImportStep.Read(turn.Request.Press?.Target ?? "") is not { } step)
            return await responder.SayAsync(turn, ImportCards.Refused(context.Wording["import.file_gone"]));
        if (step.Kind == ImportStepKind.Undo)
            return await WorkedAsync(turn, progress => UndoneAsync(turn, step, progress, context), context);
        step = step.With(turn.Request.Press!);
        var read = await files.ReadAsync(step.About, turn.Actor.Id, step.Choices(context.Wording), context, cancellation);
        return read switch
        {
            null => await responder.SayAsync(turn, ImportCards.Refused(context.Wording["import.file_gone"])),
            { Read: SheetFile.Refused { Why: var why } } => await responder.SayAsync(
                turn,
                ImportCards.Refused(new ImportTexts(context).Refused(why))
            ),
            { Plan: null } => await responder.SayAsync(turn, ImportCards.Refused(context.Wording["import.no_header"])),
            { Plan: { } plan, File: var file } when step.Kind == ImportStepKind.Columns => await responder.SayAsync(
                turn,
                ImportCards.Form(file, plan, step, context)
            ),
            { Plan: { } plan, File: var file } when step.Kind == ImportStepKind.Groups => await responder.SayAsync(
                turn,
                ImportCards.Groups(file, plan, step, context)
            ),
            { Plan: { Lines.Count: > 0 } plan, File: var file } when step.Kind == ImportStepKind.Run => await WorkedAsync(
                turn,
                progress => ImportedAsync(turn, file, plan, step, progress, context),
                context
            ),
            { Plan: { } plan, File: var file, Read: SheetFile.Read sheets } => await responder.SayAsync(
                turn,
                ImportCards.Offer(file, sheets, plan, step with { Kind = ImportStepKind.Plan }, context)
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<View> ImportedAsync(
        Turn turn,
        ImportSource file,
        ImportPlan plan,
        ImportStep step,
        IProgress<int> progress,
        Context context
    )
    {
        var import = new NewImport(turn.Actor.Person, file.Name, file.Sha256, plan.Lines) { Operation = file.Key };
        var batch = await writer.RunAsync(import, progress, CancellationToken.None);
        Log.RegisterImported(log, batch.Id, batch.Lines, batch.Stage);
        return batch.Stage == ImportStage.Done ? ImportCards.Done(batch, context) : ImportCards.Stopped(step, context);
    }

    private async Task<View> UndoneAsync(Turn turn, ImportStep step, IProgress<int> progress, Context context)
    {
        if (await store.FindAsync(step.About, CancellationToken.None) is not { Value: { } before })
            return ImportCards.Refused(context.Wording["import.file_gone"]);
        if (before.Stage == ImportStage.Done && !writer.MayUndo(before))
            return ImportCards.Refused(context.Wording.Fill("import.too_late", ("n", CaseDays)));
        var batch = await writer.UndoAsync(before.Id, turn.Actor.Person, progress, CancellationToken.None);
        Log.RegisterImported(log, batch.Id, batch.Lines, batch.Stage);
        return ImportCards.Undone(batch, context);
    }

    private static string CaseDays => ImportBatch.Undoable.Days.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What is quick is the answer itself; what takes longer goes on in a message that says how far it is.</summary>
    private async Task<TurnAnswer> WorkedAsync(Turn turn, Func<IProgress<int>, Task<View>> work, Context context)
    {
        var done = new WorkProgress();
        // Beyond the turn, which a platform ends after some seconds.
        var working = Task.Run(() => OrStoppedAsync(turn, () => work(done), context), CancellationToken.None);
        if (await longWork.IsQuickAsync(working))
            return await responder.SayAsync(turn, await working);
        _ = longWork.FollowAsync(turn, working, done, () => ImportCards.Busy(done.Lines, context));
        return turn.AnswersInPlace ? await responder.SayAsync(turn, ImportCards.Busy(done.Lines, context)) : new TurnAnswer.Nothing();
    }

    private async Task<View> OrStoppedAsync(Turn turn, Func<Task<View>> work, Context context)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException) // the batch says how far it came; the same press goes on
        {
            Log.ImportStopped(log, fault);
            return ImportCards.Stopped(ImportStep.Read(turn.Request.Press!.Target)!, context);
        }
    }

    private async Task<Context> ContextAsync(Turn turn, CancellationToken cancellation) =>
        contexts.Create((await assignments.RecentAsync(cancellation)).Roles, turn.Conversation);

    private static bool IsAdmin(Actor actor, Context context) => context.Roles.Admins.Any(admin => context.Roles.Same(admin.Id, actor.Id));
}
