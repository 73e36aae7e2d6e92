global using Graflow.Tree;
