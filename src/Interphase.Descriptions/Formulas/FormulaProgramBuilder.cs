using Interphase.Numerics;

namespace Interphase.Descriptions;

/// <summary>Collects the steps of a formula, folds what is constant, and stores equal steps once.</summary>
internal sealed class FormulaProgramBuilder
{
    // Beyond this the general power is as fast and more accurate.
    private const int LargestWholePower = 16;

    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Key, int> _known = [];

    internal int Input(int index) => Add(new(FormulaOperation.Input, index, 0, 0), new(FormulaOperation.Input, index, 0));

    internal int Constant(double value) => Add(new(FormulaOperation.Constant, 0, 0, value), new(FormulaOperation.Constant, BitConverter.DoubleToInt64Bits(value), 0));

    /// <summary>One step; <paramref name="b"/> is 0 for a function of one argument and the exponent itself for a whole power.</summary>
    internal int Step(FormulaOperation operation, int a, int b)
    {
        bool binary = operation < FormulaOperation.WholePower;
        if (operation == FormulaOperation.Power && _nodes[b].Operation == FormulaOperation.Constant && _nodes[a].Operation != FormulaOperation.Constant
            && _nodes[b].Value is >= -LargestWholePower and <= LargestWholePower && double.IsInteger(_nodes[b].Value))
            return Step(FormulaOperation.WholePower, a, (int)_nodes[b].Value);
        if (_nodes[a].Operation == FormulaOperation.Constant && (!binary || _nodes[b].Operation == FormulaOperation.Constant))
        {
            var right = binary ? new Real(_nodes[b].Value) : default;
            return Constant(FormulaProgram.Apply(new(operation, 0, b), new Real(_nodes[a].Value), right).Value);
        }
        return Add(new(operation, a, b, 0), new(operation, a, b));
    }

    /// <summary>Takes the steps of another program over, its inputs replaced by given nodes; returns the node of its result.</summary>
    internal int Import(FormulaProgram program, ReadOnlySpan<int> inputs)
    {
        int[] places = new int[program.Registers];
        inputs.CopyTo(places);
        for (int i = 0; i < program.Constants.Length; i++)
            places[program.Inputs + i] = Constant(program.Constants[i]);
        int first = program.Inputs + program.Constants.Length;
        for (int i = 0; i < program.Instructions.Length; i++)
        {
            FormulaInstruction step = program.Instructions[i];
            places[first + i] = Step(step.Operation, places[step.A], step.Operation < FormulaOperation.WholePower ? places[step.B] : step.B);
        }
        return places[program.Result];
    }

    /// <summary>The program for a node, without the steps that it does not need.</summary>
    internal FormulaProgram Build(int inputs, int result)
    {
        bool[] needed = new bool[_nodes.Count];
        needed[result] = true;
        var constants = new List<double>();
        for (int i = result; i >= 0; i--)
        {
            Node node = _nodes[i];
            if (!needed[i] || node.Operation <= FormulaOperation.Constant)
                continue;
            needed[node.A] = true;
            if (node.Operation < FormulaOperation.WholePower)
                needed[node.B] = true;
        }
        int[] places = new int[_nodes.Count];
        for (int i = 0; i <= result; i++)
        {
            if (!needed[i])
                continue;
            if (_nodes[i].Operation == FormulaOperation.Input)
                places[i] = _nodes[i].A;
            else if (_nodes[i].Operation == FormulaOperation.Constant)
            {
                places[i] = inputs + constants.Count;
                constants.Add(_nodes[i].Value);
            }
        }
        var steps = new List<FormulaInstruction>();
        for (int i = 0; i <= result; i++)
        {
            Node node = _nodes[i];
            if (!needed[i] || node.Operation <= FormulaOperation.Constant)
                continue;
            places[i] = inputs + constants.Count + steps.Count;
            steps.Add(new(node.Operation, places[node.A], node.Operation < FormulaOperation.WholePower ? places[node.B] : node.B));
        }
        return new(inputs, [.. constants], [.. steps], places[result]);
    }

    private int Add(Node node, Key key)
    {
        if (_known.TryGetValue(key, out int place))
            return place;
        _nodes.Add(node);
        return _known[key] = _nodes.Count - 1;
    }

    // A struct as a key would have the dictionary compiled at start.
    private sealed class Key(FormulaOperation operation, long a, int b) : IEquatable<Key>
    {
        private readonly FormulaOperation _operation = operation;
        private readonly long _a = a;
        private readonly int _b = b;

        public bool Equals(Key? other) => other is not null && _operation == other._operation && _a == other._a && _b == other._b;

        public override bool Equals(object? obj) => Equals(obj as Key);

        public override int GetHashCode() => (((int)_operation * 397) ^ _a.GetHashCode()) * 397 ^ _b;
    }

    private readonly record struct Node(FormulaOperation Operation, int A, int B, double Value);
}
