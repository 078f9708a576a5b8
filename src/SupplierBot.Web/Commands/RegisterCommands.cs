using System.CommandLine;
using SupplierBot.Onboarding.Imports;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>The register that a company has already, brought along from a spreadsheet; beside a running bot, too.</summary>
internal static class RegisterCommands
{
    private const string Undoing = "undo";

    public static Command Register() =>
        new("register", "Bring along the register that the company has already, or take an import back.") { Import() };

    private static Command Import()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "A workbook (.xlsx, .xlsm) or a table (.csv) with a row for each supplier.",
            Arity = ArgumentArity.ExactlyOne,
        };
        var map = new Option<string>("--map")
        {
            Description =
                $"Columns to change, by header or letter: \"Vendor=supplier,F=owner,Cost=-\". Fields: {string.Join(", ", ImportColumns.Choices.Select(ImportColumns.Word))}; - leaves a column out.",
        };
        var sheet = new Option<string>("--sheet")
        {
            Description = "The sheet to read; without it, the one that looks most like a register.",
        };
        var duplicates = new Option<string>("--duplicates")
        {
            Description =
                "What becomes of rows that may be a supplier that is there already: skip (default), same (under its name) or both.",
        };
        var decide = new Option<string>("--decide") { Description = "The same for some of them, by name: \"Acme Notes=same,Beta=both\"." };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would come in. Without --yes that is all that happens." };
        var yes = new Option<bool>("--yes") { Description = "Import what the dry run says." };
        var command = new Command(
            "import",
            "Import suppliers as in use, not assessed yet. Says row by row what would come in; --yes imports it. May run beside the bot."
        )
        {
            file,
            map,
            sheet,
            duplicates,
            decide,
            dry,
            yes,
            Undo(),
        };
        StoredDataCommand.SetAction(
            command,
            StoredDataCommand.Use.Note,
            (parsed, kept, cancellation) =>
                RegisterImport.RunAsync(
                    parsed.GetRequiredValue(file),
                    RegisterChoices.Read(
                        parsed.GetValue(map),
                        parsed.GetValue(sheet),
                        parsed.GetValue(duplicates),
                        parsed.GetValue(decide),
                        RegisterImport.WordingOf(kept)
                    ),
                    parsed.GetValue(yes) && !parsed.GetValue(dry),
                    kept,
                    cancellation
                ),
            parsed =>
                parsed.GetRequiredValue(file) is { Exists: false } missing ? $"{missing.FullName}: is not there. Correct the path." : null
        );
        return command;
    }

    private static Command Undo()
    {
        var batch = new Argument<string>("BATCH") { Description = "The import, IMP-0001." };
        var command = new Command(
            Undoing,
            "Take a whole import off the register within 30 days; entries that somebody worked on stay, and are named. May run beside the bot."
        )
        {
            batch,
        };
        StoredDataCommand.SetAction(
            command,
            StoredDataCommand.Use.Note,
            (parsed, kept, cancellation) => RegisterImport.UndoAsync(parsed.GetRequiredValue(batch).ToUpperInvariant(), kept, cancellation)
        );
        return command;
    }
}
