namespace Interphase.Cells;

/// <summary>What a step controls. Currents and powers are per area of the cell and positive when they charge.</summary>
public abstract record Control;
