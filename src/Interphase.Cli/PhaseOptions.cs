using System.CommandLine;
using Interphase.Descriptions;
using Interphase.Materials;
using Interphase.Thermodynamics;

namespace Interphase.Cli;

/// <summary>The options of the verbs that ask a set of phases, and how they read what a user types.</summary>
internal static class PhaseOptions
{
    public static readonly Option<string?> Scheme = new("--scheme") { Description = "The set of phases, by its scheme of energies; that of the published tables without it.", HelpName = "ID" };

    public static readonly Option<string?> Entries = new("--entries") { Description = "A set of phases of your own, used alone: CSV with formula and formation_energy_eV_per_atom, or computed entries in JSON.", HelpName = "FILE" };

    static PhaseOptions() => Scheme.CompletionSources.Add(_ => PhaseSet.Schemes.Select(scheme => new System.CommandLine.Completions.CompletionItem(scheme.Id)));

    public static void AddTo(Command command)
    {
        command.Options.Add(Scheme);
        command.Options.Add(Entries);
    }

    /// <summary>The set that was asked for; null after a problem.</summary>
    public static PhaseSet? Set(ParseResult parsed, Problems problems)
    {
        string? id = parsed.GetValue(Scheme), file = parsed.GetValue(Entries);
        if (file is not null && id is null) return PhaseSet.Read(file, problems);
        if (file is not null) problems.Add(new Place("--scheme"), "", $"{Quoted.Of(id!)} beside --entries", "one of the two", $"a file of entries is a scheme of its own, called {PhaseScheme.UserId}");
        else if (id is null) return PhaseSet.Default;
        else if (PhaseSet.BuiltIn(id) is { } set) return set;
        else
        {
            string[] known = [.. PhaseSet.Schemes.Select(scheme => scheme.Id)];
            problems.Add(new Place("--scheme"), "", Quoted.Of(id), $"one of {string.Join(", ", known)}", Names.Nearest(id, known) is { } near ? $"did you mean {Quoted.Of(near)}?" : "");
        }
        return null;
    }

    /// <summary>A chemical formula, or the formula of a material of the library by its name; null after a problem.</summary>
    public static ChemicalFormula? Formula(string text, Problems problems)
    {
        if (ChemicalFormula.TryParse(text, out ChemicalFormula? formula, out FormulaError? error)) return formula;
        var silent = new Problems();
        MaterialLibrary library = MaterialLibrary.Beside(Directory.GetCurrentDirectory(), silent);
        if (library.Has(text) && library.Find(text, silent) is { } material)
        {
            if (material.Description.Get(MaterialFields.Formula)?.Value is { } own) return own;
            problems.Add(new Place("formula"), "", $"the material {Quoted.Of(material.Name)}, of which the library has no chemical formula", "a formula such as Li6PS5Cl", "");
            return null;
        }
        string near = library.Nearest(text) is { } name ? $"did you mean the material {Quoted.Of(name)}?" : error.Suggestion is { } meant ? $"did you mean {Quoted.Of(meant)}?" : "";
        problems.Add(new Place("formula"), "", $"{error.Found} in {Quoted.Of(text)}", error.Expected, near);
        return null;
    }

    /// <summary>A voltage against lithium, with or without its unit; null after a problem.</summary>
    public static double? Voltage(string option, string text, Problems problems)
    {
        const double highest = PairReaction.HighestVoltage;
        bool bare = double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double volts);
        if (!bare && Quantity.TryParse(text, [Measures.Voltage], out Quantity quantity, out _)) (volts, bare) = (quantity.Si, true);
        if (bare && volts is >= 0 and <= highest) return volts;
        problems.Add(new Place(option), "", Quoted.Of(text), $"a voltage against lithium metal from 0 to {highest} V", bare ? "" : $"write `{option} 3.6`");
        return null;
    }
}
