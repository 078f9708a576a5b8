namespace SupplierBot.Documents.Tests.Kit;

/// <summary>Scratch streams as the product gives them: files that are gone when they are closed.</summary>
internal sealed class ScratchFiles
{
    public int Made { get; private set; }
    public int Open { get; private set; }

    public Stream Next()
    {
        Made++;
        Open++;
        return new Kept(this);
    }

    private sealed class Kept(ScratchFiles files)
        : FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        )
    {
        private bool closed;

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            files.Open -= closed ? 0 : 1;
            closed = true;
        }
    }
}
