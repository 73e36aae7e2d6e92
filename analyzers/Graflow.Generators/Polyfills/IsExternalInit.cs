using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>What records compile against; netstandard2.0 lacks it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;
