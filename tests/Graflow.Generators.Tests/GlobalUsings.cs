global using Graflow.Generators.Tests.Hosting;
global using Xunit;
