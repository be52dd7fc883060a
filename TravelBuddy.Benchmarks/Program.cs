Console.WriteLine("compare");
