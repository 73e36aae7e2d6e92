using Graflow;

return await GraflowHost.RunAsync(args);
