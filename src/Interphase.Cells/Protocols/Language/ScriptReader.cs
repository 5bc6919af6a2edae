using System.Collections.Immutable;
using System.Globalization;
using Interphase.Descriptions;

namespace Interphase.Cells;

/// <summary>Reads the list of a protocol: sentences, and maps with <c>repeat</c> and <c>steps</c>.</summary>
internal sealed class ScriptReader(string subject, Problems problems)
{
    private const int Deepest = 16;
    private const int MostSentences = 10_000;
    private const int MostRepeats = 1_000_000;
    private const string Expected = "a list of sentences such as `- charge at C/10 until 4.3 V`";
    private static readonly string[] Keys = ["repeat", "steps"];
    private int sentences;

    /// <summary>The script; null after problems.</summary>
    public static ProtocolScript? Read(Node node, string subject, Problems problems) =>
        new ScriptReader(subject, problems).Items(node, 0) is { } items ? new ProtocolScript(node, items) : null;

    private ImmutableArray<ScriptItem>? Items(Node node, int depth)
    {
        if (node is ScalarNode { IsEmpty: false } one) return Sentence(one);
        if (node is not ListNode { Items.Length: > 0 } list)
        {
            problems.Add(node.Place, subject, node is ListNode ? "an empty list" : node.Description, Expected, node is MapNode map && map.Entry("repeat") is not null ? "write a dash before `repeat`" : "");
            return null;
        }
        var items = ImmutableArray.CreateBuilder<ScriptItem>();
        bool complete = true;
        foreach (Node item in list.Items)
        {
            if (sentences > MostSentences) return null;
            ImmutableArray<ScriptItem>? read = item switch
            {
                ScalarNode { IsEmpty: false } sentence => Sentence(sentence),
                MapNode map => Repeat(map, depth) is { } repeat ? [repeat] : null,
                _ => Refuse(item, "a sentence, or a map with `repeat` and `steps`", item is ListNode ? "leave the inner dash out" : ""),
            };
            if (read is null) complete = false;
            else items.AddRange(read.Value);
        }
        return complete ? items.ToImmutable() : null;
    }

    private ScriptRepeat? Repeat(MapNode map, int depth)
    {
        if (depth >= Deepest)
        {
            problems.Add(map.Place, subject, $"repetitions nested deeper than {Deepest}", $"at most {Deepest}", "flatten them");
            return null;
        }
        foreach (MapEntry entry in map.Entries)
        {
            if (Keys.Contains(entry.Key)) continue;
            bool isSentence = entry.Key.Contains(' ', StringComparison.Ordinal);
            problems.Add(entry.KeyPlace, subject, $"the unknown key {Quoted.Of(entry.Key)}", isSentence ? "a sentence without a colon" : "`repeat` and `steps`",
                isSentence ? "leave the colon out, or put the sentence in quotes" : Names.Nearest(entry.Key, Keys) is { } near ? $"did you mean `{near}`?" : "");
            return null;
        }
        if (map["repeat"] is not { } times || map["steps"] is not { } steps)
        {
            problems.Add(map.Place, subject, map.Entries.Length == 0 ? map.Description : $"`{map.Entries[0].Key}` alone", "`repeat` and `steps`", "write `- repeat: 500` and beneath it `steps:` with a list");
            return null;
        }
        if (times is not ScalarNode scalar || !int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 1 or > MostRepeats)
        {
            problems.Add(times.Place, subject, times.Description, $"a whole number from 1 to {MostRepeats}", "write `repeat: 500`");
            Items(steps, depth + 1);
            return null;
        }
        return Items(steps, depth + 1) is { } items ? new ScriptRepeat(map.Place, count, items) : null;
    }

    private ImmutableArray<ScriptItem>? Sentence(ScalarNode scalar)
    {
        var items = ImmutableArray.CreateBuilder<ScriptItem>();
        bool complete = true;
        foreach ((string text, int start) in SentenceWord.Sentences(scalar.Text))
        {
            // A semicolon at the end ends the last sentence and begins none.
            if (text.Trim().Length == 0 && start > 0) continue;
            if (++sentences > MostSentences)
            {
                if (sentences == MostSentences + 1) problems.Add(scalar.Place, subject, $"more than {MostSentences} sentences", "a protocol that a person wrote", "repeat what recurs");
                return null;
            }
            if (SentenceParser.Parse(text, position => scalar.PlaceAt(start + position), subject, problems) is { } read) items.AddRange(read);
            else complete = false;
        }
        return complete ? items.ToImmutable() : null;
    }

    private ImmutableArray<ScriptItem>? Refuse(Node node, string expected, string suggestion)
    {
        problems.Add(node.Place, subject, node.Description, expected, suggestion);
        return null;
    }
}
