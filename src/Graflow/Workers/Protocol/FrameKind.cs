namespace Graflow.Workers;

/// <summary>What a frame says. The numbers are the wire; <see cref="Hello"/> stays what it is in every version.</summary>
internal enum FrameKind : byte
{
    /// <summary>Worker: its <see cref="Handshake"/>, the first frame of all.</summary>
    Hello = 1,

    /// <summary>Worker: the reply to a call.</summary>
    Reply = 2,

    /// <summary>Worker: a call that was taken back before its body began.</summary>
    Recalled = 3,

    /// <summary>Worker: a call that it cannot run at all, with the reason.</summary>
    Refused = 4,

    /// <summary>Worker: it is alive.</summary>
    Pong = 5,

    /// <summary>Worker: a line of output.</summary>
    Output = 6,

    /// <summary>Worker: a line of a body's logger.</summary>
    Log = 7,

    /// <summary>Worker: how far a body is.</summary>
    Progress = 8,

    /// <summary>Worker: a body wants its run cancelled.</summary>
    CancelRun = 9,

    /// <summary>Worker: a request to a run's channel with one answer.</summary>
    ChannelCall = 10,

    /// <summary>Worker: a request to a run's channel with many answers.</summary>
    ChannelStream = 11,

    /// <summary>Worker: it wants no more answers to a request.</summary>
    ChannelStop = 12,

    /// <summary>Engine: an attempt.</summary>
    Call = 32,

    /// <summary>Engine: the attempt is to end.</summary>
    Cancel = 33,

    /// <summary>Engine: give the call back if its body has not begun.</summary>
    Recall = 34,

    /// <summary>Engine: are you alive?</summary>
    Ping = 35,

    /// <summary>Engine: there will be no more calls.</summary>
    Goodbye = 36,

    /// <summary>Engine: an answer of a run's channel.</summary>
    ChannelAnswer = 37,

    /// <summary>Engine: there are no more answers.</summary>
    ChannelEnd = 38,

    /// <summary>Engine: the request failed, with the reason.</summary>
    ChannelFailed = 39,
}
