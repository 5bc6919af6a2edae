using System.Numerics;

namespace Interphase.Cells;

/// <summary>The impedance of the separator's layers between two places. docs/physics.md (58). Without capacitances it is what <see cref="CellModel{T}"/> knows.</summary>
internal sealed class SeparatorImpedance
{
    private readonly LayerCoefficients[] _layers;
    private readonly double[] _shares, _resistances, _contacts;
    private readonly bool[] _hasInterface;

    /// <summary>Takes the layers from one place to another, 0 at the anode and 1 at the cathode, by length.</summary>
    public SeparatorImpedance(IReadOnlyCollection<LayerCoefficients> layers, double from, double to)
    {
        double length = layers.Sum(layer => layer.Thickness), at = 0;
        _layers = [.. layers];
        (_shares, _resistances, _contacts, _hasInterface) = (new double[_layers.Length], new double[_layers.Length], [.. layers.Select(layer => layer.InterfaceResistance)], new bool[_layers.Length]);
        for (int i = 0; i < _layers.Length; i++)
        {
            double begin = at / length, end = (at + _layers[i].Thickness) / length;
            _shares[i] = Math.Max(0, Math.Min(to, end) - Math.Max(from, begin)) / (end - begin);
            _hasInterface[i] = end > from && end <= to;
            at += _layers[i].Thickness;
        }
    }

    /// <summary>Takes a temperature, K.</summary>
    public void Set(double temperature)
    {
        for (int i = 0; i < _layers.Length; i++) _resistances[i] = _layers[i].Thickness / (_layers[i].Conductivity * _layers[i].Activation.Factor(temperature));
    }

    /// <summary>Takes what contacts have come to resist more, ohm m2, by layer.</summary>
    public void Set(ReadOnlySpan<double> grown)
    {
        for (int i = 0; i < _layers.Length; i++) _contacts[i] = _layers[i].InterfaceResistance + grown[i];
    }

    /// <summary>The impedance for changes that grow as e^(rate t), ohm m2.</summary>
    public Complex At(Complex rate, SeparatorContributions contributions)
    {
        Complex sum = 0;
        for (int i = 0; i < _layers.Length; i++)
        {
            LayerCoefficients layer = _layers[i];
            double boundaries = layer.GrainBoundaryShare * _resistances[i];
            if ((contributions & SeparatorContributions.Bulk) != 0) sum += _shares[i] * (_resistances[i] - boundaries);
            if ((contributions & SeparatorContributions.GrainBoundaries) != 0) sum += _shares[i] * boundaries / (1 + rate * (boundaries * layer.GrainBoundaryCapacitance));
            if ((contributions & SeparatorContributions.Interfaces) != 0 && _hasInterface[i])
                sum += _contacts[i] / (1 + rate * (_contacts[i] * layer.InterfaceCapacitance));
        }
        return sum;
    }
}
