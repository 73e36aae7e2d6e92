using System.Globalization;
using Graflow.Payloads.Tests.Support;
using Xunit;

namespace Graflow.Payloads.Tests.Reading;

public sealed class TextReadingTests
{
    [Fact]
    public void The_UTF_16_form_is_read() =>
        Assert.Equal("aé", PayloadSerializer.Deserialize<string>(Bytes.Of("02000000 6100 e900")));

    [Fact]
    public void A_writer_may_leave_the_length_in_characters_open() =>
        Assert.Equal("é", PayloadSerializer.Deserialize<string>(Bytes.Of("fdffffff ffffffff c3a9")));

    [Theory]
    [InlineData("feffffff 01000000 80")]
    [InlineData("fdffffff 01000000 c328")]
    [InlineData("fcffffff 01000000 eda080")]
    [InlineData("feffffff ffffffff 80")]
    public void Invalid_UTF_8_is_an_error_and_is_not_repaired(string hex) => Assert.Contains("are no UTF-8", Bytes.ErrorOf<string>(hex).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("fdffffff 01000000 6161")]
    [InlineData("fdffffff 03000000 6161")]
    [InlineData("fdffffff feffffff 6161")]
    [InlineData("fdffffff ffffff7f 6161")]
    public void A_length_in_characters_that_is_not_the_texts_is_an_error(string hex) => Bytes.ErrorOf<string>(hex);

    [Theory]
    [InlineData("00000080 01000000 61")]
    [InlineData("ffffff7f 6100")]
    public void A_length_beyond_the_payload_is_an_error(string hex) => Bytes.ErrorOf<string>(hex);

    [Fact]
    public void Lone_surrogates_are_written_as_UTF_16_which_loses_nothing() =>
        Assert.Equal("02000000" + "00d8" + "6100", Bytes.Hex("\ud800a"));

    [Fact]
    public void A_culture_that_nobody_knows_is_an_error()
    {
        var error = Bytes.ErrorOf<CultureInfo>(Bytes.Hex("xx-madeup"));
        Assert.Contains("No CultureInfo is \"xx-madeup\".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_zone_that_cannot_be_read_keeps_the_frameworks_error()
    {
        var error = Bytes.ErrorOf<TimeZoneInfo>(Bytes.Hex("nonsense"));
        Assert.NotNull(error.InnerException);
        Assert.Contains("TimeZoneInfo refused what was read", error.Message, StringComparison.Ordinal);
    }
}
