using StackExchange.Redis;

namespace Graflow.Redis.Connections;

/// <summary>Where a server is, for messages: never with its password.</summary>
internal static class ServerText
{
    internal static string Of(ConfigurationOptions configuration) =>
        string.Join(", ", configuration.EndPoints.Select(static point => point.ToString()!.Replace("Unspecified/", "", StringComparison.Ordinal)));
}
