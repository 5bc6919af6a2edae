namespace Interphase.Descriptions;

/// <summary>One step of a compiled formula.</summary>
internal enum FormulaOperation : byte
{
    Input,
    Constant,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Minimum,
    Maximum,
    WholePower,
    Negate,
    Exp,
    Log,
    Log10,
    Sqrt,
    Cbrt,
    Abs,
    Sign,
    Heaviside,
    Tanh,
    Sinh,
    Cosh,
    Sin,
    Cos,
    Tan,
    Atan,
    Erf,
}
