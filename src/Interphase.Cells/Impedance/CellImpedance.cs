using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// The impedance of a cell about any state of its model: the same equations, linearised there and solved for changes that grow as e^(rate t). docs/physics.md, section "Impedance".
/// It allocates at construction only, and is for one thread: the model lends it its scratch between two steps.
/// </summary>
internal sealed class CellImpedance
{
    private readonly CellModel<Real> _model;
    private readonly ElectrodeImpedance _cathode, _anode;
    private readonly SeparatorImpedance _separator, _cathodeSide;
    private readonly LiquidImpedance? _liquid;

    public CellImpedance(CellModel<Real> model)
    {
        _model = model;
        CellCoefficients cell = model.Coefficients;
        (_cathode, _anode) = (Electrode(model.Cathode), Electrode(model.Anode));
        (_separator, _cathodeSide) = (new SeparatorImpedance(cell.Separator, 0, 1), new SeparatorImpedance(cell.Separator, cell.ReferencePosition, 1));
        if (cell.Liquid is not null) _liquid = new LiquidImpedance(model, _cathode, _anode);
    }

    /// <summary>Takes the slopes of the cell's equations at a state, in which the impedance is asked for from then on.</summary>
    /// <param name="unknowns">A solution of the model.</param>
    public void Linearise(ReadOnlySpan<Real> unknowns)
    {
        double temperature = unknowns[_model.TemperatureAt].Value;
        _model.Take(unknowns);
        _cathode.Linearise(_model.CathodePart(unknowns), temperature);
        _anode.Linearise(_model.AnodePart(unknowns), temperature);
        _separator.Set(temperature);
        _cathodeSide.Set(temperature);
        if (_model.Contacts.Count > 0)
        {
            Span<double> grown = stackalloc double[_model.Coefficients.Separator.Length];
            grown.Clear();
            _model.Contacts.Add(unknowns[_model.ContactsAt..], grown);
            _separator.Set(grown);
            _cathodeSide.Set(grown);
        }
        _liquid?.Linearise(unknowns);
    }

    /// <summary>The impedance at a frequency.</summary>
    /// <param name="frequency">Hz, > 0.</param>
    /// <param name="contributions">What contributes.</param>
    public ImpedancePoint At(double frequency, ImpedanceContributions contributions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frequency);
        return AtRate(new Complex(0, 2 * Math.PI * frequency), contributions) with { Frequency = frequency };
    }

    /// <summary>The impedance of all contributions at a frequency.</summary>
    /// <param name="frequency">Hz, > 0.</param>
    public ImpedancePoint At(double frequency) => At(frequency, ImpedanceContributions.All);

    /// <summary>A spectrum.</summary>
    /// <param name="frequencies">Hz, > 0.</param>
    /// <param name="impedances">Filled; as many.</param>
    /// <param name="contributions">What contributes.</param>
    public void Spectrum(ReadOnlySpan<double> frequencies, Span<ImpedancePoint> impedances, ImpedanceContributions contributions)
    {
        for (int i = 0; i < frequencies.Length; i++) impedances[i] = At(frequencies[i], contributions);
    }

    /// <summary>The impedance for changes that grow as e^(rate t): an implicit step of a real rate answers with it, too.</summary>
    /// <param name="rate">1/s, anywhere but on the real axis from 0 down.</param>
    /// <param name="contributions">What contributes.</param>
    public ImpedancePoint AtRate(Complex rate, ImpedanceContributions contributions) => _liquid?.At(rate, contributions) ?? new(
        0, _cathode.At(rate, contributions.Cathode), _separator.At(rate, contributions.Separator), _anode.At(rate, contributions.Anode), _cathodeSide.At(rate, contributions.Separator));

    private static ElectrodeImpedance Electrode(ElectrodeModel<Real> electrode) => electrode switch
    {
        CompositeModel<Real> composite => new CompositeImpedance(composite),
        FoilModel<Real> foil => new FoilImpedance(foil),
        _ => throw new ArgumentException($"{electrode.GetType().Name} is no electrode whose impedance is known.", nameof(electrode)),
    };
}
