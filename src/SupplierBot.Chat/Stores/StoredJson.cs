using System.Text.Json;
using System.Text.Json.Serialization;
using SupplierBot.Chat.Access;
using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Exports;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Stores;

/// <summary>Shapes that are kept. A change here needs a reader for every shape ever shipped: golden files in the tests say which.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters = [typeof(AnswersConverter), typeof(PersonIdConverter), typeof(ClauseConverter), typeof(EvidenceConverter)]
)]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(CaseLine))]
[JsonSerializable(typeof(RegisterEntry))]
[JsonSerializable(typeof(StoredDraft))]
[JsonSerializable(typeof(StoredConversation))]
[JsonSerializable(typeof(StoredAccount))]
[JsonSerializable(typeof(JoinedAccounts))]
[JsonSerializable(typeof(OutboxItem))]
[JsonSerializable(typeof(SlotState))]
[JsonSerializable(typeof(StoredDeadLetter))]
[JsonSerializable(typeof(AuditEvent))]
[JsonSerializable(typeof(RoleAssignments))]
[JsonSerializable(typeof(Announcement))]
[JsonSerializable(typeof(DigestRecord))]
[JsonSerializable(typeof(DigestIssue))]
[JsonSerializable(typeof(ExportLog))]
[JsonSerializable(typeof(FileLink))]
[JsonSerializable(typeof(UndoSnapshot))]
[JsonSerializable(typeof(ApiKey))]
[JsonSerializable(typeof(ImportLog))]
[JsonSerializable(typeof(ImportBatch))]
[JsonSerializable(typeof(ImportedLine))]
[JsonSerializable(typeof(PolicyLog))]
[JsonSerializable(typeof(PolicyProposal))]
public sealed partial class StoredJson : JsonSerializerContext;

internal sealed class PersonIdConverter : JsonConverter<PersonId>
{
    public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A person id is a string."));

    public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

internal sealed class AnswersConverter : JsonConverter<Answers>
{
    public override Answers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var answers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Answers are an object of arrays.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var id = reader.GetString()!;
            reader.Read();
            answers[id] = Picked(ref reader);
        }
        return Answers.From(answers);
    }

    public override void Write(Utf8JsonWriter writer, Answers value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var id in value.Ids)
        {
            writer.WriteStartArray(id);
            foreach (var picked in value.Picked(id))
                writer.WriteStringValue(picked);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static string[] Picked(ref Utf8JsonReader reader)
    {
        var picked = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            picked.Add(reader.GetString()!);
        return [.. picked];
    }
}
