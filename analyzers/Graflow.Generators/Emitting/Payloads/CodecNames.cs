using System.Globalization;
using System.Text;

namespace Graflow.Generators.Emitting.Payloads;

/// <summary>Names the classes of generated codecs, each by its type alone.</summary>
internal static class CodecNames
{
    private const int MaxLength = 100;

    /// <summary><c>global::Shop.Order</c> gives <c>Shop_OrderCodec</c>. A text that has more in it than letters and dots also gives its hash, since several could give one name.</summary>
    public static string Of(string type)
    {
        var name = new StringBuilder(type.Length);
        var isExact = true;
        foreach (var character in type.Replace("global::", ""))
        {
            var isPlain = char.IsLetterOrDigit(character);
            isExact &= isPlain || character == '.';
            if (isPlain || (name.Length > 0 && name[name.Length - 1] != '_'))
            {
                name.Append(isPlain ? character : '_');
            }
        }

        if (name.Length > MaxLength)
        {
            (name.Length, isExact) = (MaxLength, false);
        }

        return isExact && name.Length > 0 && !char.IsDigit(name[0]) ? $"{name}Codec" : $"{name.ToString().Trim('_')}_{HashOf(type).ToString("x8", CultureInfo.InvariantCulture)}Codec";
    }

    /// <summary>The same in each process.</summary>
    public static uint HashOf(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return unchecked((uint)(hash ^ (hash >> 32)));
    }
}
