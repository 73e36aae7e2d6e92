namespace System.Diagnostics.CodeAnalysis;

/// <summary>What records with <c>required</c> members mark their copy constructor with; netstandard2.0 lacks it.</summary>
[AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
