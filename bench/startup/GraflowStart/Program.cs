using Graflow;

return await new WorkflowEngine().RunAsync(Answers.Tasks.Increment, 41);
