using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>
/// The salt of a liquid electrolyte across a whole cell, from the anode's collector to the cathode's. docs/physics.md (59) to (61), docs/numerics.md, section 12.
/// Potentials of the ions are counted without what the concentration makes, so that every other equation keeps its form; <see cref="Part.Potentials"/> holds that part.
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed class SaltField<T>
    where T : unmanaged, IScalar<T>
{
    // Concentrations count in the error test like contents: to this part of the concentration at the start, times their tolerance.
    private const double Tolerance = 3;

    // Below this part of the concentration at the start nothing is left to carry a current. A state that is taken as it is answers like a step this short, s.
    private const double Floor = 1e-3, Shortest = 1e-6;

    private readonly VariedLine<T> _line;
    private readonly VariedCurve<T> _conductivity, _diffusivity, _transference, _drive;
    private readonly ThermalLaw _conducting, _diffusing;
    private readonly T _initial;
    private readonly T[] _volume, _factor, _concentration, _past, _changes, _source, _flow, _conductivities;
    private readonly double[] _slopes;
    private readonly int _elements, _each, _anodeElements, _cathodeElements, _referenceElement;
    private readonly double[] _referenceResistance, _referenceValue;
    private T _thermal, _warmConductivity, _warmDiffusivity;

    public SaltField(CellCoefficients cell, CellCoefficients above, CellCoefficients below, Variation<T> variation, CellMesh mesh)
    {
        BinaryCoefficients salt = cell.Liquid!, higher = above.Liquid!, lower = below.Liquid!;
        _conductivity = new(variation, salt.Conductivity, higher.Conductivity, lower.Conductivity);
        _diffusivity = new(variation, salt.Diffusivity, higher.Diffusivity, lower.Diffusivity);
        _transference = new(variation, salt.TransferenceNumber, higher.TransferenceNumber, lower.TransferenceNumber);
        _drive = Drive(salt, higher, lower, variation);
        (_conducting, _diffusing) = (salt.ConductivityActivation, salt.DiffusivityActivation);
        _initial = variation.Of(salt.Concentration, higher.Concentration, lower.Concentration);
        (_anodeElements, _cathodeElements) = (mesh.Anode?.Elements ?? 0, mesh.Cathode?.Elements ?? 0);
        int layers = cell.Separator.Length;
        _elements = _anodeElements + layers * mesh.Separator + _cathodeElements;
        _each = mesh.Anode?.PointsPerElement ?? mesh.Cathode?.PointsPerElement ?? Usual;
        if (mesh.Anode is not null && mesh.Cathode is not null && mesh.Cathode.PointsPerElement != _each) throw new ArgumentException("Both electrodes need as many points in an element where a liquid joins them.", nameof(mesh));
        if (_elements == 0) throw new ArgumentException("A liquid needs a separator or a porous electrode to be in.", nameof(cell));
        _line = new VariedLine<T>(_elements, _each);
        int points = _line.Count;
        (_volume, _factor, _concentration, _past) = (new T[points], new T[points], new T[points], new T[points]);
        (_changes, _source, _flow, _conductivities, _slopes) = (new T[points], new T[points], new T[points], new T[points], new double[points]);
        int element = 0;
        void Domain(int count, Func<CellCoefficients, double> length, Func<CellCoefficients, PoreCoefficients> pores)
        {
            T width = variation.Of(length(cell), length(above), length(below)) / T.Constant(count);
            for (int e = 0; e < count; e++, element++)
            {
                _line.Lengths[element] = width;
                _volume.AsSpan(element * _each, _each).Fill(variation.Of(pores(cell).VolumeFraction, pores(above).VolumeFraction, pores(below).VolumeFraction));
                _factor.AsSpan(element * _each, _each).Fill(variation.Of(pores(cell).Factor, pores(above).Factor, pores(below).Factor));
            }
        }

        if (_anodeElements > 0) Domain(_anodeElements, each => ((CompositeCoefficients)each.Anode).Thickness, each => Pores(((CompositeCoefficients)each.Anode).Pores));
        for (int layer = 0; layer < layers; layer++)
        {
            int at = layer;
            Domain(mesh.Separator, each => each.Separator[at].Thickness, each => Pores(each.Separator[at].Pores));
        }
        if (_cathodeElements > 0) Domain(_cathodeElements, each => ((CompositeCoefficients)each.Cathode).Thickness, each => Pores(((CompositeCoefficients)each.Cathode).Pores));
        (Anode, Cathode) = (new Part(Math.Max(1, _anodeElements * _each)), new Part(Math.Max(1, _cathodeElements * _each)));

        // Where the reference electrode is, in the element that holds it.
        (_referenceResistance, _referenceValue) = (new double[_each], new double[_each + 2]);
        double total = cell.Separator.Sum(each => each.Thickness), left = 0;
        _referenceElement = _anodeElements;
        for (int e = _anodeElements; e < _elements - _cathodeElements; e++)
        {
            double share = _line.Lengths[e].Value / total;
            if (cell.ReferencePosition <= left + share * (1 + 1e-12) || e == _elements - _cathodeElements - 1)
            {
                _referenceElement = e;
                Reference(Math.Clamp((cell.ReferencePosition - left) / share, 0, 1));
                break;
            }
            left += share;
        }
    }

    /// <summary>Points in an element where no electrode says how many.</summary>
    public const int Usual = 3;

    /// <summary>Elements along the cell.</summary>
    public int Elements => _elements;

    /// <summary>Points in each.</summary>
    public int PointsPerElement => _each;

    /// <summary>Number of unknowns.</summary>
    public int Count => _line.Count + _elements + 1;

    /// <summary>What the negative electrode sees.</summary>
    public Part Anode { get; }

    /// <summary>What the positive electrode sees.</summary>
    public Part Cathode { get; }

    /// <summary>What the concentration makes of a potential at the reference electrode, V.</summary>
    public T ReferencePotential { get; private set; }

    /// <summary>Resistance of the separator's liquid, ohm m2.</summary>
    public T Resistance { get; private set; }

    /// <summary>The part of it between the reference electrode and the positive electrode, ohm m2.</summary>
    public T CathodeSide { get; private set; }

    public void SetTemperature(T temperature)
    {
        _thermal = T.Constant(PhysicalConstants.GasConstant / PhysicalConstants.Faraday) * temperature;
        (_warmConductivity, _warmDiffusivity) = (_conducting.Factor(temperature), _diffusing.Factor(temperature));
    }

    public void Initialise(Span<T> unknowns) => unknowns.Fill(_initial);

    public void Weights(double content, Span<double> weights)
    {
        weights.Clear();
        weights[.._line.Count].Fill(1 / (Tolerance * content * _initial.Value));
    }

    /// <summary>Begins an implicit step; delay = 1/rate, s; 0 where the salt stays. False where a prediction has none left somewhere.</summary>
    public bool Begin(double delay, ReadOnlySpan<T> history, ReadOnlySpan<T> prediction)
    {
        history[.._line.Count].CopyTo(_past);
        Take(delay == 0 ? history : prediction);
        return IsThere();
    }

    /// <summary>Takes a state as it is.</summary>
    public void Take(ReadOnlySpan<T> unknowns)
    {
        unknowns[.._line.Count].CopyTo(_concentration);
        unknowns[_line.Count..].CopyTo(_line.Nodes);
    }

    /// <summary>
    /// Solves the salt's balance for the ionic currents that <see cref="Part.Flow"/> holds, with diffusivities as they were; returns by how much of itself the concentration changed at most, NaN where none is left.
    /// </summary>
    /// <param name="delay">1/rate, s; 0 where the salt stays and only the ends of the elements follow.</param>
    /// <param name="current">Of the cell, A/m2.</param>
    public double Advance(double delay, T current)
    {
        if (delay == 0)
        {
            double moved = Advance(Shortest, current);
            _past.CopyTo(_concentration, 0);
            return moved;
        }
        int points = _line.Count, first = _anodeElements * _each, beyond = points - _cathodeElements * _each;
        T one = T.Constant(1), faraday = T.Constant(PhysicalConstants.Faraday);
        // Along the cell, from anode to cathode; the anode's own points run the other way.
        for (int k = 0; k < first; k++) _flow[k] = -Anode.Flow[first - 1 - k];
        for (int k = first; k < beyond; k++) _flow[k] = -current;
        for (int k = beyond; k < points; k++) _flow[k] = Cathode.Flow[k - beyond];
        T rate = T.Constant(1 / delay);
        for (int k = 0; k < points; k++)
        {
            T concentration = _concentration[k], resistivity = one / (_diffusivity.Evaluate(concentration, out _) * _warmDiffusivity * _factor[k]), stored = _volume[k] * rate;
            (_line.Resistivity[k], _line.Electromotive[k]) = (resistivity, resistivity * (one - _transference.Evaluate(concentration, out _)) * _flow[k] / faraday);
            (_source[k], _slopes[k]) = (stored * (concentration - _past[k]), stored.Value);
        }
        _line.Solve(_concentration, _source, _slopes, T.Constant(0));
        _line.Update(T.Constant(0), _changes);
        // What rounding adds to the whole is taken back from all of it.
        T excess = T.Constant(0), room = T.Constant(0);
        for (int e = 0; e < _elements; e++)
            for (int k = 0; k < _each; k++)
            {
                int point = e * _each + k;
                T volume = _line.Lengths[e] * T.Constant(_line.Rule.Weights[k]) * _volume[point];
                excess += volume * (_concentration[point] + _changes[point] - _past[point]);
                room += volume;
            }
        T rounding = excess / room;
        double largest = 0;
        for (int k = 0; k < points; k++)
        {
            T moved = _changes[k] - rounding;
            _concentration[k] += moved;
            double change = Math.Abs(moved.Value / _concentration[k].Value);
            if (!(change <= largest)) largest = change;
        }
        for (int node = 0; node <= _elements; node++) _line.Nodes[node] -= rounding;
        return IsThere() ? largest : double.NaN;
    }

    /// <summary>Finds what the concentrations make of conductivities and potentials.</summary>
    public void Evaluate()
    {
        for (int k = 0; k < _concentration.Length; k++) _conductivities[k] = _conductivity.Evaluate(_concentration[k], out _) * _warmConductivity * _factor[k];
        if (_anodeElements > 0)
            for (int k = 0, from = _anodeElements * _each - 1; k <= from; k++) Fill(Anode, k, _concentration[from - k], _conductivities[from - k]);
        else Fill(Anode, 0, _line.Nodes[0], T.Constant(1));
        if (_cathodeElements > 0)
            for (int k = 0, from = (_elements - _cathodeElements) * _each; from + k < _concentration.Length; k++) Fill(Cathode, k, _concentration[from + k], _conductivities[from + k]);
        else Fill(Cathode, 0, _line.Nodes[_elements], T.Constant(1));
        T sum = T.Constant(0), side = T.Constant(0), reference = T.Constant(0);
        for (int e = _anodeElements; e < _elements - _cathodeElements; e++)
        {
            T all = T.Constant(0), part = T.Constant(0);
            for (int k = 0; k < _each; k++)
            {
                T each = _line.Lengths[e] / _conductivities[e * _each + k];
                all += T.Constant(_line.Rule.Weights[k]) * each;
                if (e == _referenceElement) part += T.Constant(_referenceResistance[k]) * each;
            }
            sum += all;
            if (e >= _referenceElement) side += e == _referenceElement ? part : all;
        }
        (Resistance, CathodeSide) = (sum, side);
        if (_elements == _anodeElements + _cathodeElements) reference = _line.Nodes[_anodeElements];
        else
        {
            reference = T.Constant(_referenceValue[0]) * _line.Nodes[_referenceElement] + T.Constant(_referenceValue[_each + 1]) * _line.Nodes[_referenceElement + 1];
            for (int k = 0; k < _each; k++) reference += T.Constant(_referenceValue[k + 1]) * _concentration[_referenceElement * _each + k];
        }
        ReferencePotential = reference.Value > 0 ? Potential(reference) : T.Constant(double.NaN);
    }

    public void Finish(Span<T> unknowns)
    {
        _concentration.CopyTo(unknowns);
        _line.Nodes.CopyTo(unknowns[_line.Count..]);
    }

    /// <summary>All salt of a state, mol/m2.</summary>
    public T Content(ReadOnlySpan<T> unknowns)
    {
        T sum = T.Constant(0);
        for (int e = 0; e < _elements; e++)
            for (int k = 0; k < _each; k++) sum += _line.Lengths[e] * T.Constant(_line.Rule.Weights[k]) * _volume[e * _each + k] * unknowns[e * _each + k];
        return sum;
    }

    /// <summary>The least concentration of a state over that at the start, and where it is.</summary>
    public (double Share, string Place) Least(ReadOnlySpan<T> unknowns)
    {
        double least = double.PositiveInfinity;
        int place = 0;
        for (int k = 0; k < Count; k++)
        {
            if (k >= _line.Count && !(k == _line.Count && _anodeElements == 0) && !(k == Count - 1 && _cathodeElements == 0)) continue;
            double share = unknowns[k].Value / _initial.Value;
            if (share < least) (least, place) = (share, k < _line.Count ? k / _each : Math.Min(k - _line.Count, _elements - 1));
        }
        return (least, place < _anodeElements ? "in the anode" : place >= _elements - _cathodeElements ? "in the cathode" : _cathodeElements > 0 || 2 * place < _elements ? "in the separator, towards the anode" : "in the separator, towards the cathode");
    }

    /// <summary>Over the points of a part by the lengths that they stand for, what the concentration makes of the potential, V.</summary>
    public double Mean(Part part)
    {
        if (part.Potentials.Length == 1) return part.Potentials[0].Value;
        double sum = 0;
        int elements = part.Potentials.Length / _each;
        for (int k = 0; k < part.Potentials.Length; k++) sum += _line.Rule.Weights[k % _each] / elements * part.Potentials[k].Value;
        return sum;
    }

    private bool IsThere()
    {
        double floor = Floor * _initial.Value;
        foreach (T each in _concentration)
            if (!(each.Value > floor)) return false;
        // At the ends of elements only what a flat electrode sees has to be there.
        return (_anodeElements > 0 || _line.Nodes[0].Value > floor) && (_cathodeElements > 0 || _line.Nodes[_elements].Value > floor);
    }

    private void Fill(Part part, int at, T concentration, T conductivity) =>
        (part.Conductivities[at], part.Potentials[at], part.Concentrations[at]) = (conductivity, Potential(concentration), concentration / _initial);

    private T Potential(T concentration) => T.Constant(2) * _thermal * _drive.Integrate(Elementary.Log(concentration / _initial), out _);

    private void Reference(double at)
    {
        // Lagrange's polynomials through the element's points for the integral from there to its end, and through its ends too for the value.
        GaussRule rule = _line.Rule;
        double[] places = [0, .. rule.Points, 1];
        for (int k = 0; k < places.Length; k++) _referenceValue[k] = Lagrange(places, k, at);
        for (int m = 0; m < _each; m++)
        {
            double sum = 0;
            for (int k = 0; k < _each; k++) sum += rule.Weights[k] * Lagrange(rule.Points, m, at + (1 - at) * rule.Points[k]);
            _referenceResistance[m] = (1 - at) * sum;
        }
    }

    private static double Lagrange(ReadOnlySpan<double> places, int which, double at)
    {
        double product = 1;
        for (int k = 0; k < places.Length; k++)
            if (k != which) product *= (at - places[k]) / (places[which] - places[k]);
        return product;
    }

    private static VariedCurve<T> Drive(BinaryCoefficients salt, BinaryCoefficients above, BinaryCoefficients below, Variation<T> variation)
    {
        Interphase.Descriptions.Curve drive = salt.Drive();
        bool varies = !ReferenceEquals(salt.TransferenceNumber, above.TransferenceNumber) || !ReferenceEquals(salt.ThermodynamicFactor, above.ThermodynamicFactor) || salt.Concentration != above.Concentration;
        return varies ? new(variation, drive, above.Drive(), below.Drive()) : new(variation, drive, drive, drive);
    }

    private static PoreCoefficients Pores(PoreCoefficients? pores) => pores ?? throw new ArgumentException("A liquid fills pores: every composite and every layer of its cell needs some.");

    /// <summary>What an electrode gives and sees, at its points from the separator on; of a flat one at its border alone.</summary>
    internal sealed class Part(int points)
    {
        /// <summary>Ionic current, A/m2, positive away from the separator.</summary>
        public T[] Flow { get; } = new T[points];

        /// <summary>Effective ionic conductivity, S/m.</summary>
        public T[] Conductivities { get; } = new T[points];

        /// <summary>What the concentration makes of the ions' potential, against that of the start, V.</summary>
        public T[] Potentials { get; } = new T[points];

        /// <summary>Over the concentration at the start.</summary>
        public T[] Concentrations { get; } = new T[points];
    }
}
