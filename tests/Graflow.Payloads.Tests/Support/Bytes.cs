namespace Graflow.Payloads.Tests.Support;

internal static class Bytes
{
    /// <summary>Bytes from hexadecimal digits; spaces are for the reader.</summary>
    public static byte[] Of(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static string Hex<T>(T value) => Convert.ToHexStringLower(PayloadSerializer.Serialize(value));

    /// <summary>What reading these bytes throws.</summary>
    public static PayloadException ErrorOf<T>(string hex) => Xunit.Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<T>(Of(hex)));
}
