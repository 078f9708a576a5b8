using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupplierBot.Onboarding.Risk;

/// <summary>Assessments as the JSON that <c>assess FILE</c> prints (Policies/README.md "Assessing a file").</summary>
internal static class AssessOutput
{
    // The output is a file or a terminal, never a page: apostrophes and accents stay readable.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<(string Id, Assessment Assessment)> assessments)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartArray();
            foreach (var (id, assessment) in assessments)
            {
                Write(json, id, assessment);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, string id, Assessment assessment)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", assessment.Type);
        Texts(json, "types", assessment.Types);
        json.WriteString("tier", assessment.Tier.ToString());
        json.WriteNumber("score", assessment.Score);
        Parts(json, assessment.Parts);
        Texts(json, "floors", assessment.Floors.Select(floor => floor.Id));
        Objects(json, "clauses", assessment.Clauses, Clause);
        Objects(json, "evidence", assessment.Evidence, Evidence);
        json.WriteNumber("reviewMonths", assessment.ReviewMonths);
        Objects(json, "approvals", assessment.Approvals, Seat);
        Texts(json, "flags", assessment.Flags);
        json.WriteString("policyVersion", assessment.PolicyVersion);
        json.WriteEndObject();
    }

    private static void Parts(Utf8JsonWriter json, IReadOnlyList<ScorePart> parts)
    {
        json.WriteStartObject("parts");
        foreach (var part in parts)
        {
            json.WriteNumber(part.Name, part.Points);
        }

        json.WriteEndObject();
    }

    private static void Clause(Utf8JsonWriter json, RequiredClause clause)
    {
        json.WriteString("id", clause.Id);
        json.WriteStartObject("parameters");
        foreach (var (name, value) in clause.Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteString("because", clause.Because);
    }

    private static void Evidence(Utf8JsonWriter json, RequiredEvidence evidence)
    {
        json.WriteString("id", evidence.Id);
        json.WriteString("because", evidence.Because);
    }

    private static void Seat(Utf8JsonWriter json, ApprovalSeat seat)
    {
        json.WriteNumber("step", seat.Step);
        json.WriteString("role", seat.Role);
        json.WriteNumber("people", seat.People);
    }

    private static void Objects<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> members)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            json.WriteStartObject();
            members(json, one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
