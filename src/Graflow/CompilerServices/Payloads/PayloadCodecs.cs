using System.Collections.Concurrent;
using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>Where generated modules hand over their codecs. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PayloadCodecs
{
    private static readonly Lock Gate = new();
    private static readonly Queue<Action> Pending = new();
    private static readonly ConcurrentDictionary<string, WaitType> Waits = new(StringComparer.Ordinal) { [typeof(Unit).ToString()] = new WaitType<Unit>() };

    /// <summary>Keeps a module's registrations until the first codec is needed: a program that serializes nothing pays nothing.</summary>
    public static void Add(Action registrations)
    {
        ArgumentNullException.ThrowIfNull(registrations);
        lock (Gate)
        {
            Pending.Enqueue(registrations);
        }
    }

    /// <summary>Adds the codec of a type. The first one stays: two assemblies may bring codecs of the same type, and both write the same bytes.</summary>
    public static void Add<T>(PayloadCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        PayloadCodec<T>.Register(codec);
    }

    /// <summary>Adds a type that a wait or a delay of the program yields, so that what runs next may have one from another process, or from a log.</summary>
    public static void AddWait<T>() => Waits.TryAdd(typeof(T).ToString(), new WaitType<T>());

    /// <summary>A type that a wait or a delay of the program yields, by its text; null where there is none.</summary>
    internal static WaitType? FindWait(string type)
    {
        if (!Waits.ContainsKey(type))
        {
            RunPending();
        }

        return Waits.GetValueOrDefault(type);
    }

    internal static PayloadCodec<T> Find<T>()
    {
        if (KnownCodecs.Create<T>() is { } known)
        {
            Add(known);
        }
        else
        {
            RunPending();
        }

        return PayloadCodec<T>.Registered ?? throw NotSerializableException.NoCodec(typeof(T));
    }

    private static void RunPending()
    {
        lock (Gate)
        {
            while (Pending.TryDequeue(out var registrations))
            {
                try
                {
                    registrations();
                }
                catch
                {
                    // Kept, so that the next need fails with the cause too, not with a codec that is missing.
                    Pending.Enqueue(registrations);
                    throw;
                }
            }
        }
    }
}
