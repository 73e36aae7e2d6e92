using Graflow.Handlers.Docker;
using Xunit;

namespace Graflow.Tests.Handlers.Docker;

public sealed class ContainerOwnerTests
{
    private static readonly string[] Here = ContainerOwner.Current.Split(';');

    public static TheoryData<string, bool> Owners => new()
    {
        { string.Join(';', Here), false },
        { string.Join(';', Here[0], Here[1], Here[2], "1"), true },
        { string.Join(';', Here[0], Here[1], "4194305", "1"), true },
        { string.Join(';', "elsewhere", Here[1], "4194305", "1"), false },
        { string.Join(';', Here[0], "pid:[1]", "4194305", "1"), false },
        { string.Join(';', Here[0], Here[1], "-1", "1"), false },
        { "whoever", false },
        { "", false },
    };

    [Theory]
    [MemberData(nameof(Owners))]
    public void Only_a_process_of_this_machine_that_is_gone_is_dead(string owner, bool isDead) =>
        Assert.Equal(isDead, ContainerOwner.IsDead(owner));
}
