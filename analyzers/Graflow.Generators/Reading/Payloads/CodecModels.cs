using System.Collections.Concurrent;
using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Gives equal models one instance, so that the pipeline compares them at a glance: each keystroke reads every type again, and nearly all are as they were.</summary>
internal static class CodecModels
{
    private static readonly ConcurrentDictionary<string, WeakReference<CodecModel>> Latest = new(StringComparer.Ordinal);

    public static CodecModel Intern(CodecModel model)
    {
        var latest = Latest.GetOrAdd(model.Type.Type, static _ => new WeakReference<CodecModel>(null!));
        if (latest.TryGetTarget(out var known) && known == model)
        {
            return known;
        }

        latest.SetTarget(model);
        return model;
    }
}
