using System.Runtime.CompilerServices;
using Graflow.CompilerServices;

namespace Graflow.Bench.Payloads;

/// <summary>Registers the codecs as a generated module does.</summary>
internal static class BenchCodecs
{
    [ModuleInitializer]
    internal static void Register() => PayloadCodecs.Add(static () =>
    {
        PayloadCodecs.Add(new MeasurementCodec());
        PayloadCodecs.Add(new OrderCodec());
        PayloadCodecs.Add(new CustomerCodec());
        PayloadCodecs.Add(new OrderLineCodec());
        PayloadCodecs.Add(new ListCodec<OrderLine>());
        PayloadCodecs.Add(new ArrayCodec<double>());
    });
}
