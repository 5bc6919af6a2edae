namespace Interphase.Cells;

/// <summary>A change of the stack pressure; takes no time.</summary>
/// <param name="Pressure">Pa.</param>
public sealed record PressureControl(double Pressure) : Control;
