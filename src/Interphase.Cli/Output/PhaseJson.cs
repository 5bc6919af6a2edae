using System.Text.Json.Nodes;
using Interphase.Numerics;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The shapes that documents about phases share.</summary>
internal static class PhaseJson
{
    public static JsonNode Number(Rational amount) => JsonText.Rounded(amount.ToDouble());

    /// <summary>Formula to amount.</summary>
    public static JsonObject Products(IEnumerable<PhaseAmount> products) => new(products.Select(part => KeyValuePair.Create(part.Formula.Text, (JsonNode?)Number(part.Amount))));

    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    public static JsonArray Biases(IEnumerable<SchemeBias> biases) => Texts(biases.Select(bias => bias.Text));

    /// <summary>The scheme's id as it is asked for, and what it is.</summary>
    public static void AddScheme(JsonObject document, PhaseScheme scheme)
    {
        document["scheme"] = scheme.Id;
        document["schemeName"] = scheme.Name;
        document["attribution"] = scheme.Attribution;
        document["licence"] = scheme.Licence;
    }
}
