using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Documents.Text;

namespace SupplierBot.Documents.Tests.Text;

public sealed class PlainTextWriterTests
{
    [Fact]
    public void Lists_tables_and_signatures_read_as_text()
    {
        var text = PlainTextWriter.Write(
            new DocumentText(
                "Subject",
                "",
                DocxWriterTests.Everything("x").Frame,
                [
                    new Block.Heading(2, "Documents"),
                    new Block.BulletList(["Certificate", "Report"], Numbered: true),
                    new Block.Table([new("What"), new("When")], [Row.Of("Report", "1 Dec"), Row.Of("Other", "")]),
                    new Block.Signatures([new("For Acme", [new("Name")])]),
                ]
            )
        );
        Assert.Equal(
            "Documents\n\n1. Certificate\n2. Report\n\nWhat: Report; When: 1 Dec\nWhat: Other\n\n"
                + "For Acme\nName: ______________________________\n",
            text
        );
    }

    [Theory]
    [MemberData(nameof(DocumentSamples.HostileNames), MemberType = typeof(DocumentSamples))]
    public void Nothing_that_steers_a_screen_is_left(string name)
    {
        var text = PlainTextWriter.Write(DocxWriterTests.Everything(name));
        Assert.DoesNotContain(text, one => (char.IsControl(one) && one != '\n') || one is '\u202E' or '\u2066');
    }
}
