using CaseExtract.Fuzz;
using SharpFuzz;

switch (args)
{
    case ["texts", .. var rest]:
        return TextsCommand.Run(rest);
    case ["mutate", _, _, _, _]:
        return MutateCommand.Run(args[1..]);
    case ["corpus", var folder]:
        Corpus.Write(folder);
        return 0;
    case ["names"]:
        Console.WriteLine(string.Join('\n', Targets.Names));
        return 0;
    case ["target", var name] when Targets.Names.Contains(name):
        Fuzzer.OutOfProcess.Run(Targets.Of(name));
        return 0;
    default:
        Console.Error.WriteLine("texts [COUNT] [SEED] [FIRST] | mutate TARGET SECONDS SEED FOLDER | corpus FOLDER | names | target NAME (AFL++ feeds it; tests/scripts/fuzz runs it)");
        return 2;
}
