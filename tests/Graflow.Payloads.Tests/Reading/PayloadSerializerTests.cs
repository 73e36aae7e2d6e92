using Xunit;

namespace Graflow.Payloads.Tests.Reading;

public sealed class PayloadSerializerTests
{
    [Fact]
    public void A_value_comes_back_from_its_bytes() =>
        Assert.Equal([1, 2, 3], PayloadSerializer.Deserialize<List<int>>(PayloadSerializer.Serialize(new List<int> { 1, 2, 3 })));

    [Fact]
    public void Bytes_after_the_value_are_an_error()
    {
        var error = Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<int>([1, 0, 0, 0, 9, 9]));
        Assert.Equal("int cannot be read at byte 4. The value ends here, but 2 more bytes follow.", error.Message);
    }

    [Fact]
    public void An_error_names_the_element_and_the_byte()
    {
        var error = Assert.Throws<PayloadException>(() => PayloadSerializer.Deserialize<string[]>([2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]));
        Assert.Equal("string[][1] cannot be read at byte 8. A count of 1 elements of at least 2 bytes, and 0 bytes are left.", error.Message);
        Assert.Equal("string[][1]", error.MemberPath);
        Assert.Equal(8, error.Offset);
    }

    [Fact]
    public void A_type_without_a_codec_is_refused_by_its_name_with_what_to_do()
    {
        var error = Assert.Throws<NotSerializableException>(() => PayloadSerializer.Serialize(new Dictionary<string, Action>()));
        Assert.Equal("GRF201", error.Id);
        Assert.StartsWith("GRF201: Dictionary<string, Action> cannot leave this process: no codec was generated for it.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_whose_values_live_in_this_process_is_refused_in_the_words_of_the_build()
    {
        AssertRefused<Stream>("GRF202: Stream cannot leave this process: Stream is a stream, which stays in this process; read it into a byte[] or a string, or pass the name of where it is.");
        AssertRefused<Func<int>>("GRF202: Func<int> cannot leave this process: Func<int> is a function, whose code and captured variables stay in this process; pass the data that it needs.");
        AssertRefused<Task<int>>("GRF202: Task<int> cannot leave this process: Task<int> is work or values still to come, which stay in this process; await it and pass the result.");
        AssertRefused<object>("GRF201: object cannot leave this process: object may be anything, and a payload never chooses a type; declare the type, or an interface with [Union].");
        AssertRefused<InvalidOperationException>("GRF201: InvalidOperationException cannot leave this process: InvalidOperationException does not show its state, so that nothing would be kept of it; convert it to a type of your own.");
    }

    private static void AssertRefused<T>(string message) =>
        Assert.Equal(message, Assert.Throws<NotSerializableException>(() => PayloadSerializer.Serialize<T>(default!)).Message);
}
