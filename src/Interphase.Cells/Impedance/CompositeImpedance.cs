using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>The impedance of a composite. docs/physics.md (47) to (55).</summary>
internal sealed class CompositeImpedance : ElectrodeImpedance
{
    // Slopes that differ by less, relative, are the same.
    private const double Even = 1e-10;

    private readonly CompositeModel<Real> _model;
    private readonly CompositeCoefficients _coefficients;
    private readonly LayeredLine _line;
    private readonly ParticleResponse[] _responses;
    private readonly double[][] _current, _kinetics, _openCircuit, _salted;
    private readonly double[] _conductances, _rates, _grown, _beside, _contact, _taking;
    private readonly Complex[] _admittances;
    private readonly double _doubleLayer;
    private double _ionic, _electronic;
    private bool _isUniform;

    public CompositeImpedance(CompositeModel<Real> model)
    {
        (_model, _coefficients) = (model, model.Coefficients);
        _doubleLayer = _coefficients.DoubleLayer * _coefficients.SurfaceArea;
        int points = model.Points, classes = model.Classes.Length;
        _line = new LayeredLine(model.Elements, points / model.Elements);
        _responses = new ParticleResponse[classes];
        for (int c = 0; c < classes; c++) _responses[c] = new ParticleResponse(model.Classes[c], _coefficients.Active!, _coefficients.Classes[c].Radius, points);
        double[][] Each() => [.. Enumerable.Range(0, classes).Select(_ => new double[points])];
        (_current, _kinetics, _openCircuit, _salted) = (Each(), Each(), Each(), Each());
        (_conductances, _rates, _admittances) = (new double[points], new double[points], new Complex[points]);
        (_grown, _beside, _contact, _taking) = (new double[points], new double[points], new double[points], new double[points]);
    }

    public override void Linearise(ReadOnlySpan<Real> unknowns, double temperature)
    {
        _ionic = 1 / (_coefficients.IonicConductivity * _coefficients.IonicActivation.Factor(temperature));
        _electronic = 1 / (_coefficients.ElectronicConductivity * _coefficients.ElectronicActivation.Factor(temperature));
        _model.Recall(unknowns);
        // An ionic conductivity that changes along the electrode counts by its mean resistivity.
        _ionic *= _model.IonsResist;
        for (int k = 0; k < _grown.Length; k++)
        {
            (_grown[k], _beside[k]) = (_model.Grown(k), _model.Beside(k));
            _taking[k] = _responses.Length == 0 ? 1 : _model.Classes[0].Taking(unknowns, k).Value;
            _contact[k] = _responses.Length == 0 ? 1 : (_model.Classes[0].AreaAt(k) / _model.Classes[0].ContactArea).Value;
        }
        ReadOnlySpan<Real> potentials = unknowns.Slice(_model.PotentialAt, _model.Points);
        _isUniform = IsEven(_grown) && IsEven(_beside) && IsEven(_contact) && IsEven(_taking);
        for (int c = 0; c < _responses.Length; c++)
        {
            _model.Classes[c].Slopes(unknowns, potentials, _current[c], _kinetics[c], _openCircuit[c]);
            _responses[c].Linearise(unknowns, temperature);
            _isUniform &= _responses[c].IsUniform && IsEven(_current[c]) && IsEven(_kinetics[c]) && IsEven(_openCircuit[c]);
        }
        if (_model.Redox is { } redox)
        {
            for (int k = 0; k < potentials.Length; k++) (_conductances[k], _rates[k]) = redox.Slopes(potentials[k].Value, unknowns[_model.RedoxAt + k].Value);
            _isUniform &= IsEven(_conductances) && IsEven(_rates);
        }
    }

    /// <summary>Whether all points answer alike.</summary>
    public bool IsUniform => _isUniform;

    /// <summary>Resistivity of the electrons, ohm m.</summary>
    public double Electronic => _electronic;

    /// <summary>Takes how overpotentials answer the concentration of a liquid's salt at the points. docs/physics.md (66).</summary>
    /// <param name="unknowns">The electrode's.</param>
    /// <param name="relative">Concentrations over that at the start.</param>
    /// <param name="start">That one, mol/m3.</param>
    public void Wet(ReadOnlySpan<Real> unknowns, ReadOnlySpan<Real> relative, double start)
    {
        if (_coefficients.Active?.ExchangeOfSalt is not { } dependence) return;
        for (int c = 0; c < _responses.Length; c++)
        {
            for (int k = 0; k < relative.Length; k++) _salted[c][k] = -unknowns[_model.Classes[c].InsertionAt + k].Value * _current[c][k] * dependence.Logarithmic(relative[k].Value) / start;
            _isUniform &= IsEven(_salted[c]);
        }
    }

    public override Complex At(Complex rate, ElectrodeContributions contributions)
    {
        double length = _coefficients.Thickness;
        double ionic = Has(contributions, ElectrodeContributions.Ions) ? _ionic : 0, electronic = Has(contributions, ElectrodeContributions.Electrons) ? _electronic : 0;
        int points = _isUniform ? 1 : _admittances.Length;
        if (!TryAdmittances(rate, contributions, _admittances.AsSpan(0, points), default)) return LayeredLine.Short(length, ionic, electronic);
        return points == 1 ? LayeredLine.Uniform(_admittances[0], length, ionic, electronic) : _line.Varying(_admittances, length, ionic, electronic);
    }

    /// <summary>
    /// Admittances per volume and what a liquid's salt takes from their currents; false where nothing stands in the way of a current, or nothing is left to carry one. docs/physics.md (49), (66).
    /// </summary>
    /// <param name="rate">1/s.</param>
    /// <param name="contributions">What contributes.</param>
    /// <param name="admittances">Filled, S/m3.</param>
    /// <param name="answers">Filled, A/mol; empty where they are not asked for.</param>
    public bool TryAdmittances(Complex rate, ElectrodeContributions contributions, Span<Complex> admittances, Span<Complex> answers)
    {
        answers.Clear();
        Complex common = Has(contributions, ElectrodeContributions.DoubleLayer) ? rate * _doubleLayer : 0;
        Complex film = Has(contributions, ElectrodeContributions.Film) ? Beside(_coefficients.FilmResistance, _coefficients.FilmCapacitance, rate) : 0;
        bool hasTransfer = Has(contributions, ElectrodeContributions.ChargeTransfer), hasDiffusion = Has(contributions, ElectrodeContributions.Diffusion);
        bool hasFilm = Has(contributions, ElectrodeContributions.Film), hasBeside = Has(contributions, ElectrodeContributions.Redox);
        bool hasRedox = _model.Redox is not null && Has(contributions, ElectrodeContributions.Redox);
        Complex stored = Has(contributions, ElectrodeContributions.Storage) ? 1 / rate : 0;
        admittances.Fill(common);
        for (int c = 0; c < _responses.Length; c++)
        {
            ParticleClass<Real> particles = _model.Classes[c];
            double area = particles.ContactArea.Value;
            if (area == 0) continue;
            double supply = area / particles.Capacity.Value;
            ParticleResponse response = _responses[c];
            Complex content = stored;
            bool isShared = hasDiffusion && response.IsUniform;
            if (isShared) content += response.Beyond(0, rate);
            for (int k = 0; k < admittances.Length; k++)
            {
                Complex answer = isShared || !hasDiffusion ? content : content + response.Beyond(k, rate);
                double slope = _openCircuit[c][k];
                Complex impedance = hasFilm ? film + _grown[k] : film;
                if (hasTransfer)
                {
                    impedance -= _current[c][k];
                    slope += _kinetics[c][k];
                }
                impedance -= slope * supply * (_contact[k] / _taking[k]) * answer;
                if (impedance == Complex.Zero) return false;
                Complex admittance = area * _contact[k] / impedance;
                admittances[k] += admittance;
                if (hasTransfer && !answers.IsEmpty) answers[k] += admittance * _salted[c][k];
            }
        }
        for (int k = 0; hasBeside && k < admittances.Length; k++) admittances[k] += _beside[k];
        if (hasRedox)
            for (int k = 0; k < admittances.Length; k++) admittances[k] += _conductances[k] * rate / (rate + _rates[k]);
        foreach (Complex admittance in admittances)
            if (admittance == Complex.Zero) return false;
        return true;
    }

    private static bool IsEven(double[] values)
    {
        foreach (double value in values)
            if (!(Math.Abs(value - values[0]) <= Even * Math.Abs(values[0]))) return false;
        return true;
    }
}
