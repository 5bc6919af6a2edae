namespace Interphase.Cells.Tests;

/// <summary>What a protocol may not say, and what a person is told instead.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("charge at C/10")]
    [InlineData("discharge at 2 W")]
    [InlineData("discharge over 100 ohm")]
    [InlineData("hold 4.3 V")]
    [InlineData("rest")]
    [InlineData("charge at C/10 until 60 °C")]
    [InlineData("charge at C/10 until below 3 V")]
    [InlineData("hold 4.3 V until 1 mAh")]
    [InlineData("rest until below 30 °C")]
    public void A_step_without_a_certain_end_is_refused(string sentence) => Protocols.Problem(sentence).Expected.ShouldBe("an ending that is certain");

    [Theory]
    [InlineData("charge at C/10 until 4.3", "no unit")]
    [InlineData("charge at 0.1 until 4.3 V", "no unit")]
    [InlineData("rest 2", "no unit")]
    [InlineData("charge at C/10 until 4,3 V", "decimal comma")]
    [InlineData("charge at -1 mA until 4.3 V", "write `discharge at 1 mA`")]
    [InlineData("charge at 0 A until 4.3 V", "write `rest`")]
    [InlineData("charge at C/10 until 43 V", "between -5 V and 10 V")]
    [InlineData("charge at C/10 until C/20", "ends a hold")]
    [InlineData("charge at C/10 until 4.3 V until 1 h", "or until")]
    [InlineData("charge C/10 until 4.3 V", "did you mean `charge at C/10`?")]
    [InlineData("charge at C/10 for 4.3 V", "did you mean `until 4.3 V`?")]
    [InlineData("charge at C/10 until lower cut-off", "the upper cut-off")]
    [InlineData("charge over 100 ohm until 4 V", "only discharges")]
    [InlineData("chrage at C/10 until 4.3 V", "did you mean `charge`?")]
    [InlineData("wait 2 h", "did you mean `rest`?")]
    [InlineData("eis 1 MHz to 1 Hz", "did you mean `impedance`?")]
    [InlineData("rest until 1 mA", "no current flows at rest")]
    [InlineData("rest until 3 V", "until below 3 V")]
    [InlineData("rest 1 h until 2 h", "or until")]
    [InlineData("rest 1 h,", "nothing after the last comma")]
    [InlineData("charge at C/10 until cathode y = 1.5", "from 0 to 1")]
    [InlineData("charge at C/10 until cathode 4.3 V", "vs Li")]
    [InlineData("charge at C/10 until 1 Gh", "no unit known here")]
    [InlineData("charge at C/10 for 1e30 s", "check the unit")]
    [InlineData("hold until C/20", "hold 4.3 V until C/20")]
    [InlineData("rest 1 h, hold until C/20", "after no step that ends on a voltage")]
    [InlineData("charge at C/3 until 4.3 V or until cathode 4.2 V vs Li, hold until C/20", "2 voltages")]
    [InlineData(" ", "an empty sentence")]
    public void A_mistake_is_told_with_what_to_write(string sentence, string told) => Protocols.Problem(sentence).ToString().ShouldContain(told);

    [Theory]
    [InlineData("charge at C/10 until 4 V", "oneC")]
    [InlineData("charge at 1 mA until 4 V", "`area` or `diameter`")]
    [InlineData("discharge over 100 ohm until 2 V", "ohm cm2")]
    [InlineData("charge at 1 mA/cm2 until 1 mAh", "without an area")]
    public void What_the_cell_does_not_know_is_told(string sentence, string told) => Protocols.Problem(Protocols.Bare, sentence).ToString().ShouldContain(told);

    [Fact]
    public void What_is_wrong_on_several_lines_is_told_on_several_lines()
    {
        Protocols.Text("- charge at C/10\n- rest 2 h\n- hold 4.3 V until\n", out var problems).ShouldBeNull();
        problems.Select(problem => problem.Place.Line).ShouldBe([1, 3]);
        problems[1].Place.Column.ShouldBe(19);
    }
}
