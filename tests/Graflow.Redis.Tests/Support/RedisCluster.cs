using Graflow.Tests.Engine;

namespace Graflow.Redis.Tests.Support;

/// <summary>Three masters on this machine, which share the slots.</summary>
public sealed class RedisCluster : IDisposable
{
    private const int Masters = 3;

    private readonly List<RedisServer> _servers = [.. Enumerable.Range(0, Masters).Select(static _ => new RedisServer("--cluster-enabled yes"))];

    public RedisCluster()
    {
        _servers[0].Command(["--cluster", "create", .. _servers.Select(static server => server.Address), "--cluster-yes"]);
        Task.WhenAll(_servers.Select(static server => Until.TrueAsync(() => server.Command("cluster", "info").Contains("cluster_state:ok", StringComparison.Ordinal)))).OrHang().GetAwaiter().GetResult();
    }

    /// <summary>All of them, as StackExchange.Redis takes it.</summary>
    internal string Address => string.Join(',', _servers.Select(static server => server.Address));

    internal IReadOnlyList<RedisServer> Servers => _servers;

    public void Dispose() => _servers.ForEach(static server => server.Dispose());
}
