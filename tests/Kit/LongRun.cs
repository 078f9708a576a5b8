namespace SupplierBot;

/// <summary><c>./test.sh --long</c>: the same tests over more cases.</summary>
internal static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("SUPPLIERBOT_LONG") == "1";

    public static int Or(int longRun, int usual) => IsOn ? longRun : usual;
}
