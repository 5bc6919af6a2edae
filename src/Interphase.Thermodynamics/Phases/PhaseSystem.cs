using Interphase.Numerics;

namespace Interphase.Thermodynamics;

/// <summary>The phases of some elements as columns of linear programs: shares of atoms, energies in eV/atom, exact amounts.</summary>
internal sealed class PhaseSystem
{
    internal PhaseSystem(ElementSet elements, PhaseEntry[] entries)
    {
        Numbers = new int[elements.Count];
        for (int number = 1, place = 0; place < Numbers.Length; number++)
        {
            if (elements.Has(number)) Numbers[place++] = number;
        }
        Entries = entries;
        Energies = new double[entries.Length];
        int rows = Numbers.Length;
        Amounts = new long[rows * entries.Length];
        var shares = new double[rows * entries.Length];
        Elemental = new int[rows];
        Elemental.AsSpan().Fill(-1);
        for (int column = 0; column < entries.Length; column++)
        {
            Composition composition = entries[column].Composition;
            Energies[column] = entries[column].FormationEnergy;
            for (int place = 0, row = 0; place < composition.Count; place++)
            {
                while (Numbers[row] != composition.Number(place)) row++;
                Amounts[column * rows + row] = composition.AmountAt(place);
                shares[column * rows + row] = (double)composition.AmountAt(place) / composition.Atoms;
                if (composition.Count == 1) Elemental[row] = column;
            }
        }
        Columns = new(rows, entries.Length, shares);
    }

    /// <summary>Atomic numbers, ascending: one row each.</summary>
    internal int[] Numbers { get; }

    /// <summary>One column each.</summary>
    internal PhaseEntry[] Entries { get; }

    /// <summary>eV/atom of each column.</summary>
    internal double[] Energies { get; }

    /// <summary>Whole amounts of elements in a unit of each phase, column by column.</summary>
    internal long[] Amounts { get; }

    /// <summary>The column of each pure element, by row; a start for any program.</summary>
    internal int[] Elemental { get; }

    /// <summary>Shares of atoms.</summary>
    internal ProgramColumns Columns { get; }
}
