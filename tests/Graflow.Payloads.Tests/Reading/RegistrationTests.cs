using Graflow.CompilerServices;
using Xunit;

namespace Graflow.Payloads.Tests.Reading;

/// <summary>Alone, because registrations are the process's.</summary>
[CollectionDefinition(nameof(RegistrationTests), DisableParallelization = true)]
[Collection(nameof(RegistrationTests))]
public sealed class RegistrationTests
{
    [Fact]
    public void Registrations_that_failed_are_tried_again_at_the_next_need()
    {
        var calls = 0;
        PayloadCodecs.Add(() =>
        {
            if (++calls == 1)
            {
                throw new InvalidOperationException("once");
            }

            PayloadCodecs.Add(new UnmanagedCodec<Late>());
        });
        Assert.Equal("once", Assert.Throws<InvalidOperationException>(static () => PayloadSerializer.Serialize(new Late(1))).Message);
        Assert.Equal([7], PayloadSerializer.Serialize(new Late(7)));
    }

    private record struct Late(byte Number);
}
