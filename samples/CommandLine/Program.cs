// The whole program: Graflow.CommandLine does the rest. Try
//   dotnet run --project samples/CommandLine -- list
//   dotnet run --project samples/CommandLine -- run Shop.Sell --follow --input '{"customer":"Ada","lines":[{"item":"tea","count":2,"price":3.5}]}'
//   dotnet run --project samples/CommandLine -- graph Survey.All --format html --output survey.html
using Graflow;

[assembly: GraflowProgram]
