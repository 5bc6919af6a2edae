using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// The impedance of a cell whose pores a liquid fills. From the anode's collector on, the currents of ions and of salt are carried along as linear in potential and concentration, and with them the potential
/// differences sought, so that nothing is ever larger than what it stands for. docs/physics.md (64) to (68), docs/numerics.md, section 13.
/// </summary>
internal sealed class LiquidImpedance
{
    private const int Nodes = LiquidStretch.Nodes, Fields = 2 * Nodes, Columns = Fields + 3;

    // Of the anode, of the separator, of its part between reference electrode and cathode, of the cathode.
    private const int Anode = 0, Separator = 1, CathodeSide = 2, Cathode = 3, Parts = 4;

    // Of the cell, from the anode to the cathode: a unit current on charge.
    private const double Current = -1;

    private readonly CellModel<Real> _model;
    private readonly ElectrodeImpedance _anode, _cathode;
    private readonly LiquidStretch? _anodePores, _cathodePores;
    private readonly LiquidStretch[] _layers;
    private readonly SeparatorImpedance _contacts, _cathodeContacts;
    private readonly int _anodeElements, _layerElements, _each;
    private readonly GaussRule _rule = GaussRule.Of(Nodes);
    private readonly double[] _released;
    private readonly Complex[] _admittances, _answers;

    // A row each: potential, concentration, and what stands by itself. The currents of ions and salt at the place that was reached; the potential differences found so far.
    private readonly Complex[][] _parts;
    private readonly Complex[] _potential = new Complex[3], _concentration = new Complex[3], _matrix = new Complex[Fields * Columns], _yields = new Complex[Nodes], _takes = new Complex[Nodes];
    private readonly double[] _resistivities = new double[Nodes], _losses = new double[Nodes];
    private Complex[] _ions = new Complex[3], _salt = new Complex[3], _nextIons = new Complex[3], _nextSalt = new Complex[3];

    public LiquidImpedance(CellModel<Real> model, ElectrodeImpedance cathode, ElectrodeImpedance anode)
    {
        (_model, _cathode, _anode) = (model, cathode, anode);
        CellCoefficients cell = model.Coefficients;
        SaltField<Real> salt = model.Salt!;
        int cathodeElements = (model.Cathode as CompositeModel<Real>)?.Elements ?? 0, layers = cell.Separator.Length;
        _anodeElements = (model.Anode as CompositeModel<Real>)?.Elements ?? 0;
        _each = salt.PointsPerElement;
        _layerElements = layers == 0 ? 0 : (salt.Elements - _anodeElements - cathodeElements) / layers;
        _anodePores = Pores(cell.Anode, _anodeElements);
        _cathodePores = Pores(cell.Cathode, cathodeElements);
        _layers = new LiquidStretch[layers];
        double total = cell.Separator.Sum(each => each.Thickness), begin = 0;
        for (int i = 0; i < layers; i++)
        {
            double share = cell.Separator[i].Thickness / total, reference = (cell.ReferencePosition - begin) / share;
            bool isHere = (i == 0 || reference > 1e-9) && reference <= 1 + 1e-9;
            _layers[i] = new LiquidStretch(cell.Liquid!, cell.Separator[i].Pores!, cell.Separator[i].Thickness, _layerElements, _each, isHere ? Math.Clamp(reference, 0, 1) : double.NaN);
            begin += share;
        }
        (_contacts, _cathodeContacts) = (new SeparatorImpedance(cell.Separator, 0, 1), new SeparatorImpedance(cell.Separator, cell.ReferencePosition, 1));
        int points = Math.Max(_anodeElements, cathodeElements) * _each;
        (_released, _admittances, _answers) = (new double[points], new Complex[points], new Complex[points]);
        _parts = [.. Enumerable.Range(0, Parts).Select(_ => new Complex[3])];

        LiquidStretch? Pores(ElectrodeCoefficients electrode, int elements) =>
            electrode is CompositeCoefficients composite ? new LiquidStretch(cell.Liquid!, composite.Pores!, composite.Thickness, elements, _each, double.NaN) : null;
    }

    /// <summary>Takes a state whose electrodes are linearised there.</summary>
    /// <param name="unknowns">A solution of the model.</param>
    public void Linearise(ReadOnlySpan<Real> unknowns)
    {
        double temperature = unknowns[_model.TemperatureAt].Value, current = unknowns[_model.CurrentAt].Value, start = _model.Coefficients.Liquid!.Concentration;
        SaltField<Real> salt = _model.Salt!;
        ReadOnlySpan<Real> all = _model.SaltPart(unknowns), ends = all[(salt.Elements * _each)..];
        Wet(_anode, _model.AnodePart(unknowns), salt.Anode, start);
        Wet(_cathode, _model.CathodePart(unknowns), salt.Cathode, start);
        int element = 0;
        if (_anodePores is not null)
        {
            Span<double> released = _released.AsSpan(0, _anodeElements * _each);
            ((CompositeModel<Real>)_model.Anode).Released(_model.AnodePart(unknowns), released);
            released.Reverse();
            Take(_anodePores, all, ends, _anodeElements, released, 0);
        }
        foreach (LiquidStretch layer in _layers) Take(layer, all, ends, _layerElements, default, -current);
        if (_cathodePores is not null)
        {
            Span<double> released = _released.AsSpan(0, (salt.Elements - element) * _each);
            ((CompositeModel<Real>)_model.Cathode).Released(_model.CathodePart(unknowns), released);
            Take(_cathodePores, all, ends, salt.Elements - element, released, -current);
        }

        void Take(LiquidStretch stretch, ReadOnlySpan<Real> points, ReadOnlySpan<Real> borders, int elements, ReadOnlySpan<double> released, double enters)
        {
            stretch.Linearise(points.Slice(element * _each, elements * _each), borders.Slice(element, elements + 1), released, enters, temperature);
            element += elements;
        }
    }

    /// <summary>The impedance for changes that grow as e^(rate t).</summary>
    public ImpedancePoint At(Complex rate, ImpedanceContributions contributions)
    {
        foreach (Complex[] part in _parts) Array.Clear(part);
        Array.Clear(_ions);
        Array.Clear(_salt);
        bool hasPotential = (contributions.Salt & SaltContributions.Potential) != 0, hasExchange = (contributions.Salt & SaltContributions.ExchangeCurrent) != 0;
        double near = !hasPotential ? 0 : _layers.Length > 0 ? _layers[0].Drive(0) : _anodePores?.Drive(1) ?? _cathodePores!.Drive(0), far = !hasPotential || _layers.Length == 0 ? near : _layers[^1].Drive(1);
        if (_anodePores is { } anode)
        {
            Walk(anode, (CompositeImpedance)_anode, contributions.Anode, contributions.Salt, rate, Anode);
            // The solid ends here, and all current is the ions'.
            Complex[] own = _parts[Anode];
            (own[0], own[1]) = (own[0] - 1, own[1] + near);
            Complex inverse = 1 / _ions[0], perConcentration = -_ions[1] * inverse, alone = (Current - _ions[2]) * inverse;
            (own[0], own[1], own[2]) = (0, own[1] + own[0] * perConcentration, own[2] + own[0] * alone);
            (_salt[0], _salt[1], _salt[2]) = (0, _salt[1] + _salt[0] * perConcentration, _salt[2] + _salt[0] * alone);
        }
        else
        {
            var foil = (FoilImpedance)_anode;
            (_parts[Anode][1], _parts[Anode][2]) = (hasExchange ? -foil.Salted(rate, contributions.Anode) : 0, foil.At(rate, contributions.Anode));
        }
        (_ions[0], _ions[1], _ions[2]) = (0, 0, Current);
        _parts[Separator][1] = -near;
        if (_layers.Length == 0) _parts[CathodeSide][1] = -near;
        bool isBeyond = _layers.Length == 0;
        foreach (LiquidStretch layer in _layers)
        {
            LiquidStretch.Level level = layer.At(rate, 0);
            for (int element = 0; element <= level.Widths.Length; element++)
            {
                if (element == level.Reference)
                {
                    isBeyond = true;
                    _parts[CathodeSide][1] = hasPotential ? -layer.Drive(layer.Reference) : 0;
                }
                if (element < level.Widths.Length) Step(layer, level, element, (contributions.Separator & SeparatorContributions.Bulk) != 0, 0, contributions.Salt, rate, Separator, isBeyond ? CathodeSide : Separator);
            }
        }
        _parts[Separator][1] += far;
        _parts[CathodeSide][1] += far;
        if (_cathodePores is { } cathode)
        {
            (_parts[Cathode][0], _parts[Cathode][1]) = (1, -far);
            Walk(cathode, (CompositeImpedance)_cathode, contributions.Cathode, contributions.Salt, rate, Cathode);
        }
        else
        {
            var foil = (FoilImpedance)_cathode;
            (_parts[Cathode][1], _parts[Cathode][2]) = (hasExchange ? foil.Salted(rate, contributions.Cathode) : 0, foil.At(rate, contributions.Cathode));
            (_ions[0], _ions[2]) = (1, 0);
        }
        // Beyond the end there are neither ions nor salt.
        Complex scale = 1 / (_ions[0] * _salt[1] - _ions[1] * _salt[0]);
        Complex potential = (_ions[1] * _salt[2] - _salt[1] * _ions[2]) * scale, concentration = (_salt[0] * _ions[2] - _ions[0] * _salt[2]) * scale;
        SeparatorContributions contacts = contributions.Separator & SeparatorContributions.Interfaces;
        return new ImpedancePoint(0, Found(Cathode), Found(Separator) + _contacts.At(rate, contacts), Found(Anode), Found(CathodeSide) + _cathodeContacts.At(rate, contacts));

        Complex Found(int part) => _parts[part][0] * potential + _parts[part][1] * concentration + _parts[part][2];
    }

    // Along an electrode; the anode's points run the other way.
    private void Walk(LiquidStretch pores, CompositeImpedance electrode, ElectrodeContributions contributions, SaltContributions salt, Complex rate, int part)
    {
        double electronic = (contributions & ElectrodeContributions.Electrons) != 0 ? electrode.Electronic : 0;
        Span<Complex> admittances = _admittances.AsSpan(0, electrode.IsUniform ? 1 : pores.Points), answers = (salt & SaltContributions.ExchangeCurrent) != 0 ? _answers.AsSpan(0, admittances.Length) : default;
        if (!electrode.TryAdmittances(rate, contributions, admittances, answers))
        {
            admittances = admittances[..1];
            answers = default;
            admittances[0] = pores.Boundless(electrode.Electronic);
        }
        if (part == Anode)
        {
            admittances.Reverse();
            answers.Reverse();
        }
        pores.Admit(admittances, answers);
        LiquidStretch.Level level = pores.At(rate, electronic);
        for (int element = 0; element < level.Widths.Length; element++) Step(pores, level, element, (contributions & ElectrodeContributions.Ions) != 0, electronic, salt, rate, part, part);
    }

    // docs/physics.md (65) over one element by Gauss collocation; everything known of its beginning becomes something known of its end.
    private void Step(LiquidStretch stretch, LiquidStretch.Level level, int element, bool hasIons, double electronic, SaltContributions salt, Complex rate, int part, int other)
    {
        bool hasPotential = (salt & SaltContributions.Potential) != 0, hasLoss = hasIons && (salt & SaltContributions.Conductivity) != 0;
        double width = level.Widths[element] * stretch.Length;
        int from = element * Nodes;
        Complex stored = rate * stretch.Volume;
        ReadOnlySpan<double> spread = level.Spread.AsSpan(from, Nodes), drift = level.Drift.AsSpan(from, Nodes), pull = level.Pull.AsSpan(from, Nodes);
        for (int k = 0; k < Nodes; k++)
        {
            _yields[k] = stretch.Admittance(level, from + k, out Complex ratio);
            _takes[k] = _yields[k] * ((hasPotential ? level.Drive[from + k] : 0) + ratio);
            (_resistivities[k], _losses[k]) = (hasIons ? level.Resistivity[from + k] : 0, hasLoss ? level.Loss[from + k] : 0);
        }
        for (int k = 0; k < Nodes; k++)
        {
            Span<Complex> potentials = _matrix.AsSpan(k * Columns, Columns), concentrations = _matrix.AsSpan((Nodes + k) * Columns, Columns);
            double reach = 0, alongReach = 0, spreadReach = 0, driftReach = 0;
            for (int m = 0; m < Nodes; m++)
            {
                double integral = width * _rule.Integral(k, m), along = 0, spreading = 0, drifting = 0;
                for (int n = 0; n < Nodes; n++)
                {
                    double twice = width * width * _rule.Integral(k, n) * _rule.Integral(n, m);
                    along += twice * (_resistivities[n] + electronic);
                    spreading += twice * spread[n];
                    drifting += twice * drift[n];
                }
                reach += integral;
                alongReach += integral * (_resistivities[m] + electronic);
                spreadReach += integral * spread[m];
                driftReach += integral * drift[m];
                (potentials[m], potentials[Nodes + m]) = (-along * _yields[m], along * _takes[m] + integral * _losses[m]);
                (concentrations[m], concentrations[Nodes + m]) = (drifting * _yields[m], -spreading * stored - drifting * _takes[m] - integral * pull[m]);
            }
            potentials[k] += 1;
            concentrations[Nodes + k] += 1;
            for (int row = 0; row < 3; row++)
            {
                potentials[Fields + row] = alongReach * _ions[row] + row switch { 0 => 1, 2 => -electronic * Current * reach, _ => 0 };
                concentrations[Fields + row] = spreadReach * _salt[row] - driftReach * _ions[row] + (row == 1 ? 1 : 0);
            }
        }
        ComplexElimination.Solve(_matrix, Fields, Columns);
        Span<Complex> sources = stackalloc Complex[Nodes], gains = stackalloc Complex[Nodes];
        for (int row = 0; row < 3; row++)
        {
            Complex ions = _ions[row], held = _salt[row], ionsEnd = ions, heldEnd = held, potential = row == 0 ? 1 : 0, concentration = row == 1 ? 1 : 0, passed = 0;
            if (row == 2)
            {
                passed -= electronic * Current * width;
                potential -= electronic * Current * width;
            }
            for (int k = 0; k < Nodes; k++)
            {
                Complex here = _matrix[(Nodes + k) * Columns + Fields + row];
                sources[k] = _yields[k] * _matrix[k * Columns + Fields + row] - _takes[k] * here;
                gains[k] = stored * here;
            }
            for (int k = 0; k < Nodes; k++)
            {
                Complex flow = ions, flux = held, here = _matrix[(Nodes + k) * Columns + Fields + row];
                for (int n = 0; n < Nodes; n++)
                {
                    double integral = width * _rule.Integral(k, n);
                    flow += integral * sources[n];
                    flux += integral * gains[n];
                }
                double weight = width * _rule.Weights[k];
                Complex electrons = electronic * flow, ohmic = _resistivities[k] * flow - _losses[k] * here;
                ionsEnd += weight * sources[k];
                heldEnd += weight * gains[k];
                potential += weight * (ohmic + electrons);
                concentration += weight * (spread[k] * flux - drift[k] * flow + pull[k] * here);
                passed += weight * (part == Separator ? -ohmic : electrons);
            }
            (_nextIons[row], _nextSalt[row], _potential[row], _concentration[row]) = (ionsEnd, heldEnd, potential, concentration);
            _parts[part][row] += passed;
            if (other != part) _parts[other][row] += passed;
        }
        Complex scale = 1 / (_potential[0] * _concentration[1] - _potential[1] * _concentration[0]);
        (_ions, _nextIons, _salt, _nextSalt) = (_nextIons, _ions, _nextSalt, _salt);
        Turn(_ions);
        Turn(_salt);
        foreach (Complex[] each in _parts) Turn(each);

        void Turn(Complex[] row)
        {
            (row[0], row[1]) = ((row[0] * _concentration[1] - row[1] * _concentration[0]) * scale, (row[1] * _potential[0] - row[0] * _potential[1]) * scale);
            row[2] -= row[0] * _potential[2] + row[1] * _concentration[2];
        }
    }

    private static void Wet(ElectrodeImpedance electrode, ReadOnlySpan<Real> unknowns, SaltField<Real>.Part salt, double start)
    {
        if (electrode is CompositeImpedance composite) composite.Wet(unknowns, salt.Concentrations, start);
        else ((FoilImpedance)electrode).Wet(unknowns, salt.Concentrations[0].Value, start);
    }
}
