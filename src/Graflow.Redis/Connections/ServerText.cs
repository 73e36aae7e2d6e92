using System.Globalization;
using System.Net;
using StackExchange.Redis;

namespace Graflow.Redis.Connections;

/// <summary>Where a server is, for messages: never with its password.</summary>
internal static class ServerText
{
    private const int DefaultPort = 6379;
    private const int DefaultTlsPort = 6380;

    internal static string Of(ConfigurationOptions configuration) =>
        string.Join(", ", configuration.EndPoints.Select(point => Of(point, configuration.Ssl ? DefaultTlsPort : DefaultPort)));

    // One without a port is asked at the usual one.
    private static string Of(EndPoint point, int usual) => point switch
    {
        DnsEndPoint named => string.Create(CultureInfo.InvariantCulture, $"{named.Host}:{(named.Port == 0 ? usual : named.Port)}"),
        IPEndPoint { Port: 0 } address => new IPEndPoint(address.Address, usual).ToString(),
        _ => point.ToString()!,
    };
}
