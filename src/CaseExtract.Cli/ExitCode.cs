namespace CaseExtract.Cli;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Some input could not be read, or something was found wrong in it; the rest was done.</summary>
    public const int InputFailed = 1;

    /// <summary>The command was not understood, or cannot be done as asked; nothing was done.</summary>
    public const int WrongUse = 2;

    /// <summary>Ended by a signal, as shells count it: 128 and the number of SIGINT.</summary>
    public const int Cancelled = 130;
}

/// <summary>The command cannot be done as asked. The message is for the person who asked.</summary>
internal sealed class WrongUseException(string message) : Exception(message)
{
    /// <summary>Lines that show the place, as they are.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}

/// <summary>What the command needs cannot be read or is not what it should be. The message names file and reason.</summary>
internal sealed class InputException(string message) : Exception(message);
