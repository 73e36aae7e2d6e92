return await Answers.IncrementAsync(41);
