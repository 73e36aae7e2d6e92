using System.ComponentModel;
using Graflow.CompilerServices;
using Graflow.Fleets;
using Graflow.Redis;

[assembly: GraflowModule(typeof(RedisModule))]

namespace Graflow.CompilerServices;

/// <summary>What the module of a program calls of this package, so that the program's commands know Redis.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RedisModule
{
    /// <summary>Makes the package known. Calls after the first do nothing.</summary>
    public static void Register() => FleetProvider.Current ??= new RedisFleetProvider();
}
