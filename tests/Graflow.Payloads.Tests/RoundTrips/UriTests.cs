using Xunit;

namespace Graflow.Payloads.Tests.RoundTrips;

/// <summary>Addresses come back as what they were, relative or absolute, on every system.</summary>
public sealed class UriTests
{
    [Theory]
    [InlineData("/api/orders?a=b#c", UriKind.Relative)]
    [InlineData("//cdn/x.js", UriKind.Relative)]
    [InlineData("a/b", UriKind.Relative)]
    [InlineData("?q", UriKind.Relative)]
    [InlineData("", UriKind.Relative)]
    [InlineData("http://a/ä b?c", UriKind.Absolute)]
    [InlineData("file:///tmp/a%20b", UriKind.Absolute)]
    [InlineData("mailto:a@b.c", UriKind.Absolute)]
    public void Addresses_come_back(string text, UriKind kind)
    {
        var read = Again(new Uri(text, kind));
        Assert.Equal((kind == UriKind.Absolute, text), (read.IsAbsoluteUri, read.OriginalString));
    }

    [Fact]
    public void The_path_of_a_file_comes_back_as_its_address()
    {
        // On Unix a file, elsewhere a relative address.
        var uri = new Uri("/tmp/a b", UriKind.RelativeOrAbsolute);
        Assert.Equal(uri, Again(uri));
        Assert.Equal(uri.IsAbsoluteUri, Again(uri).IsAbsoluteUri);
    }

    private static Uri Again(Uri value) => PayloadSerializer.Deserialize<Uri>(PayloadSerializer.Serialize(value));
}
