namespace Interphase.Cli.Tests;

public class RehearsalTests
{
    // What it draws must be what a run draws, or the code that it loads is not the code that is needed.
    [Fact]
    public void The_rehearsed_page_has_the_charts_of_a_discharge()
    {
        string page = Rehearsal.Draw();
        foreach (string part in (string[])["<svg", "Voltage", "dQ/dV", "<table"]) page.ShouldContain(part);
        page.Split("<svg").Length.ShouldBeGreaterThan(3);
    }
}
