namespace Graflow.Redis.TestProgram;

public sealed record Piece(int Number, string Effects, int Effort);
