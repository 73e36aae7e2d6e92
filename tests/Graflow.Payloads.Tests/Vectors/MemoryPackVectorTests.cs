using System.Numerics;
using Xunit;

namespace Graflow.Payloads.Tests.Vectors;

/// <summary>Bytes made by the real MemoryPack: this library writes and reads exactly these.</summary>
public sealed class MemoryPackVectorTests
{
    // MemoryPack writes the bytes behind the number in place of the number's, all zeros, and so loses it.
    private const string LosesItsValue = "BigInteger";

    public static TheoryData<string, string, string> Vectors
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var vector in VectorFile.Vectors.Where(static vector => VectorTable.Find(vector) is not null))
            {
                data.Add(vector.Type, vector.Value, vector.Hex);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_vector_is_written_exactly(string type, string value, string hex) =>
        Assert.Equal(hex, Convert.ToHexStringLower(VectorTable.Find(new(type, value, hex))!.Write()));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_vector_is_read_exactly(string type, string value, string hex) =>
        VectorTable.Find(new(type, value, hex))!.AssertReads(Convert.FromHexString(hex));

    [Fact]
    public void Each_vector_has_a_row_and_each_row_a_vector()
    {
        Assert.Equal(78, VectorFile.Vectors.Count);
        Assert.DoesNotContain(VectorFile.Vectors, static vector => vector.Type != LosesItsValue && VectorTable.Find(vector) is null);
        Assert.Empty(VectorTable.WithoutVector().Select(static row => row.Key));
    }

    [Fact]
    public void A_big_integer_is_written_with_its_value_where_MemoryPack_loses_it_and_read_from_both()
    {
        var value = BigInteger.Parse("123456789012345678901234567890", System.Globalization.CultureInfo.InvariantCulture);
        var written = PayloadSerializer.Serialize(value);
        Assert.Equal("0d000000" + "d20a3f4eeee073c3f60fe98e01", Convert.ToHexStringLower(written));
        Assert.Equal(value, PayloadSerializer.Deserialize<BigInteger>(written));

        var vector = Assert.Single(VectorFile.Vectors, static vector => vector.Type == LosesItsValue);
        Assert.Equal("f2000000" + new string('0', 242 * 2), vector.Hex);
        Assert.Equal(BigInteger.Zero, PayloadSerializer.Deserialize<BigInteger>(Convert.FromHexString(vector.Hex)));
    }
}
