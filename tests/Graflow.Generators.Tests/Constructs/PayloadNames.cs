#pragma warning disable CS8981 // Names in lower case
namespace Graflow.Generated.Sample.Codecs
{
    public sealed record PayloadCodec(int value, int writer, int reader, int member, int result, int count, int error);
}

namespace @class
{
    public sealed record @event(string @int, string @string)
    {
        public string? @new { get; set; }
    }
}

public sealed record value(int Write, int Read, int NameOf, int MinimumSize);

public class Hiding : Hidden
{
    public new int Value { get; set; }
}

public class Hidden
{
    public string? Value { get; set; }
}

public static partial class Names
{
    [Task] public static Graflow.Generated.Sample.Codecs.PayloadCodec A(@class.@event x, value y, Hiding z) => throw new NotSupportedException();
}
