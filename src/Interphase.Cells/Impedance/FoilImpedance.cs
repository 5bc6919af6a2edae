using System.Numerics;
using Interphase.Numerics;

namespace Interphase.Cells;

/// <summary>The impedance of a foil. docs/physics.md (57).</summary>
internal sealed class FoilImpedance(FoilModel<Real> model) : ElectrodeImpedance
{
    private double _chargeTransfer, _perCharge;

    public override void Linearise(ReadOnlySpan<Real> unknowns, double temperature)
    {
        (double kinetics, double lithium) = model.Slopes(unknowns);
        (_chargeTransfer, _perCharge) = (-kinetics, -lithium);
    }

    public override Complex At(Complex rate, ElectrodeContributions contributions)
    {
        FoilCoefficients foil = model.Coefficients;
        Complex faradaic = 0;
        if (Has(contributions, ElectrodeContributions.Film)) faradaic += Beside(foil.FilmResistance, foil.FilmCapacitance, rate);
        if (Has(contributions, ElectrodeContributions.ChargeTransfer)) faradaic += _chargeTransfer;
        if (Has(contributions, ElectrodeContributions.Storage) && _perCharge != 0) faradaic += _perCharge / rate;
        return foil.DoubleLayer == 0 || !Has(contributions, ElectrodeContributions.DoubleLayer) ? faradaic : faradaic / (1 + rate * foil.DoubleLayer * faradaic);
    }
}
