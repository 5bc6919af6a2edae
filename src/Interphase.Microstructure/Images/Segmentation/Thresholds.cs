using System.Collections.Immutable;
using System.Globalization;
using Interphase.Descriptions;

namespace Interphase.Microstructure;

/// <summary>Where a grey image is cut into classes: a voxel's label is the number of thresholds that its value reaches.</summary>
/// <param name="Values">The lowest value of each class but the first, rising.</param>
/// <param name="Separability">Share of the variance of all values that lies between the classes, 0 to 1: how well the classes part.</param>
public sealed record Thresholds(ImmutableArray<int> Values, double Separability)
{
    /// <summary>The name of Otsu's method in <see cref="Read"/>.</summary>
    public const string OtsuWord = "otsu";

    private const int MostClasses = 256;

    /// <summary>Reads thresholds as they are given on a command line: <c>90</c>, <c>90,160</c>, <c>otsu</c> for two classes or <c>otsu:3</c> for three (2 to 5).</summary>
    /// <param name="text">The words.</param>
    /// <param name="image">What is to be cut.</param>
    /// <param name="place">Where the words stand, for problems.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static Thresholds? Read(string text, GreyImage image, Place place, Problems problems)
    {
        const string expected = "values such as `90` or `90,160`, `otsu`, or `otsu:3`";
        string words = text.Trim();
        if (words.StartsWith(OtsuWord, StringComparison.OrdinalIgnoreCase))
        {
            string rest = words[OtsuWord.Length..];
            if (rest.Length == 0) return Otsu.Cut(image, 2, place, problems);
            if (rest[0] == ':' && int.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int classes) && classes is >= Otsu.FewestClasses and <= Otsu.MostClasses)
                return Otsu.Cut(image, classes, place, problems);
            problems.Add(place, "", Quoted.Of(text), expected, $"Otsu's method makes {Otsu.FewestClasses} to {Otsu.MostClasses} classes");
            return null;
        }
        var values = new List<int>();
        int highest = image.Histogram.Length - 1;
        foreach (string word in words.Split(','))
        {
            if (!int.TryParse(word.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int value))
            {
                problems.Add(place, "", Quoted.Of(text), expected);
                return null;
            }
            if (value < 1 || value > highest || (values.Count > 0 && value <= values[^1]) || values.Count == MostClasses - 1)
            {
                problems.Add(place, "", Quoted.Of(text), $"rising values of 1 to {highest}", $"the image has {image.Lowest} to {image.Highest}");
                return null;
            }
            values.Add(value);
        }
        return At([.. values], image);
    }

    /// <summary>Given thresholds, with how well they part an image.</summary>
    /// <param name="values">Rising.</param>
    /// <param name="image">What is to be cut.</param>
    public static Thresholds At(ImmutableArray<int> values, GreyImage image)
    {
        double all = 0, sum = 0, squares = 0, between = 0;
        double count = 0, part = 0;
        int next = 0;
        for (int value = 0; value <= image.Histogram.Length; value++)
        {
            bool isEnd = value == image.Histogram.Length;
            if (isEnd || (next < values.Length && values[next] == value))
            {
                if (count > 0) between += part / count * part;
                (count, part) = (0, 0);
                next++;
            }
            if (isEnd) break;
            double here = image.Histogram[value];
            all += here;
            sum += here * value;
            squares += here * value * value;
            count += here;
            part += here * value;
        }
        double mean = sum / all, variance = squares - mean * sum;
        return new Thresholds(values, variance > 0 ? Math.Clamp((between - mean * sum) / variance, 0, 1) : 0);
    }

    /// <summary>Cuts an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="names">What to call the classes, from the darkest; those that are left out are called by their number.</param>
    public VoxelImage Apply(GreyImage image, ImmutableArray<Phase> names = default)
    {
        byte[] table = new byte[image.Histogram.Length];
        byte label = 0;
        for (int value = 0; value < table.Length; value++)
        {
            while (label < Values.Length && Values[label] <= value) label++;
            table[value] = label;
        }
        return new VoxelImage(image.Shape, image.Mapped(table), image.Spacing, names.IsDefault ? [.. image.Phases.Where(phase => phase.Label <= Values.Length)] : names);
    }
}
