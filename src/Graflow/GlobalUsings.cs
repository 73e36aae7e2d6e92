global using Graflow.Dsl;
global using Graflow.Engine;
