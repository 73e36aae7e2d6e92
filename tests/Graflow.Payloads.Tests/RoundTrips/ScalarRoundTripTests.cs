using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Graflow.Payloads.Tests.RoundTrips;

public sealed class ScalarRoundTripTests
{
    [Fact]
    public void Numbers_come_back()
    {
        RoundTrip.Of<bool>();
        RoundTrip.Of<byte>();
        RoundTrip.Of<sbyte>();
        RoundTrip.Of<short>();
        RoundTrip.Of<ushort>();
        RoundTrip.Of<int>();
        RoundTrip.Of<uint>();
        RoundTrip.Of<long>();
        RoundTrip.Of<ulong>();
        RoundTrip.Of<float>();
        RoundTrip.Of<double>();
        RoundTrip.Of<decimal>();
        RoundTrip.Of(Random<double>().Select(static d => (Half)d));
        RoundTrip.Of(Random<ulong>().Two().Select(static pair => new UInt128(pair.Item1, pair.Item2)));
        RoundTrip.Of(Random<ulong>().Two().Select(static pair => new Int128(pair.Item1, pair.Item2)));
        RoundTrip.Of(Random<int>().Select(static i => (nint)i));
        RoundTrip.Of(Random<uint>().Select(static i => (nuint)i));
        RoundTrip.Of(Random<byte[]>().Select(static bytes => new BigInteger(bytes)));
        RoundTrip.Of(Random<double>().Two().Select(static pair => new Complex(pair.Item1, pair.Item2)));
    }

    [Fact]
    public void Vectors_and_matrices_come_back()
    {
        var number = Random<float>();
        RoundTrip.Of(number.Two().Select(static n => new Vector2(n.Item1, n.Item2)));
        RoundTrip.Of(number.Three().Select(static n => new Vector3(n.Item1, n.Item2, n.Item3)));
        RoundTrip.Of(number.Four().Select(static n => new Vector4(n.Item1, n.Item2, n.Item3, n.Item4)));
        RoundTrip.Of(number.Four().Select(static n => new Quaternion(n.Item1, n.Item2, n.Item3, n.Item4)));
        RoundTrip.Of(number.Four().Select(static n => new Plane(n.Item1, n.Item2, n.Item3, n.Item4)));
        RoundTrip.Of(number.Two().Select(static n => Matrix3x2.CreateTranslation(n.Item1, n.Item2)));
        RoundTrip.Of(number.Three().Select(static n => Matrix4x4.CreateTranslation(n.Item1, n.Item2, n.Item3)));
    }

    [Fact]
    public void Times_come_back()
    {
        RoundTrip.Of(Random<DateTime>(), static (expected, actual) => Assert.Equal((expected, expected.Kind), (actual, actual.Kind)));
        RoundTrip.Of(Random<DateTimeOffset>(), static (expected, actual) => Assert.True(expected.EqualsExact(actual)));
        RoundTrip.Of<DateTimeOffset?>();
        RoundTrip.Of<TimeSpan>();
        RoundTrip.Of(Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber));
        RoundTrip.Of(Random<ulong>().Select(static ticks => new TimeOnly((long)(ticks % TimeSpan.TicksPerDay))));
    }

    [Fact]
    public void Text_comes_back_with_lone_surrogates_too()
    {
        RoundTrip.Of<char>();
        RoundTrip.Of<string?>();
        RoundTrip.Of(Random<char[]>().Select(static characters => new string(characters)));
        RoundTrip.Of(Gen.Elements("\ud800", "a\udc00b", "\udc00\ud800", "😀", "é", "\0"));
        RoundTrip.Of(Random<string?>().Select(static text => text is null ? null : new StringBuilder(text)), static (expected, actual) => Assert.Equal(expected?.ToString(), actual?.ToString()));
        RoundTrip.Of(Gen.Choose(0, 0xD7FF).Select(static value => new Rune(value)));
    }

    [Theory]
    [InlineData('a')]
    [InlineData('é')]
    [InlineData('日')]
    [InlineData('\ud800')]
    public void Long_text_comes_back(char character)
    {
        var text = new string(character, 100_000);
        Assert.Equal(text, PayloadSerializer.Deserialize<string>(PayloadSerializer.Serialize(text)));
    }

    [Fact]
    public void Other_values_of_the_framework_come_back()
    {
        RoundTrip.Of<Guid>();
        RoundTrip.Of<Guid?>();
        RoundTrip.Of(Gen.Choose(0, 100).Four().Select(static n => new Version(n.Item1, n.Item2, n.Item3, n.Item4)));
        RoundTrip.Of(Gen.Choose(0, 100).Three().Select(static n => new Version(n.Item1, n.Item2, n.Item3)));
        RoundTrip.Of(Random<bool[]>().Select(static bits => new BitArray(bits)), static (expected, actual) => Assert.Equal(expected.Cast<bool>(), actual.Cast<bool>()));
        RoundTrip.Of(Gen.Elements("/", "https://example.com/a?b=c#d", "file:///tmp", "a b").Select(static text => new Uri(text, UriKind.RelativeOrAbsolute)));
        RoundTrip.Of(Gen.Elements("", "de-DE", "ja-JP", "en").Select(CultureInfo.GetCultureInfo));
        RoundTrip.Of(Gen.Elements(TimeZoneInfo.Utc, TimeZoneInfo.CreateCustomTimeZone("Test", TimeSpan.FromHours(5.5), "Test", "Test")));
        RoundTrip.Of(Gen.Constant(Unit.Value));
        RoundTrip.Of(Gen.Choose(0, 9).Two().Select(static pair => pair.Item1..^pair.Item2));
    }

    private static Gen<T> Random<T>() => ArbMap.Default.GeneratorFor<T>();
}
