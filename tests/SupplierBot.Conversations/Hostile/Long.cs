namespace SupplierBot.Conversations;

/// <summary><c>./test.sh --long</c>: the same tests over more cases.</summary>
internal static class Long
{
    public static bool Run { get; } = Environment.GetEnvironmentVariable("SUPPLIERBOT_LONG") == "1";

    public static int Or(int longRun, int usual) => Run ? longRun : usual;
}
