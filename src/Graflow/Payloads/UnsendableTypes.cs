using System.Linq.Expressions;

namespace Graflow.Payloads;

/// <summary>Types of the framework and of this library that no codec is ever generated for, known without reflection.</summary>
internal static class UnsendableTypes
{
    private const string LivesHere = "GRF202";
    private const string SaysTooLittle = "GRF201";

    private static readonly (Type Base, string Words, string Id)[] Known =
    [
        (typeof(Delegate), UnsendableWords.Function, LivesHere),
        (typeof(Expression), UnsendableWords.Function, LivesHere),
        (typeof(IExecutable), UnsendableWords.Function, LivesHere),
        (typeof(Stream), UnsendableWords.Stream, LivesHere),
        (typeof(TextReader), UnsendableWords.Stream, LivesHere),
        (typeof(TextWriter), UnsendableWords.Stream, LivesHere),
        (typeof(BinaryReader), UnsendableWords.Stream, LivesHere),
        (typeof(BinaryWriter), UnsendableWords.Stream, LivesHere),
        (typeof(Task), UnsendableWords.Work, LivesHere),
        (typeof(ValueTask), UnsendableWords.Work, LivesHere),
        (typeof(CancellationToken), UnsendableWords.CancellationToken, LivesHere),
        (typeof(CancellationTokenSource), UnsendableWords.CancellationToken, LivesHere),
        (typeof(TaskContext), UnsendableWords.OfAttempt, LivesHere),
        (typeof(IChannel), UnsendableWords.OfAttempt, LivesHere),
        (typeof(IServiceProvider), UnsendableWords.Resource, LivesHere),
        (typeof(Thread), UnsendableWords.Resource, LivesHere),
        (typeof(Exception), UnsendableWords.Opaque, SaysTooLittle),
    ];

    /// <summary>Why the type stays here, and which rule says so; null where only a codec is missing.</summary>
    internal static (string Words, string Id)? Find(Type type)
    {
        if (type == typeof(object))
        {
            return (UnsendableWords.AnyObject, SaysTooLittle);
        }

        foreach (var (known, words, id) in Known)
        {
            if (known.IsAssignableFrom(type))
            {
                return (words, id);
            }
        }

        return null;
    }
}
