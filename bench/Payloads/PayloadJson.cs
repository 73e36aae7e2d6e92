using System.Text.Json.Serialization;

namespace Graflow.Bench.Payloads;

/// <summary>System.Text.Json with its generated serializers, at its fastest settings.</summary>
[JsonSerializable(typeof(Measurement))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(double[]))]
internal sealed partial class PayloadJson : JsonSerializerContext;
