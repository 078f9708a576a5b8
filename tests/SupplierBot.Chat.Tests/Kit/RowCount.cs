using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>How many rows were read from tables and written to them: what a query costs, on any storage.</summary>
internal sealed class RowCount
{
    private int rows;
    private int requests;
    private int gets;
    private int commits;
    private int written;
    private int largest;
    private int largestPage;

    /// <summary>Changes of the largest transaction so far.</summary>
    public int Largest => largest;

    /// <summary>Rows of the largest page asked for so far.</summary>
    public int LargestPage => largestPage;

    /// <summary>Single rows asked for so far, there or not.</summary>
    public int Gets => gets;

    public void Got(Row? row)
    {
        Interlocked.Increment(ref gets);
        Asked(row is null ? 0 : 1);
    }

    public void Read(IReadOnlyList<Row> page, int take)
    {
        Raise(ref largestPage, take);
        Asked(page.Count);
    }

    public void Wrote(int changes)
    {
        Interlocked.Add(ref written, changes);
        Interlocked.Increment(ref commits);
        Raise(ref largest, changes);
    }

    /// <summary>Since it was asked last: transactions, and the changes in them.</summary>
    public (int Commits, int Changes) TakeWritten() => (Interlocked.Exchange(ref commits, 0), Interlocked.Exchange(ref written, 0));

    /// <summary>Since it was asked last.</summary>
    public (int Rows, int Requests) Take() => (Interlocked.Exchange(ref rows, 0), Interlocked.Exchange(ref requests, 0));

    private void Asked(int read)
    {
        Interlocked.Add(ref rows, read);
        Interlocked.Increment(ref requests);
    }

    private static void Raise(ref int most, int to)
    {
        var before = most;
        while (to > before && Interlocked.CompareExchange(ref most, to, before) != before)
            before = most;
    }
}
