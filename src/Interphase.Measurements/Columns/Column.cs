using System.Collections.Immutable;

namespace Interphase.Measurements;

/// <summary>A column of a recording: what it is called, in which unit it stands, and what it means. There is one object for each, in <see cref="Columns"/>.</summary>
public sealed class Column
{
    internal Column(int index, string name, string unit, string machineName, ColumnKind kind, Obligation obligation, bool isStandard, string documentation, ImmutableArray<(string Name, double Factor)> otherNames)
    {
        (Index, Name, Unit, MachineName, Kind, Obligation, IsStandard, Documentation, OtherNames) = (index, name, unit, machineName, kind, obligation, isStandard, documentation, otherNames);
        Label = unit.Length == 0 ? name : $"{name} / {unit}";
    }

    /// <summary>The preferred label, such as <c>Voltage / V</c>; files are written with it.</summary>
    public string Label { get; }

    /// <summary>The name without the unit, such as <c>Voltage</c>.</summary>
    public string Name { get; }

    /// <summary>The machine name, such as <c>voltage_volt</c>.</summary>
    public string MachineName { get; }

    /// <summary>The fixed unit; <c>1</c> for pure numbers, empty for words.</summary>
    public string Unit { get; }

    /// <summary>What its fields are.</summary>
    public ColumnKind Kind { get; }

    /// <summary>How much the Battery Data Format asks for it.</summary>
    public Obligation Obligation { get; }

    /// <summary>Whether the Battery Data Format defines it; if not, Interphase adds it in the same manner.</summary>
    public bool IsStandard { get; }

    /// <summary>What it means, in one line.</summary>
    public string Documentation { get; }

    /// <summary>Further names that are read, older ones among them; a field under such a name times its factor is in <see cref="Unit"/>.</summary>
    public ImmutableArray<(string Name, double Factor)> OtherNames { get; }

    /// <summary>Its place in <see cref="Columns.All"/>.</summary>
    internal int Index { get; }

    /// <inheritdoc/>
    public override string ToString() => Label;
}
