using System.CommandLine;
using CaseExtract.Registry;
using CaseExtract.Registry.Cohorts;
using CaseExtract.Registry.Cohorts.Language;
using CaseExtract.Registry.Store;

namespace CaseExtract.Cli.Registry;

/// <summary>The option that names a registry, which all commands that use one have.</summary>
internal static class RegistryOptions
{
    /// <summary>Where the registry is when no option says it, so that a password need not stand in a command line.</summary>
    public const string Variable = "CASEEXTRACT_REGISTRY";

    public static Option<string?> To() => Create("--to");

    public static Option<string?> From() => Create("--from");

    /// <summary>The option of an expression.</summary>
    public static Option<string?> Where() => new("--where", "-w") { Description = "An expression over the fields, such as: sex = female and level in T1..T12. Without it all cases.", HelpName = "EXPRESSION" };

    /// <summary>The cases that an expression names.</summary>
    /// <exception cref="WrongUseException">The expression is not understood; the message shows the place.</exception>
    public static Cohort Select(RegistryStore store, string? expression)
    {
        // a variable of a script that was never set must not give away all cases
        if (expression is not null && string.IsNullOrWhiteSpace(expression))
        {
            throw new WrongUseException("--where is empty; leave it out for all cases");
        }

        try
        {
            return Cohort.Select(store, expression);
        }
        catch (ExpressionException exception)
        {
            var (line, caret) = exception.Show();
            throw new WrongUseException($"--where: {exception.Message}") { Details = [$"  {line}", $"  {caret}"] };
        }
    }

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
