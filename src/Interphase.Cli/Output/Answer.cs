using System.CommandLine;
using System.Text.Json.Nodes;
using Interphase.Descriptions;

namespace Interphase.Cli;

/// <summary>What a verb found, given in the forms that were asked for: tables, one JSON document, files.</summary>
/// <param name="Name">What its files are called.</param>
/// <param name="Document">The JSON document, without problems.</param>
/// <param name="Print">Prints the tables.</param>
/// <param name="Files">Makes the files, the document excepted.</param>
internal sealed record Answer(string Name, JsonObject Document, Action<Terminal> Print, Func<IReadOnlyList<TextFile>> Files)
{
    /// <summary>Makes the pictures that are no text.</summary>
    public Func<IReadOnlyList<BinaryFile>> Pictures { get; init; } = () => [];

    /// <summary>Gives an answer, or the problems where there is none; the exit code.</summary>
    public static int Give(ParseResult parsed, Answer? answer, Problems problems)
    {
        TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
        bool json = parsed.GetValue(CommonOptions.Json), quiet = parsed.GetValue(CommonOptions.Quiet);
        List<string> written = [];
        if (answer is not null && problems.Count == 0 && parsed.GetValue(CommonOptions.Out) is { } folder)
        {
            foreach (TextFile file in answer.Files().Append(new($"{answer.Name}.json", JsonText.Write(answer.Document))))
                if (problems.Count == 0 && FileWriter.Write(folder, file.Name, file.Text, problems) is { } path) written.Add(path);
            foreach (BinaryFile file in problems.Count == 0 ? answer.Pictures() : [])
                if (problems.Count == 0 && FileWriter.Write(folder, file.Name, file.Bytes, problems) is { } path) written.Add(path);
        }
        if (json)
        {
            JsonObject document = answer?.Document ?? [];
            if (written.Count > 0) document["files"] = new JsonArray([.. written.Select(path => (JsonNode)path)]);
            document["problems"] = JsonText.Problems(problems);
            output.WriteLine(JsonText.Write(document));
        }
        else
        {
            Terminal.Tell(problems, error);
            if (answer is not null && !quiet)
            {
                answer.Print(new Terminal(output));
                foreach (string path in written) error.WriteLine($"wrote {path}");
            }
        }
        return problems.Count > 0 ? CommandLine.InputAtFault : CommandLine.Done;
    }

    /// <summary>Formulas as a part of a file's name.</summary>
    public static string FileName(params ReadOnlySpan<ChemicalFormula> formulas)
    {
        string name = "";
        foreach (ChemicalFormula formula in formulas)
            name += (name.Length > 0 ? "-" : "") + string.Concat(formula.Text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '(' or ')' ? letter : '_'));
        return name.Length <= 100 ? name : name[..100];
    }
}
