using System.Diagnostics.CodeAnalysis;

namespace Interphase.Cells;

/// <summary>A number that may not exist, and then says why.</summary>
public readonly record struct Derived
{
    private Derived(double? value, string? reason) => (Value, Reason) = (value, reason);

    /// <summary>The number in SI; finite where it exists.</summary>
    public double? Value { get; }

    /// <summary>Why there is none.</summary>
    public string? Reason { get; }

    /// <summary>Whether it exists.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool Exists => Value is not null;

    /// <summary>A number that exists, unless it is not finite.</summary>
    public static implicit operator Derived(double value) => double.IsFinite(value) ? new(value, null) : None("it is not finite");

    /// <summary>A number that does not exist.</summary>
    public static Derived None(string reason) => new(null, reason);

    /// <summary>The number through a function; a missing one stays missing.</summary>
    public Derived Then(Func<double, double> function) => Exists ? function(Value.Value) : this;

    /// <summary>Two numbers through a function; missing when either is.</summary>
    public static Derived Of(Derived a, Derived b, Func<double, double, double> function) => !a.Exists ? a : !b.Exists ? b : function(a.Value.Value, b.Value.Value);
}
