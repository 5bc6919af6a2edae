using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Interphase.Descriptions;

/// <summary>A field that holds a property: a number, a formula or a table.</summary>
/// <param name="name">The last part of its path.</param>
/// <param name="measure">What it measures.</param>
/// <param name="lowest">The least plausible value, with unit.</param>
/// <param name="highest">The greatest plausible value, with unit.</param>
/// <param name="summary">One line of documentation.</param>
/// <param name="variables">The variables that it may depend on, the usual one first.</param>
public sealed class PropertyField(string name, Measure measure, string lowest, string highest, string summary, params string[] variables)
    : Field<Property>(name, summary), IField
{
    private const int Samples = 257;

    // What a formula fitted to a measured potential may rise between two plateaus, V: less than the measurement's own error.
    private const double Ripple = 1e-3;

    // Beyond these nothing of a battery was measured, and the law of an activation energy says nothing.
    private static readonly QuantityRange References = new("100 K", "2000 K");

    private static readonly string[] Kinds = ["value", "formula", "table", "prefactor"];
    private static readonly string[] Keys = ["value", "formula", "table", "of", "unit", "range", "parameters", "where", "activationEnergy"];
    private readonly QuantityRange range = new(lowest, highest);

    /// <summary>What it measures.</summary>
    public Measure Measure => measure;

    /// <summary>The variables that it may depend on.</summary>
    public ImmutableArray<string> Variables { get; } = [.. variables];

    /// <summary>Whether it may carry an activation energy.</summary>
    public bool MayBeActivated { get; init; }

    /// <summary>Whether a formula is evaluated where it is needed instead of being tabulated: one of one variable then needs no range.</summary>
    public bool NeedsNoRange { get; init; }

    /// <summary>The usual shape over y, as a formula, where a prefactor alone may be given; null where there is none.</summary>
    public string? Shape { get; init; }

    /// <summary>Whether physics demands that it falls as its variable grows: an open-circuit potential over lithium content.</summary>
    public bool MustFall { get; init; }

    IEnumerable<string> IField.Parts => Shape is null ? Keys : [.. Keys, "prefactor"];

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        JsonObject constant = FieldSchemas.Quantity([measure], [range]);
        var map = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["value"] = constant.DeepClone(),
                ["formula"] = new JsonObject { ["type"] = "string", ["description"] = $"An expression in {string.Join(", ", Variables)} and the parameters." },
                ["table"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "array", ["minItems"] = 2, ["maxItems"] = 2, ["items"] = new JsonObject { ["type"] = "number" } } },
                ["of"] = new JsonObject { ["anyOf"] = new JsonArray(Choice(), new JsonObject { ["type"] = "array", ["items"] = Choice() }) },
                ["unit"] = new JsonObject { ["type"] = new JsonArray("string", "number"), ["description"] = $"The unit of the result, such as {measure.Display}." },
                ["range"] = new JsonObject { ["type"] = "array", ["minItems"] = 2, ["maxItems"] = 2, ["items"] = new JsonObject { ["type"] = "number" } },
                ["parameters"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "number" } },
                ["where"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } },
                ["activationEnergy"] = new JsonObject { ["type"] = new JsonArray("string", "object") },
            },
        };
        if (Shape is not null) ((JsonObject)map["properties"]!)["prefactor"] = new JsonObject { ["type"] = "string", ["description"] = $"Times {Shape}." };
        return new JsonObject { ["anyOf"] = new JsonArray(constant, map) };

        JsonObject Choice() => new() { ["enum"] = new JsonArray([.. Variables.Select(variable => (JsonNode)variable)]) };
    }

    /// <inheritdoc/>
    protected override string Show(Property value) => value.ToString();

    /// <inheritdoc/>
    protected override JsonNode? ToJson(Property value)
    {
        JsonObject json = value.Constant is { } constant ? new() { ["value"] = constant.Number, ["unit"] = constant.Unit.Symbol }
            : value.Formula is { } formula ? new()
            {
                ["formula"] = formula.Text,
                ["where"] = new JsonObject(value.Definitions.Select(definition => KeyValuePair.Create(definition.Name, (JsonNode?)definition.Text))),
                ["parameters"] = new JsonObject(formula.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)parameter.Value))),
                ["of"] = new JsonArray([.. value.Variables.Select(variable => (JsonNode)variable)]),
                ["range"] = double.IsFinite(value.Range.Upper) ? new JsonArray(value.Range.Lower, value.Range.Upper) : null,
                ["unit"] = value.Unit.Symbol,
            }
            : new()
            {
                ["table"] = new JsonArray([.. value.Table.Select(row => (JsonNode)new JsonArray(row.Argument, row.Value))]),
                ["of"] = value.Variables[0],
                ["unit"] = value.Unit.Symbol,
            };
        if (value.Activation is { } activation)
        {
            json["activationEnergy"] = new JsonObject { ["value"] = activation.Energy.Number, ["unit"] = activation.Energy.Unit.Symbol, ["source"] = activation.Annotation.Source, ["note"] = activation.Annotation.Note };
            json["referenceTemperature"] = new JsonObject { ["value"] = activation.ReferenceTemperature, ["unit"] = "K" };
        }
        return json;
    }

    /// <inheritdoc/>
    protected override bool TryRead(Node node, ReadingScope scope, out Property value)
    {
        value = null!;
        if (node is not MapNode map) return TryConstant(node, scope, null, out value);
        if (!TryActivation(map, scope, out Activation? activation)) return false;
        string[] given = [.. Kinds.Where(key => map[key] is not null)];
        if (given.Length != 1) return scope.Refuse(map, given.Length == 0 ? "no value" : string.Join(" and ", given), $"one of {string.Join(", ", Kinds.Where(kind => kind != "prefactor" || Shape is not null).Select(kind => $"`{kind}`"))}", "leave the others out");
        if (map["value"] is { } constant) return TryConstant(constant, scope, activation, out value);
        if (map["prefactor"] is { } prefactor) return TryPrefactor(prefactor, scope, activation, out value);
        if (!TryVariables(map, scope, out ImmutableArray<string> of) || !TryUnit(map, scope, out Unit unit)) return false;
        return map["table"] is { } table
            ? TryTable(table, scope, of, unit, activation, out value)
            : TryFormula(map, scope, of, unit, activation, out value);
    }

    private bool TryConstant(Node node, ReadingScope scope, Activation? activation, out Property value)
    {
        value = null!;
        if (!QuantityField.TryReadQuantity(node, scope, [measure], [range], out Quantity quantity)) return false;
        value = Property.Of(measure, quantity, activation);
        return true;
    }

    private bool TryPrefactor(Node node, ReadingScope scope, Activation? activation, out Property value)
    {
        value = null!;
        if (!QuantityField.TryReadQuantity(node, scope with { Path = scope.Path + ".prefactor" }, [measure], [range], out Quantity quantity)) return false;
        if (!Formula.TryParse($"prefactor*{Shape}", FormulaNames.Of("y").With("prefactor", quantity.Number), out Formula? formula, out FormulaError? error))
            throw new FormatException($"the shape of {Name} is no formula: {error}");
        value = Property.Of(measure, quantity.Unit, formula, (0, 1), null, activation);
        return Plausible(value, scope, node);
    }

    private bool TryActivation(MapNode map, ReadingScope scope, out Activation? activation)
    {
        activation = null;
        if (map["activationEnergy"] is not { } node) return true;
        if (!MayBeActivated) return scope.Refuse(node, "an activation energy", "a property without one", "leave it out");
        Annotation annotation = Annotation.None;
        Node number = node;
        if (node is MapNode parts)
        {
            foreach (MapEntry entry in parts.Entries)
                if (entry.Key is not ("value" or "source" or "assumed" or "note")) return scope.Refuse(entry.Value, $"the unknown key {Quoted.Of(entry.Key)}", "`value`, `source` or `assumed`, `note`");
            string? Text(string key) => parts[key] is ScalarNode { IsEmpty: false } scalar ? scalar.Text : null;
            annotation = new Annotation(Text("source") ?? (Text("assumed") is { } why ? $"assumed: {why}" : null), null, Text("note"));
            number = parts["value"] ?? node;
        }
        var inner = scope with { Path = scope.Path + ".activationEnergy" };
        if (!QuantityField.TryReadQuantity(
            number, inner, [Measures.Energy, Measures.MolarEnergy], [new QuantityRange("0 eV", "3 eV"), new QuantityRange("0 kJ/mol", "300 kJ/mol")], out Quantity energy))
            return false;
        const string beside = "write `at: \"25 °C\"` beside it";
        if (scope.Annotation.At is not { } at) return scope.Refuse(node, "an activation energy without the temperature at which the property holds", "`at:` beginning with that temperature", beside);
        if (scope.Annotation.Temperature is not { } reference || !References.Contains(reference))
            return (scope with { Path = scope.Path + ".at" }).Refuse(node, $"{Quoted.Of(at.Split(',')[0])} beside an activation energy", $"the temperature at which the property holds, between {References.Lowest} and {References.Highest}", beside);
        activation = new Activation(energy, reference, annotation);
        return true;
    }

    private bool TryVariables(MapNode map, ReadingScope scope, out ImmutableArray<string> of)
    {
        of = Variables.Length > 0 ? [Variables[0]] : [];
        if (map["of"] is not { } node) return of.Length > 0 || scope.Refuse(map, "a formula or table", "a number", "this property depends on nothing");
        Node[] items = node is ListNode list ? [.. list.Items] : [node];
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (Node item in items)
        {
            if (!scope.TryText(item, $"one of {string.Join(", ", Variables)}", "", out string variable)) return false;
            if (!Variables.Contains(variable)) return scope.Refuse(item, Quoted.Of(variable), $"one of {string.Join(", ", Variables)}", Names.Nearest(variable, Variables) is { } near ? $"did you mean `{near}`?" : "");
            if (names.Contains(variable)) return scope.Refuse(item, $"{Quoted.Of(variable)} twice", "each variable once");
            names.Add(variable);
        }
        of = names.ToImmutable();
        return of.Length > 0 || scope.Refuse(node, "no variable", $"one of {string.Join(", ", Variables)}");
    }

    private bool TryUnit(MapNode map, ReadingScope scope, out Unit unit)
    {
        unit = Unit.One;
        if (map["unit"] is not { } node)
            return measure.MayBeBare || scope.Refuse(map, "no unit", "the unit of the result", $"write `unit: {measure.Display}`");
        if (!scope.TryText(node, "a unit", $"write `unit: {measure.Display}`", out string symbol)) return false;
        if (symbol == "1") return measure.MayBeBare || scope.Refuse(node, "`1`", $"the unit of {measure.Name}", $"such as `{measure.Display}`");
        if (!Unit.TryParse(symbol, out unit, out string? fault)) return scope.Refuse(node, fault!, $"the unit of {measure.Name}", $"such as `{measure.Display}`");
        return measure.Accepts(unit) || scope.Refuse(node, $"{Quoted.Of(symbol)}, which is {Measures.Describe(unit)}", $"the unit of {measure.Name}", $"such as `{measure.Display}`");
    }

    private bool TryFormula(MapNode map, ReadingScope scope, ImmutableArray<string> of, Unit unit, Activation? activation, out Property value)
    {
        value = null!;
        Node node = map["formula"]!;
        if (!scope.TryText(node, "a formula", "", out string text)) return false;
        FormulaNames names = FormulaNames.Of([.. of]);
        if (map["parameters"] is { } parameters)
        {
            if (parameters is not MapNode list) return scope.Refuse(parameters, parameters.Description, "names with bare numbers in SI");
            if (list.Entries.Length > Formula.MaximumNames) return scope.Refuse(parameters, $"{list.Entries.Length} parameters", $"at most {Formula.MaximumNames}");
            foreach (MapEntry entry in list.Entries)
            {
                if (!TryNumber(entry.Value, scope, $"the parameter {Quoted.Of(entry.Key, 40)}", out double number)) return false;
                names = names.With(entry.Key, number);
            }
        }
        if (map["where"] is { } where)
        {
            if (where is not MapNode list) return scope.Refuse(where, where.Description, "names with formulas");
            if (list.Entries.Length > Formula.MaximumNames) return scope.Refuse(where, $"{list.Entries.Length} definitions", $"at most {Formula.MaximumNames}");
            foreach (MapEntry entry in list.Entries)
            {
                if (!scope.TryText(entry.Value, "a formula", "", out string part)) return false;
                names = names.Where(entry.Key, part);
            }
        }
        if (!Formula.TryParse(text, names, out Formula? formula, out FormulaError? error))
        {
            Node at = error.In is { } name ? ((map["where"] as MapNode)?[name] ?? (map["parameters"] as MapNode)?[name] ?? node) : node;
            scope.Problems.Add(at is ScalarNode scalar ? scalar.PlaceAt(error.Position) : at.Place, scope.Path, error.Found, error.Expected, error.Suggestion is { } near ? $"did you mean `{near}`?" : "");
            return false;
        }
        // A parameter that changes nothing is a misspelt one.
        if (formula.Parameters.FirstOrDefault(parameter => !formula.DependsOn(parameter.Name)) is { } idle)
        {
            Place place = (map["parameters"] as MapNode)?.Entry(idle.Name)?.KeyPlace ?? node.Place;
            string? near = Names.Nearest(idle.Name, formula.Parameters.Select(parameter => parameter.Name).Where(formula.DependsOn));
            scope.Problems.Add(place, scope.Path, $"the parameter {Quoted.Of(idle.Name, 40)}, which the formula does not use", "parameters of the formula", near is null ? "leave it out" : $"did you mean `{near}`?");
            return false;
        }
        (double, double) domain = of is ["y"] ? (0, 1) : (double.NegativeInfinity, double.PositiveInfinity);
        if (map["range"] is { } bounds)
        {
            if (of.Length != 1) return scope.Refuse(bounds, "a range", "one only where there is one variable");
            if (bounds is not ListNode { Items: [Node first, Node last] }) return scope.Refuse(bounds, bounds.Description, "two numbers in SI, such as `[0.2, 1]`");
            if (!TryNumber(first, scope, "a range", out double lower) || !TryNumber(last, scope, "a range", out double upper)) return false;
            if (!double.IsFinite(upper - lower)) return scope.Refuse(bounds, $"[{lower}, {upper}]", "a range whose width can be computed");
            if (!(lower < upper)) return scope.Refuse(bounds, $"[{lower}, {upper}]", "the lower end first");
            if (of is ["y"] && (lower < 0 || upper > 1)) return scope.Refuse(bounds, $"[{lower}, {upper}]", "a range within [0, 1]", "y is a lithium content");
            domain = (lower, upper);
        }
        else if (of is ["T"]) domain = (150, 1000);
        else if (of.Length == 1 && of[0] != "y" && !NeedsNoRange) return scope.Refuse(map, $"a formula of {of[0]} without a range", "the range in which it holds", $"write `range: {(of[0] == "ce" ? "[0, 4000]" : "[0, 60000]")}`, in mol/m3");
        value = Property.Of(measure, unit, formula, domain, names.Definitions, activation);
        return of.Length > 1 || double.IsInfinity(domain.Item2) || Plausible(value, scope, node);
    }

    private bool TryTable(Node node, ReadingScope scope, ImmutableArray<string> of, Unit unit, Activation? activation, out Property value)
    {
        value = null!;
        if (of.Length != 1) return scope.Refuse(node, $"a table of {string.Join(", ", of)}", "a table of one variable");
        if (node is not ListNode { Items.Length: >= 2 } rows) return scope.Refuse(node, node.Description, "rows such as `[[0.4, 4.39], [0.5, 4.14]]`, at least two");
        var table = ImmutableArray.CreateBuilder<(double, double)>(rows.Items.Length);
        foreach (Node row in rows.Items)
        {
            if (row is not ListNode { Items: [Node first, Node second] }) return scope.Refuse(row, row.Description, "a row of two numbers");
            if (!TryNumber(first, scope, "an argument", out double x) || !TryNumber(second, scope, "a value", out double y)) return false;
            if (table.Count > 0 && !(x > table[^1].Item1)) return scope.Refuse(row, $"{first.Description} after {Text(table[^1].Item1)}", "rows with ascending arguments", "sort them, and keep each argument once");
            if (of[0] == "y" && x is < 0 or > 1) return scope.Refuse(row, first.Description, "a lithium content between 0 and 1");
            table.Add((x, y));
        }
        value = Property.Of(measure, unit, of[0], table.ToImmutable(), activation);
        return Plausible(value, scope, node);
    }

    // A formula is held against its range by sampling; tables at their rows. Both must be finite, plausible and, where physics says so, fall.
    private bool Plausible(Property property, ReadingScope scope, Node node)
    {
        (double lower, double upper) = property.Range;
        double lowest = double.PositiveInfinity, ripple = property.Table.IsEmpty ? Ripple : 0;
        int count = property.Table.IsEmpty ? Samples : property.Table.Length;
        for (int i = 0; i < count; i++)
        {
            double x = property.Table.IsEmpty ? lower + (upper - lower) * i / (count - 1) : property.Table[i].Argument;
            double si = property.Unit.ToSi(property.Table.IsEmpty ? property.Formula!.Evaluate(x) : property.Table[i].Value);
            if (!double.IsFinite(si))
            {
                string why = property.Formula?.FirstFault(lower, upper) is { } fault ? $" at {property.Variables[0]} = {Text(fault.At)} ({fault.Reason})" : $" at {property.Variables[0]} = {Text(x)}";
                return scope.Refuse(node, $"a formula that has no finite value{why}", "a finite value all over its range", $"narrow `range` ([{Text(lower)}, {Text(upper)}]) to where it holds");
            }
            if (!range.Contains(si))
                return scope.Refuse(node, $"{measure.Show(si)} at {property.Variables[0]} = {Text(x)}", $"{measure.Name} between {range.Lowest} and {range.Highest}", "check the unit and the range");
            if (MustFall && si > lowest + ripple)
                return scope.Refuse(node, $"a curve that rises at {property.Variables[0]} = {Text(x)}", "one that falls as lithium is inserted", "check the rows, the range and the direction of y");
            lowest = Math.Min(lowest, si);
        }
        return true;
    }

    private static bool TryNumber(Node node, ReadingScope scope, string what, out double number)
    {
        number = double.NaN;
        if (!scope.TryText(node, "a bare number in SI", "", out string text)) return false;
        if (Quantity.TryParse(text, [Measures.Number], out Quantity quantity, out _))
        {
            number = quantity.Si;
            return true;
        }
        return scope.Refuse(node, $"{Quoted.Of(text, 40)} for {what}", "a bare number in SI", "");
    }

    private static string Text(double number) => Math.Round(number, 9).ToString("R", CultureInfo.InvariantCulture);
}
