using System.CommandLine;

namespace Interphase.Cli;

/// <summary><c>interphase completion SHELL</c>: the lines that teach a shell to complete verbs, options and names.</summary>
internal static class CompletionVerb
{
    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Print the lines that teach a shell to complete interphase.");
        command.Arguments.Add(shell);
        command.SetAction(parsed =>
        {
            string script = Script(parsed.GetRequiredValue(shell));
            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(CommonOptions.Json) ? JsonText.Write(new System.Text.Json.Nodes.JsonObject { ["script"] = script }) : script);
            return CommandLine.Done;
        });
        return command;
    }

    // The program completes itself: [suggest:N] before a command line prints what may stand at its Nth character.
    private static string Script(string shell) => shell switch
    {
        "bash" => """
            _interphase() {
              local IFS=$'\n'
              COMPREPLY=( $(compgen -W "$(interphase "[suggest:$((COMP_POINT - ${#COMP_WORDS[0]} - 1))]" "${COMP_LINE#* }" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
            }
            complete -o default -F _interphase interphase
            """,
        "zsh" => """
            _interphase() {
              local -a found
              found=("${(@f)$(interphase "[suggest:$((CURSOR - ${#words[1]} - 1))]" "${BUFFER#* }" 2>/dev/null)}")
              compadd -a found
              _files
            }
            compdef _interphase interphase
            """,
        "fish" => """
            complete -c interphase -a '(set -l line (commandline -cp | string replace -r "^\S+\s*" ""); interphase "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null)'
            """,
        _ => """
            Register-ArgumentCompleter -Native -CommandName interphase -ScriptBlock {
              param($word, $ast, $position)
              $line = "$ast".Substring([Math]::Min("$ast".Length, "interphase ".Length))
              interphase "[suggest:$($position - 'interphase '.Length)]" "$line" 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };
}
