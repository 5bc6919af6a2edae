using System.Text;
using Interphase.Descriptions;

namespace Interphase.Cells.Tests;

/// <summary>Profiles from tables: what is read, and what is refused with its line.</summary>
public sealed class DriveCycleTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("Test Time / s,Current / A\n0,0.002\n10,-0.004\n", 10, false)]
    [InlineData("Test Time / s,Voltage / V,Current / mA\n5,3,2\n15,3,-4\n", 10, false)]
    [InlineData("test_time_second;current_ampere\n0;0.002\n10;-0.004\n", 10, false)]
    [InlineData("Time [s]\tCurrent [mA/cm2]\n0\t1\n10\t-2\n", 10, false)]
    [InlineData("Step Time / s,Test Time / h,Current / A/m2\n9,0,10\n8,1,-20\n\n", 3600, false)]
    [InlineData("Time / min,Current / C\n0,0.5\n1,-1\n", 60, false)]
    [InlineData("Time / s,Current / mA/g\r\n0,100\r\n10,-200\r\n", 10, false)]
    [InlineData("Time / s,Power / W\n0,0.002\n10,-0.004\n", 10, true)]
    [InlineData("Time / s,Power / mW/cm2\n0,1\n10,-2\n", 10, true)]
    public void A_profile_is_current_or_power_per_area_over_time_from_zero(string table, double end, bool isPower)
    {
        ProtocolStep step = Read(table, "").ShouldNotBeNull();
        var control = step.Control.ShouldBeOfType<ProfileControl>();
        control.Times.ShouldBe([0, end]);
        control.Values[0].ShouldBe(10, 1e-12);
        control.Values[1].ShouldBe(-20, 1e-12);
        control.IsPower.ShouldBe(isPower);
        step.Limits.ShouldBeEmpty();
    }

    [Fact]
    public void A_profile_may_end_early() =>
        Read("Time / s,Current / A\n0,1\n1,1\n", " until below 2.5 V or until upper cut-off").ShouldNotBeNull().Limits
            .Select(limit => (Math.Round(limit.Threshold, 9), limit.Side)).ShouldBe([(2.5, LimitSide.Below), (3.68, LimitSide.Above)]);

    [Theory]
    [InlineData("Time,Current / A\n0,1\n", 1, "a time with its unit")]
    [InlineData("Time / s,Current\n0,1\n", 1, "a current or power with its unit")]
    [InlineData("Time / s,Current / V\n0,1\n", 1, "a current or power with its unit")]
    [InlineData("Time / s,Voltage / V\n0,1\n", 1, "no column of current or power")]
    [InlineData("Current / A\n1\n", 1, "no column of time")]
    [InlineData("Time / s,Current / A,Power / W\n0,1,1\n", 1, "one column of current or power")]
    [InlineData("Time / s,Current / A\n0,1\n1,x\n", 3, "numbers under")]
    [InlineData("Time / s,Current / A\n0,1\n1\n", 3, "numbers under")]
    [InlineData("Time / s,Current / A\n0,1\n1,NaN\n", 3, "finite numbers")]
    [InlineData("Time / s,Current / A\n0,1\n1,1e999\n", 3, "finite numbers")]
    [InlineData("Time / s,Current / A\n0,1\n2,1\n2,1\n", 4, "a time after that of the row before")]
    [InlineData("Time / s,Current / A\n0,1\n", 1, "1 rows")]
    [InlineData("Time / s,Current / A\n0,1e300\n1,1\n", 1, "check the unit in the header")]
    [InlineData("Time / s,Current / A\n0,1\n1e300,1\n", 1, "check the unit in the header")]
    public void A_table_that_is_none_is_told_with_its_line(string table, int line, string told)
    {
        Read(table, "", out Problems problems).ShouldBeNull();
        Problem problem = problems.ShouldHaveSingleItem();
        problem.ToString().ShouldContain(told);
        problem.Place.File.ShouldEndWith("profile.csv");
        problem.Place.Line.ShouldBe(line);
    }

    [Fact]
    public void A_table_that_is_missing_is_told_where_it_is_named()
    {
        scratch.Write("profile.csv", "Time / s,Current / A\n0,1\n1,1\n");
        Problem problem = Named("drive cycle profil.csv").ShouldHaveSingleItem();
        problem.ToString().ShouldContain("did you mean `profile.csv`?");
        (problem.Place.Line, problem.Place.Column).ShouldBe((2, 15));
        Named("drive cycle .").ShouldHaveSingleItem().Found.ShouldContain("folder");
        scratch.Write("nothing.csv", "");
        Named("drive cycle nothing.csv").ShouldHaveSingleItem().Found.ShouldContain("empty");
        Named("drive cycle").ShouldHaveSingleItem().Expected.ShouldContain("the name of a table");
    }

    [Fact]
    public void A_device_is_not_waited_for()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "there is no /dev/zero");
        Named("drive cycle /dev/zero").ShouldHaveSingleItem();
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        scratch.Write("bytes.csv", [.. Encoding.UTF8.GetBytes("Time / s,Current / A\n0,1\n"), 0xFF, 0xFE, (byte)'\n']);
        Named("drive cycle bytes.csv").ShouldHaveSingleItem().Found.ShouldContain("cannot be read");
    }

    [Fact]
    public void A_name_with_spaces_and_commas_may_stand_in_quotes()
    {
        scratch.Write("my, profile.csv", "Time / s,Current / A\n0,1\n1,1\n");
        Named("drive cycle 'my, profile.csv' until below 2 V, rest 1 h").ShouldBeEmpty();
    }

    [Fact]
    public void A_limit_of_a_profile_must_say_its_side()
    {
        Read("Time / s,Current / A\n0,1\n1,1\n", " until 2.5 V", out Problems problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Suggestion.ShouldBe("write `until below 2.5 V` if it falls");
    }

    private Problems Named(string sentence)
    {
        Problems problems = [];
        ProtocolReader.FromFile(scratch.Write("p.yaml", $"- rest 1 h\n- {sentence}\n"), Protocols.Cell, problems);
        return problems;
    }

    private ProtocolStep? Read(string table, string endings)
    {
        ProtocolStep? step = Read(table, endings, out Problems problems);
        problems.ShouldBeEmpty();
        return step;
    }

    private ProtocolStep? Read(string table, string endings, out Problems problems)
    {
        scratch.Write("profile.csv", table);
        problems = [];
        return ProtocolReader.FromFile(scratch.Write("p.yaml", $"- drive cycle profile.csv{endings}\n"), Protocols.Cell, problems)?.Items.Single() as ProtocolStep;
    }
}
