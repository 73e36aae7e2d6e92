using System.Text;
using Graflow.Payloads.Tests.Support;
using Xunit;

namespace Graflow.Payloads.Tests.Reading;

/// <summary>Bit patterns that are no value never become one.</summary>
public sealed class BitPatternTests
{
    [Fact]
    public void A_bool_is_0_or_1()
    {
        Assert.Equal("bool cannot be read at byte 0. No bool has the bytes 02.", Bytes.ErrorOf<bool>("02").Message);
        Assert.Equal(6, Bytes.ErrorOf<bool[]>("03000000 00 01 ff").Offset);
    }

    [Theory]
    [InlineData("00001d00 00000000 0000000000000000")]
    [InlineData("01000000 00000000 0000000000000000")]
    [InlineData("00000040 00000000 0000000000000000")]
    public void A_decimal_has_a_scale_up_to_28_and_no_other_flags(string hex)
    {
        Bytes.ErrorOf<decimal>(hex);
        Assert.Equal(20, Bytes.ErrorOf<decimal[]>($"02000000 00001c80 00000000 0000000000000000 {hex}").Offset);
    }

    [Fact]
    public void A_date_and_time_ends_with_the_year_9999()
    {
        Bytes.ErrorOf<DateTime>("0040 37f4 7528 ca2b");
        Assert.Equal(DateTime.MaxValue, PayloadSerializer.Deserialize<DateTime>(Bytes.Of("ff3f 37f4 7528 ca2b")));
        Assert.Equal(4, Bytes.ErrorOf<DateTime[]>("01000000 ffffffffffffffff").Offset);
    }

    [Theory]
    [InlineData("49030000 00000000 0000000000000001")]
    [InlineData("b7fcffff 00000000 0000000000000001")]
    [InlineData("00000000 00000000 0000000000000040")]
    [InlineData("ffffffff 00000000 0000000000000000")]
    [InlineData("01000000 00000000 ff3f37f47528ca2b")]
    public void A_date_and_time_with_offset_is_within_14_hours_and_the_calendar(string hex)
    {
        Bytes.ErrorOf<DateTimeOffset>(hex);
        Assert.Equal("DateTimeOffset?", Bytes.ErrorOf<DateTimeOffset?>($"0100000000000000 {hex}").MemberPath);
    }

    [Fact]
    public void A_date_a_time_and_a_rune_are_in_their_range()
    {
        Bytes.ErrorOf<DateOnly>("dbb93700");
        Bytes.ErrorOf<TimeOnly>("00c0692ac9000000");
        Bytes.ErrorOf<Rune>("00d80000");
        Bytes.ErrorOf<Rune>("00001100");
        Assert.Equal(DateOnly.MaxValue, PayloadSerializer.Deserialize<DateOnly>(Bytes.Of("dab93700")));
        Assert.Equal(TimeOnly.MaxValue, PayloadSerializer.Deserialize<TimeOnly>(Bytes.Of("ffbf692ac9000000")));
        Assert.Equal(new Rune(0x10FFFF), PayloadSerializer.Deserialize<Rune>(Bytes.Of("ffff1000")));
    }

    [Fact]
    public void A_nullable_says_null_by_0_or_1()
    {
        Bytes.ErrorOf<int?>("0200000000000000");
        Assert.Null(PayloadSerializer.Deserialize<int?>(Bytes.Of("0000000007000000")));
    }

    [Fact]
    public void A_version_has_numbers_from_its_start_on()
    {
        Assert.Equal("Version cannot be read at byte 17. No Version is \"1.2.-1.4\".", Bytes.ErrorOf<Version>("04 01000000 02000000 ffffffff 04000000").Message);
        Assert.Equal("Version cannot be read at byte 0. Version has 4 members, not 3.", Bytes.ErrorOf<Version>("03 01000000").Message);
    }
}
