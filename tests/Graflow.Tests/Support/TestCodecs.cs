using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Tests.Support;

/// <summary>Registers the codecs that these tests need, as a generated module does.</summary>
internal static class TestCodecs
{
    [ModuleInitializer]
    internal static void Register() => PayloadCodecs.Add(static () =>
    {
        PayloadCodecs.Add(new ArrayCodec<int>());
        PayloadCodecs.Add(new ArrayCodec<string>());
        PayloadCodecs.Add(new ListCodec<int>());
        PayloadCodecs.Add(new ListCodec<string>());
        PayloadCodecs.Add(new NullableUnmanagedCodec<int>());
        PayloadCodecs.Add(new ValueTupleCodec<int, string>());
    });
}
