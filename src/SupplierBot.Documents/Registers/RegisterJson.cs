using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <summary>The whole register as JSON, for programs (README.md "JSON").</summary>
public static class RegisterJson
{
    public static async Task WriteAsync(
        IAsyncEnumerable<SupplierRecord> records,
        Provenance provenance,
        Wording wording,
        FileTarget target,
        CancellationToken cancellation
    )
    {
        var context = new RegisterContext(provenance, wording);
        await using var file = new JsonFile(context, target.Scratch());
        await RegisterFiles.WriteAsync(records, file, context, target, cancellation);
    }
}

internal sealed class JsonFile : IRegisterFile
{
    private const int FlushAt = 64 * 1024;
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly Utf8JsonWriter json;
    private readonly Stream scratch;
    private readonly RegisterCounts counts = new();

    public JsonFile(RegisterContext context, Stream scratch)
    {
        this.scratch = scratch;
        json = new(scratch, Options);
        json.WriteStartObject();
        json.WriteNumber("shape", 1);
        json.WritePropertyName("provenance");
        JsonValues.Write(json, context.Provenance);
        json.WriteStartArray("suppliers");
    }

    public async ValueTask AddAsync(SupplierLine line, CancellationToken cancellation)
    {
        counts.Add(line);
        json.WriteStartObject();
        JsonValues.Members(json, SupplierColumns.All, line);
        Ids(line);
        counts.AddParts(
            List("contractPoints", ContractPointColumns.All, line.ContractPoints()),
            List("documents", DocumentColumns.All, line.Documents()),
            List("conditions", ConditionColumns.All, line.Conditions()),
            List("reviews", ReviewColumns.All, line.Reviews())
        );
        json.WriteEndObject();
        if (json.BytesPending >= FlushAt)
            await json.FlushAsync(cancellation);
    }

    public async Task FinishAsync(Stream output, CancellationToken cancellation)
    {
        json.WriteEndArray();
        json.WriteStartObject("counts");
        json.WriteNumber("suppliers", counts.Suppliers);
        json.WriteNumber("contractPoints", counts.ContractPoints);
        json.WriteNumber("documents", counts.Documents);
        json.WriteNumber("conditions", counts.Conditions);
        json.WriteNumber("reviews", counts.Reviews);
        json.WriteNumber("withoutCase", counts.Unreadable);
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        scratch.Position = 0;
        await scratch.CopyToAsync(output, 128 * 1024, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        // What is pending after a fault is of no use, and would be written by the writer's own end.
        json.Reset(Stream.Null);
        await json.DisposeAsync();
        await scratch.DisposeAsync();
    }

    /// <summary>What a program compares: words may be worded otherwise tomorrow.</summary>
    private void Ids(SupplierLine line)
    {
        json.WriteString("statusId", line.Status.ToString());
        json.WriteString("tierId", line.Entry.KnownTier?.ToString());
        Strings("typeIds", line.Entry.Types);
        Strings("dataIds", line.Entry.Data);
        json.WriteString("ownerId", line.Entry.Owner.Id.Value);
        json.WriteBoolean("mayBeUsed", line.MayBeUsed);
        json.WriteString("mergedInto", line.Entry.MergedInto);
        json.WriteStartArray("gaps");
        foreach (var gap in line.Entry.Gaps)
        {
            json.WriteStartObject();
            json.WriteString("holder", gap.Holder.ToString());
            json.WriteNumber("contractPoints", gap.Clauses);
            json.WriteNumber("documents", gap.Documents);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Strings(string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(SheetText.Whole(text));
        json.WriteEndArray();
    }

    private int List<T>(string name, IReadOnlyList<Column<T>> columns, IEnumerable<T> lines)
    {
        var count = 0;
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            json.WriteStartObject();
            // Number and name of the supplier are those of the object around it.
            JsonValues.Members(json, columns.Skip(2), line);
            json.WriteEndObject();
            count++;
        }
        json.WriteEndArray();
        return count;
    }
}

internal static class JsonValues
{
    public static void Members<T>(Utf8JsonWriter json, IEnumerable<Column<T>> columns, T line)
    {
        foreach (var column in columns)
        {
            var cell = column.Of(line);
            if (cell.Kind == CellKind.Empty)
                json.WriteNull(column.JsonName);
            else
                Write(json, column.JsonName, cell);
        }
    }

    public static void Write(Utf8JsonWriter json, Provenance provenance)
    {
        json.WriteStartObject();
        json.WriteString("organisation", SheetText.Whole(provenance.Organisation));
        json.WriteString("at", provenance.At);
        json.WriteString("zone", provenance.Zone.Id);
        json.WriteString("by", SheetText.Whole(provenance.By.Name));
        json.WriteString("byId", provenance.By.Id.Value);
        json.WriteString("policyVersion", provenance.PolicyVersion);
        json.WriteString("policyApproval", SheetText.Whole(provenance.PolicyApproval));
        json.WriteString("filter", SheetText.Whole(provenance.Filter));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, JsonEncodedText name, in Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                json.WriteString(name, SheetText.Whole(cell.Text));
                break;
            case CellKind.Number:
                json.WriteNumber(name, cell.Number);
                break;
            case CellKind.Day:
                json.WriteString(name, FileDates.Iso(DateOnly.FromDayNumber((int)cell.Number)));
                break;
            case CellKind.Moment:
                json.WriteString(name, new DateTimeOffset(cell.Number, TimeSpan.FromMinutes(cell.OffsetMinutes)));
                break;
            case CellKind.Empty:
                break;
        }
    }
}
