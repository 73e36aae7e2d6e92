namespace Graflow;

/// <summary>placeholder until the channels land</summary>
public interface IChannel;
