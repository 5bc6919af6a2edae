using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>The impedance of a foil. docs/physics.md (57).</summary>
internal sealed class FoilImpedance(FoilModel<Real> model) : ElectrodeImpedance
{
    private double _chargeTransfer, _perCharge, _salted, _grown;

    public override void Linearise(ReadOnlySpan<Real> unknowns, double temperature)
    {
        (double kinetics, double lithium) = model.Slopes(unknowns);
        (_chargeTransfer, _perCharge, _grown) = (-kinetics, -lithium, model.Grown(unknowns));
    }

    /// <summary>Takes how the overpotential answers the concentration of a liquid's salt at the foil. docs/physics.md (66).</summary>
    /// <param name="unknowns">The foil's.</param>
    /// <param name="relative">The concentration over that at the start.</param>
    /// <param name="start">That one, mol/m3.</param>
    public void Wet(ReadOnlySpan<Real> unknowns, double relative, double start) =>
        _salted = model.Coefficients.ExchangeOfSalt is { } dependence ? unknowns[1].Value * _chargeTransfer * dependence.Logarithmic(relative) / start : 0;

    /// <summary>How the potential answers that concentration while the current stays, V m3/mol.</summary>
    public Complex Salted(Complex rate, ElectrodeContributions contributions) =>
        Has(contributions, ElectrodeContributions.ChargeTransfer) ? Shunted(rate, contributions, _salted, Faradaic(rate, contributions)) : 0;

    public override Complex At(Complex rate, ElectrodeContributions contributions)
    {
        Complex faradaic = Faradaic(rate, contributions);
        return Shunted(rate, contributions, faradaic, faradaic);
    }

    // What the double layer beside a faradaic impedance leaves of a part.
    private Complex Shunted(Complex rate, ElectrodeContributions contributions, Complex part, Complex faradaic) =>
        model.Coefficients.DoubleLayer == 0 || !Has(contributions, ElectrodeContributions.DoubleLayer) ? part : part / (1 + rate * model.Coefficients.DoubleLayer * faradaic);

    private Complex Faradaic(Complex rate, ElectrodeContributions contributions)
    {
        FoilCoefficients foil = model.Coefficients;
        Complex faradaic = 0;
        if (Has(contributions, ElectrodeContributions.Film)) faradaic += Beside(foil.FilmResistance, foil.FilmCapacitance, rate) + _grown;
        if (Has(contributions, ElectrodeContributions.ChargeTransfer)) faradaic += _chargeTransfer;
        if (Has(contributions, ElectrodeContributions.Storage) && _perCharge != 0) faradaic += _perCharge / rate;
        return faradaic;
    }
}
