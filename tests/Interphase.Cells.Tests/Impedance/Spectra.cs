using System.Globalization;
using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells.Tests;

/// <summary>Cells and states of which an impedance is asked, and an answer that does not come from the impedance.</summary>
internal static class Spectra
{
    /// <summary>The half cell with double layers: the problem of the exact curves.</summary>
    public static CellCoefficients Cell(Func<CompositeCoefficients, CompositeCoefficients>? change = null, ElectrodeCoefficients? anode = null)
    {
        CellCoefficients cell = HalfCell.Coefficients(foil: 10);
        CompositeCoefficients cathode = (CompositeCoefficients)cell.Cathode with { DoubleLayer = 0.2 };
        return cell with { Cathode = change?.Invoke(cathode) ?? cathode, Anode = anode ?? (FoilCoefficients)cell.Anode with { DoubleLayer = 0.2 } };
    }

    public static CellImpedance About(CellModel<Real> model, ReadOnlySpan<Real> state)
    {
        var impedance = new CellImpedance(model);
        impedance.Linearise(state);
        return impedance;
    }

    public static Real[] AtStart(CellModel<Real> model)
    {
        var state = new Real[model.Count];
        model.Initialise(state);
        return state;
    }

    /// <summary>The state after currents for a while each.</summary>
    public static Real[] After(CellModel<Real> model, params (double Current, double Time)[] steps)
    {
        Real[] state = AtStart(model);
        foreach ((double current, double time) in steps)
        {
            var integrator = new StiffIntegrator<Real>(model);
            model.Guess(state, new Real(current));
            model.Control = new CellControl(CellControlKind.Current, current);
            Assert.True(integrator.Start(0, state, 1e-4));
            while (integrator.Time < time) Assert.True(integrator.Advance(1e-9), $"stuck at {integrator.Time} s");
            state = integrator.Solution.ToArray();
        }
        return state;
    }

    /// <summary>
    /// What the model's own implicit step of a rate from a state answers: to a small change of the current it answers by the impedance at that real rate, about the state at its end,
    /// which comes with it.
    /// </summary>
    public static (double Impedance, Real[] State) Stepped(CellModel<Real> model, ReadOnlySpan<Real> history, double rate, double current, double change)
    {
        Real[] state = Step(model, history, history, rate, current);
        double Answer(double size, ReadOnlySpan<Real> from) => (Step(model, from, state, rate, current + size)[model.VoltageAt].Value - Step(model, from, state, rate, current - size)[model.VoltageAt].Value) / (2 * size);
        // Two sizes leave the fourth power of the change.
        double once = Answer(change, history), twice = Answer(2 * change, history);
        return ((4 * once - twice) / 3, state);
    }

    public static double Relative(Complex value, Complex expected) => (value - expected).Magnitude / expected.Magnitude;

    public static double[][] Rows(string name)
    {
        string resource = Array.Find(typeof(Spectra).Assembly.GetManifestResourceNames(), each => each.EndsWith(name, StringComparison.Ordinal))!;
        using var reader = new StreamReader(typeof(Spectra).Assembly.GetManifestResourceStream(resource)!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())];
    }

    private static Real[] Step(CellModel<Real> model, ReadOnlySpan<Real> history, ReadOnlySpan<Real> near, double rate, double current)
    {
        Real[] solution = near.ToArray();
        model.Control = new CellControl(CellControlKind.Current, current);
        // Newton's iteration stops where a run needs no better; repeated, it goes on to rounding.
        for (int i = 0; i < 5; i++) Assert.True(model.TrySolve(0, rate, history, solution));
        return solution;
    }
}
