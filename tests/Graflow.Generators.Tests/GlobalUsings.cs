global using Graflow.Generators.Tests.Hosting;
