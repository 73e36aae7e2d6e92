namespace Graflow;

/// <summary>Where the pages of the rules are: one place for the runtime, the traps of the operators and the analyzers.</summary>
internal static class RuleHelp
{
    /// <summary>The address of a rule's page; <c>{0}</c> is the rule's id, as <see cref="ObsoleteAttribute.UrlFormat"/> wants it.</summary>
    internal const string UrlFormat = "https://github.com/graflow/graflow-dotnet/blob/main/analyzers/docs/{0}.md";

    internal static string LinkTo(string id) => UrlFormat.Replace("{0}", id, StringComparison.Ordinal);
}
