using System.CommandLine;
using CaseExtract.Registry;
using CaseExtract.Registry.Store;

namespace CaseExtract.Cli.Registry;

/// <summary>The option that names a registry, which all commands that use one have.</summary>
internal static class RegistryOptions
{
    /// <summary>Where the registry is when no option says it, so that a password need not stand in a command line.</summary>
    public const string Variable = "CASEEXTRACT_REGISTRY";

    public static Option<string?> To() => Create("--to");

    public static Option<string?> From() => Create("--from");

    /// <summary>The registry that was named.</summary>
    /// <exception cref="WrongUseException">None was, or it is not understood.</exception>
    public static RegistryTarget Target(ParseResult result, Option<string?> option)
    {
        try
        {
            return RegistryTarget.Parse(result.GetValue(option) ?? Environment.GetEnvironmentVariable(Variable)
                ?? throw new WrongUseException($"{option.Name} is missing: a registry, or the environment variable {Variable}"));
        }
        catch (RegistryException exception)
        {
            throw new WrongUseException(exception.Message);
        }
    }

    private static Option<string?> Create(string name) => new(name)
    {
        Description = $"The registry: a file (SQLite), or postgres://USER:PASSWORD@HOST/DATABASE. Else the environment variable {Variable} names it.",
        HelpName = "TARGET",
    };
}
