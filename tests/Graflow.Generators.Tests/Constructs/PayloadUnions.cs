public static partial class Shapes
{
    [Task] public static IShape Load(Animal animal) => throw new NotSupportedException();
}

[Union(0, typeof(Circle)), Union(1, typeof(Square)), Union(300, typeof(Polygon))]
public interface IShape;

public sealed record Circle(int Radius) : IShape;

public struct Square : IShape
{
    public int Side;
}

[Union(0, typeof(Triangle))]
public abstract record Polygon : IShape;

public sealed record Triangle(IShape? Inner) : Polygon;

[Union(0, typeof(Cat)), Union(1, typeof(Lion))]
public abstract class Animal;

public class Cat : Animal;

public sealed class Lion : Cat;
