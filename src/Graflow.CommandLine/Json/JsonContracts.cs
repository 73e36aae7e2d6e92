using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Graflow.Commands;

namespace Graflow.Json;

/// <summary>How the program's own types are read and written: by the contracts that it gives, then by reflection where it has that. Strict: nothing that is given is dropped, nothing that is missing is invented.</summary>
internal sealed class JsonContracts
{
    private readonly JsonSerializerOptions _options;

    internal JsonContracts(IJsonTypeInfoResolver? given)
    {
        _options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(given, ScalarJson.Default),
        };
        if (JsonSerializer.IsReflectionEnabledByDefault)
        {
            AddReflection(_options);
        }
    }

    /// <exception cref="CommandException">The program has no contract for the type.</exception>
    internal JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Of(typeof(T));

    /// <exception cref="CommandException">The program has no contract for the type.</exception>
    internal JsonTypeInfo Of(Type type)
    {
        try
        {
            return _options.GetTypeInfo(type);
        }
        catch (Exception problem) when (problem is NotSupportedException or InvalidOperationException)
        {
            throw new CommandException("json", JsonSerializer.IsReflectionEnabledByDefault
                ? $"{TypeText.Of(type)} cannot be JSON: {problem.Message}"
                : $"There is no JSON contract of {TypeText.Of(type)}, and this program is built without reflection. Give one: GraflowHost.RunAsync(args, json: AppJson.Default), where AppJson is a JsonSerializerContext with [JsonSerializable(typeof({TypeText.Of(type)}))].");
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only called where the program has reflection for JSON.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only called where the program has reflection for JSON.")]
    private static void AddReflection(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new UnitConverter());
        options.Converters.Add(new FailureConverter());
        options.Converters.Add(new OutcomeConverterFactory());
        options.Converters.Add(new TupleConverterFactory());
    }
}
