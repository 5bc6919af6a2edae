using Interphase.Descriptions;
using Interphase.Materials;

namespace Interphase.Thermodynamics;

/// <summary>The window that is seen in practice, from the library of materials: measured, with its source; never mixed with the computed one.</summary>
/// <param name="Material">The material of the library.</param>
/// <param name="Reduction">Where it begins to be reduced going down; null where no source gives it.</param>
/// <param name="Oxidation">Where it begins to be oxidised going up; null where no source gives it.</param>
public sealed record PracticalWindow(string Material, PracticalLimit? Reduction, PracticalLimit? Oxidation)
{
    private const string Section = "practicalWindow";

    /// <summary>The practical window of a formula; null where the library has no material of that name, alias or composition's lowest whole numbers, or no such window of it.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="library">The materials.</param>
    public static PracticalWindow? Of(ChemicalFormula formula, MaterialLibrary library)
    {
        string? name = ((string[])[formula.Text, formula.Reduced().Text]).FirstOrDefault(library.Has);
        var problems = new Problems();
        if (name is null || library.Find(name, problems) is not { } material) return null;
        if (material.Description.Get(MaterialFields.Formula)?.Value is not { } own || !own.Reduced().Equals(formula.Reduced())) return null;
        if (material.Description.Within(Section) is not { } window) return null;
        (PracticalLimit? reduction, PracticalLimit? oxidation) = (Limit(window.Get(MaterialFields.Reduction)), Limit(window.Get(MaterialFields.Oxidation)));
        return reduction is null && oxidation is null ? null : new(material.Name, reduction, oxidation);

        PracticalLimit? Limit(Setting<Quantity>? setting)
        {
            if (setting is not { Annotation: { } said }) return null;
            return new(setting.Value.Si, said.Bound, said.At ?? "", said.Note ?? "", said.Source ?? "", said.Source is null ? null : library.Sources.Find(said.Source));
        }
    }
}
