public class Animal;

public sealed class Cat : Animal;

public static partial class Joins
{
    [Task] public static int Unrelated(int number, string text) => number;

    [Task] public static int Related(Animal animal, Cat cat) => 0;

    [Task] public static int Equal(int left, int right) => left - right;

    [Task] public static int Interface(IEnumerable<int> numbers, Animal animal) => 0;

    [Task] public static int SealedAndInterface(IEnumerable<int> numbers, string text) => 0;

    [Task] public static int Three(int number, string text, Animal animal) => 0;

    [Task] public static int ThreeRelated(int number, object text, Animal animal) => 0;

    [Task] public static int Four(int a, string b, Animal c, double d) => 0;

    [Task] public static int Sixteen(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p) => a + p;
}
