using System.Collections.Immutable;
using Interphase.Descriptions;
using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>
/// The linear program of an equilibrium: shares of atoms of phases, least energy, amounts of elements kept but for one to which the system may be open. Solved in doubles, its amounts then computed exactly
/// from the whole numbers of the formulas. docs/numerics.md, section 14.
/// </summary>
internal sealed class PhaseProgram
{
    private const int LithiumNumber = 3;

    private readonly PhaseSystem _system;
    private readonly int[] _rows, _start;
    private readonly double[] _costs, _lithium, _left;
    private readonly LinearProgram _program;

    /// <param name="system">The phases.</param>
    /// <param name="open">Elements that come from reservoirs, by atomic number.</param>
    /// <param name="potentials">Their chemical potentials by atomic number, eV per atom; 0, that of the pure element, where missing.</param>
    internal PhaseProgram(PhaseSystem system, ElementSet open, IReadOnlyDictionary<int, double>? potentials = null)
    {
        _system = system;
        _rows = Array.FindAll(Places(system.Numbers.Length), row => !open.Has(system.Numbers[row]));
        _start = Array.ConvertAll(_rows, row => system.Elemental[row]);
        _program = new(system.Columns.WithRows(_rows));
        _costs = (double[])system.Energies.Clone();
        _left = new double[_costs.Length];
        _lithium = new double[_costs.Length];
        for (int row = 0; row < system.Numbers.Length; row++)
        {
            if (!open.Has(system.Numbers[row])) continue;
            if (system.Numbers[row] == LithiumNumber) system.Columns.CopyRow(row, _lithium);
            if (potentials is null || !potentials.TryGetValue(system.Numbers[row], out double potential)) continue;
            for (int column = 0; column < _costs.Length; column++) _costs[column] -= potential * system.Columns[row, column];
        }
        for (int column = 0; column < _costs.Length && !open.IsEmpty; column++)
        {
            if (!system.Entries[column].Composition.Elements.IsWithin(open)) continue;
            // What holds nothing but open elements is part of the reservoirs, not a product.
            if (_costs[column] < -LinearProgram.CostTolerance) Unbounded ??= system.Entries[column];
            _costs[column] = double.PositiveInfinity;
        }
    }

    /// <summary>Lithium as the open element.</summary>
    internal static ElementSet Lithium => ElementSet.Of(LithiumNumber);

    /// <summary>A phase that the reservoirs alone would form without end; null where there is none.</summary>
    internal PhaseEntry? Unbounded { get; }

    /// <summary>Whether a set has lithium; a problem is told.</summary>
    internal static bool HasLithium(PhaseSet set, ChemicalFormula formula, Problems problems)
    {
        if (set.All.Has(LithiumNumber)) return true;
        problems.Add(new Place(formula.Text), "", $"a set without lithium ({set.Scheme.Id})", "one with phases of lithium, against which voltages are counted", "");
        return false;
    }

    /// <summary>Amounts of the kept elements in a formula.</summary>
    internal Rational[] Sides(ChemicalFormula formula) => Array.ConvertAll(_rows, row => formula.Amount(PeriodicTable.Elements[_system.Numbers[row] - 1].Symbol));

    /// <summary>The least energy of a formula's atoms, perhaps with one phase barred.</summary>
    internal PhaseMixture Minimum(ChemicalFormula formula, PhaseEntry? without = null)
    {
        Rational[] sides = Sides(formula);
        int barred = without is null ? -1 : Array.IndexOf(_system.Entries, without);
        double kept = barred < 0 ? 0 : _costs[barred];
        if (barred >= 0) _costs[barred] = double.PositiveInfinity;
        _program.SetCosts(_costs);
        Hold(_program.SolveFrom(_start, Scaled(sides, formula.Atoms)));
        if (barred >= 0) _costs[barred] = kept;
        return Mixture(sides);
    }

    /// <summary>A sweep of the voltage of the open element, begun.</summary>
    internal CostSweep VoltageSweep(Rational[] sides, double atoms, double from)
    {
        var sweep = new CostSweep(_program, _costs, _lithium);
        Hold(sweep.Start(from, _start, Scaled(sides, atoms)));
        return sweep;
    }

    /// <summary>A sweep of the right-hand sides, begun.</summary>
    internal SideSweep FractionSweep(Rational[] start, Rational[] slope, double voltage)
    {
        double[] costs = (double[])_costs.Clone();
        for (int column = 0; column < costs.Length; column++) costs[column] += voltage * _lithium[column];
        _program.SetCosts(costs);
        var sweep = new SideSweep(_program, Scaled(start, 1), Scaled(slope, 1));
        Hold(sweep.Start(_start));
        return sweep;
    }

    /// <summary>The voltages, counted from the present one, between which the present basis stays the least; it needs no more than costs, so it holds for all amounts that the basis can make.</summary>
    internal (double Down, double Up) VoltageRange() => _program.CostRange(_lithium);

    /// <summary>The mixture that the present basis makes of given amounts of the kept elements, exact.</summary>
    internal PhaseMixture Mixture(Rational[] sides)
    {
        var amounts = new Rational[sides.Length];
        for (int attempt = 0; attempt <= sides.Length; attempt++)
        {
            Solve(sides, amounts);
            int below = Array.FindIndex(amounts, amount => amount.Sign < 0);
            // Rounding took an amount slightly below 0 for 0: exact numbers ask for one exchange more.
            if (below < 0 || !_program.Replace(below)) break;
        }
        return Made(amounts);
    }

    /// <summary>The first x at which an amount of the present basis is used up, for right-hand sides that go with it.</summary>
    internal Rational Exhausted(Rational[] start, Rational[] slope)
    {
        var both = new Rational[2 * start.Length];
        start.CopyTo(both, 0);
        slope.CopyTo(both, start.Length);
        Solve((Rational[])both.Clone(), both);
        Rational? first = null;
        for (int row = 0; row < start.Length; row++)
        {
            if (both[start.Length + row].Sign >= 0) continue;
            Rational x = -both[row] / both[start.Length + row];
            if (first is null || x < first) first = x;
        }
        return first ?? 1;
    }

    /// <summary>Phases that could take part at the same cost.</summary>
    internal ImmutableArray<string> Ties()
    {
        _program.ReducedCosts(_left);
        return Named(column => _program.IsTied(column, _left[column]));
    }

    /// <summary>Phases that could take part at the same cost, all the way of a step.</summary>
    internal ImmutableArray<string> Ties(CostSweep sweep) => Named(sweep.IsTied);

    /// <summary>Chemical potentials of the kept elements, eV per atom.</summary>
    internal ImmutableDictionary<string, double> ChemicalPotentials()
    {
        var potentials = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        for (int row = 0; row < _rows.Length; row++) potentials.Add(PeriodicTable.Elements[_system.Numbers[_rows[row]] - 1].Symbol, _program.Prices[row]);
        return potentials.ToImmutable();
    }

    private void Solve(Rational[] sides, Rational[] amounts)
    {
        int rows = _rows.Length, all = _system.Numbers.Length;
        var matrix = new long[rows * rows];
        for (int place = 0; place < rows; place++)
        {
            for (int row = 0; row < rows; row++) matrix[row * rows + place] = _system.Amounts[_program.Basis[place] * all + _rows[row]];
        }
        if (!ExactElimination.TrySolve(matrix, rows, sides, amounts)) throw new InvalidOperationException("A basis of phases cannot be inverted exactly.");
    }

    private PhaseMixture Made(Rational[] amounts)
    {
        var parts = new List<PhaseAmount>(amounts.Length);
        double energy = 0;
        Rational lithium = 0;
        for (int place = 0; place < amounts.Length; place++)
        {
            if (amounts[place].Sign <= 0) continue;
            PhaseEntry entry = _system.Entries[_program.Basis[place]];
            double atoms = amounts[place].ToDouble() * entry.Composition.Atoms;
            energy += atoms * entry.FormationEnergy;
            long held = entry.Composition.Amount(LithiumNumber);
            if (held > 0) lithium += amounts[place] * new Rational(held, 1);
            parts.Add(new(entry.Formula, amounts[place] / entry.Composition.Units));
        }
        parts.Sort((one, other) => Atoms(other).CompareTo(Atoms(one)) is var order and not 0 ? order : string.CompareOrdinal(one.Formula.Text, other.Formula.Text));
        return new([.. parts], energy, lithium);

        static double Atoms(PhaseAmount part) => part.Amount.ToDouble() * part.Formula.Atoms;
    }

    private ImmutableArray<string> Named(Predicate<int> tied)
    {
        List<string>? names = null;
        for (int column = 0; column < _left.Length; column++)
        {
            if (tied(column)) (names ??= []).Add(_system.Entries[column].Name);
        }
        return names is null ? [] : [.. names];
    }

    private static int[] Places(int count)
    {
        int[] places = new int[count];
        for (int place = 0; place < count; place++) places[place] = place;
        return places;
    }

    private static double[] Scaled(Rational[] sides, double atoms) => Array.ConvertAll(sides, side => side.ToDouble() / atoms);

    private static void Hold(ProgramOutcome outcome)
    {
        // The elements are always among the phases, so there is an equilibrium; its energy is bounded as every energy is.
        if (outcome != ProgramOutcome.Optimal) throw new InvalidOperationException($"An equilibrium of phases ended {outcome}.");
    }
}
