namespace Graflow;

/// <summary>placeholder until the channels land</summary>
public sealed class ChannelWriter;
