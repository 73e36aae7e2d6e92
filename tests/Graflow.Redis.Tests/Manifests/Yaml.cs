using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Graflow.Redis.Tests.Manifests;

/// <summary>A part of a YAML document, found by the way to it.</summary>
internal readonly struct Yaml(YamlNode node, string way)
{
    internal static Yaml Parse(string text, string name)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(text));
        return new Yaml(Xunit.Assert.Single(stream.Documents).RootNode, name);
    }

    internal string Text => ((YamlScalarNode)node).Value!;

    internal int Number => int.Parse(Text, CultureInfo.InvariantCulture);

    internal IReadOnlyList<Yaml> Items
    {
        get
        {
            var own = way;
            return [.. ((YamlSequenceNode)node).Children.Select((child, i) => new Yaml(child, $"{own}[{i}]"))];
        }
    }

    internal IReadOnlyList<string> Texts => [.. Items.Select(static item => item.Text)];

    internal IReadOnlyDictionary<string, string> Map =>
        ((YamlMappingNode)node).Children.ToDictionary(static pair => ((YamlScalarNode)pair.Key).Value!, static pair => ((YamlScalarNode)pair.Value).Value!);

    internal Yaml this[params string[] path]
    {
        get
        {
            var found = this;
            foreach (var name in path)
            {
                found = found.Child(name);
            }

            return found;
        }
    }

    internal bool Has(string name) => node is YamlMappingNode map && map.Children.ContainsKey(new YamlScalarNode(name));

    /// <summary>The item of a list that has this value.</summary>
    internal Yaml ItemWith(string key, string value) => Items.Single(item => item[key].Text == value);

    public override string ToString() => way;

    private Yaml Child(string name) => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var child)
        ? new Yaml(child, $"{way}/{name}")
        : throw new KeyNotFoundException($"{way} has no {name}.");
}
