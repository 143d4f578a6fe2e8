using CaseExtract.Registry.Store;
using Xunit;

namespace CaseExtract.Registry.Tests;

public sealed class TargetTests
{
    private const string Secret = "s3cr3t";

    [Theory]
    [InlineData("postgres://anna:s3cr3t@db.example/registry", "postgres://anna@db.example:5432/registry")]
    [InlineData("postgresql://anna:s3cr3t@db.example:6000/registry?sslmode=Require", "postgres://anna@db.example:6000/registry")]
    [InlineData("Host=db.example;Username=anna;Password=s3cr3t;Database=registry", "postgres://anna@db.example:5432/registry")]
    [InlineData("Server=/run/pg;User Id=anna;Password=s3cr3t;Database=registry", "postgres://anna@/run/pg:5432/registry")]
    [InlineData("postgres://anna:s3cr3t%2F%40@localhost/registry?host=/run/pg", "postgres://anna@/run/pg:5432/registry")]
    [InlineData("registry.db", "registry.db")]
    public void A_registry_is_named_without_its_password(string text, string name)
    {
        var target = RegistryTarget.Parse(text);

        Assert.Equal(name, target.ToString());
        Assert.Equal(name != "registry.db", target.IsPostgres);
    }

    [Theory]
    [InlineData("postgre://anna:s3cr3t@db/registry")]
    [InlineData("postgres://anna:s3cr3t@/")]
    [InlineData("postgres://anna:s3cr3t@db:port/registry")]
    [InlineData("postgres://anna:s3cr3t@db/registry?secret=s3cr3t")]
    [InlineData("mysql://anna:s3cr3t@db/registry")]
    [InlineData("Host=db;Pasword=s3cr3t;Database=registry")]
    [InlineData("Hst=db;Password=s3cr3t")]
    [InlineData("Host=db;Port=s3cr3t;Database=registry")]
    public void What_is_not_understood_is_not_repeated(string text) =>
        Assert.DoesNotContain(Secret, Assert.Throws<RegistryException>(() => RegistryTarget.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_server_that_is_not_there_is_told_without_the_password()
    {
        var exception = Assert.Throws<RegistryException>(() => RegistryStore.Open(RegistryTarget.Parse($"postgres://anna:{Secret}@localhost:1/registry")));

        Assert.Contains("cannot be reached", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_socket_that_is_not_there_is_told()
    {
        var exception = Assert.Throws<RegistryException>(() => RegistryStore.Open(RegistryTarget.Parse("Host=/run/no-such-folder;Database=registry;Username=anna")));

        Assert.Contains("cannot be reached", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_kind_is_no_registry()
    {
        var folder = Directory.CreateTempSubdirectory("caseextract-registry-");
        try
        {
            var path = Path.Combine(folder.FullName, "letter.txt");
            File.WriteAllText(path, string.Concat(Enumerable.Repeat("no database, but a letter. ", 100)));
            Assert.Contains("is no registry", Assert.Throws<RegistryException>(() => RegistryStore.Open(RegistryTarget.Parse(path))).Message, StringComparison.Ordinal);
            Assert.Contains("no such registry", Assert.Throws<RegistryException>(() => RegistryStore.OpenToRead(RegistryTarget.Parse(path + "x"))).Message, StringComparison.Ordinal);
            Assert.Contains("no such registry", Assert.Throws<RegistryException>(() => RegistryStore.Open(RegistryTarget.Parse(path + "x"), mayCreate: false)).Message, StringComparison.Ordinal);
            Assert.False(File.Exists(path + "x"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
