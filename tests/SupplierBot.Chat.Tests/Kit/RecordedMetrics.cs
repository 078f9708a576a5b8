using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using SupplierBot.Chat.Telemetry;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>What one bot's instruments said, as "name{tag=value}".</summary>
internal sealed class RecordedMetrics : IDisposable
{
    private readonly ConcurrentDictionary<string, double> sums = new(StringComparer.Ordinal);
    private readonly MeterListener meters = new();
    private readonly ActivityListener spans;

    public RecordedMetrics(TestBot bot)
    {
        var instruments = bot.The<TurnMetrics>();
        bot.The<OutboxGauge>();
        bot.The<PendingGauge>();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, instruments.Meter))
                listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => Add(instrument, instrument is Histogram<double> ? 1 : value, tags)
        );
        meters.Start();
        spans = new ActivityListener
        {
            ShouldListenTo = source => ReferenceEquals(source, instruments.Source),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Spans.Add,
        };
        ActivitySource.AddActivityListener(spans);
    }

    public ConcurrentBag<Activity> Spans { get; } = [];

    /// <summary>The sum of what was added; of a histogram the number of records; 0 where nothing was said.</summary>
    public double this[string name] => sums.GetValueOrDefault(name);

    /// <summary>What a gauge says now.</summary>
    public double Now(string name)
    {
        sums.TryRemove(name, out _);
        meters.RecordObservableInstruments();
        return this[name];
    }

    public void Dispose()
    {
        meters.Dispose();
        spans.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        sums.AddOrUpdate(labels.Length > 0 ? $"{instrument.Name}{{{labels}}}" : instrument.Name, value, (_, before) => before + value);
    }
}
