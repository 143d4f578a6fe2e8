using CaseExtract;
using CaseExtract.Models;

// CaseExtract.ModelImage MODELS FILE: makes the image of a folder of models. A fault in a table is told as a compiler tells it, so that the build does too.
try
{
    File.WriteAllBytes(args[1], CaseExtractor.MakeImage(ModelSource.Folder(args[0])));
    return 0;
}
catch (ModelException exception)
{
    var fault = exception.Message;
    var place = fault.IndexOf(": ", StringComparison.Ordinal);
    Console.Error.WriteLine(place < 0 ? fault : $"{Path.Combine(args[0], fault[..place])}: error MODEL: {fault[(place + 2)..]}");
    return 1;
}
