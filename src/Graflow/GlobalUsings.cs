global using Graflow.Dsl;
global using Graflow.Engine;
global using Graflow.Plans;
