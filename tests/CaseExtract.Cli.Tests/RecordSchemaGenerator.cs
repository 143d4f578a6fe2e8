using System.Reflection;
using CaseExtract.Cli.Output;
using CaseExtract.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.NewtonsoftJson.Generation;

namespace CaseExtract.Cli.Tests;

/// <summary>Makes the JSON Schema of the case record from the C# types: names, nullability, vocabularies and patterns, with their docstrings as descriptions.</summary>
internal static class RecordSchemaGenerator
{
    public static JsonSchema Generate()
    {
        var settings = new NewtonsoftJsonSchemaGeneratorSettings
        {
            SchemaType = SchemaType.JsonSchema,
            FlattenInheritanceHierarchy = true,
            DefaultReferenceTypeNullHandling = ReferenceTypeNullHandling.NotNull,
            // Later versions add fields; a reader of today must not refuse them.
            AlwaysAllowAdditionalObjectProperties = true,
            SerializerSettings = new JsonSerializerSettings { ContractResolver = new CamelCasePropertyNamesContractResolver() },
        };
        settings.SchemaProcessors.Add(new ContractProcessor());
        var schema = JsonSchemaGenerator.FromType<CaseRecord>(settings);
        schema.Title = "CaseExtract case record " + CaseRecord.CurrentSchemaVersion;
        return schema;
    }

    /// <summary>Adds what the contract says beyond the types.</summary>
    private sealed class ContractProcessor : ISchemaProcessor
    {
        public void Process(SchemaProcessorContext context)
        {
            context.Schema.RequiredProperties.Clear();
            foreach (var property in context.ContextualType.Type.GetProperties())
            {
                if (!context.Schema.Properties.TryGetValue(JsonNames.CamelCase(property.Name), out var schema))
                {
                    continue;
                }

                // Every key is written; absent knowledge is null or [], never a missing key.
                context.Schema.RequiredProperties.Add(schema.Name);
                schema.Description = OnOneLine(schema.Description);
                AddWords(schema, property.GetCustomAttributes<VocabularyAttribute>());
                if (property.GetCustomAttributes<PatternAttribute>().SingleOrDefault(pattern => pattern.WhenKind is null) is { } pattern)
                {
                    (schema.Item ?? (JsonSchema)schema).Pattern = pattern.Expression;
                }

                // Nothing in a record counts below zero.
                if (schema.Type.HasFlag(JsonObjectType.Integer) || schema.Type.HasFlag(JsonObjectType.Number))
                {
                    schema.Minimum ??= 0;
                }
            }

            AddCombinations(context);
        }

        /// <summary>Without the line ends of the C# comment that it comes from.</summary>
        private static string? OnOneLine(string? description) =>
            description is null ? null : Printable.Line(description).Trim();

        private static void AddWords(JsonSchemaProperty schema, IEnumerable<VocabularyAttribute> vocabularies)
        {
            var target = schema.Item ?? (JsonSchema)schema;
            foreach (var word in vocabularies.SelectMany(vocabulary => vocabulary.Words).Distinct(StringComparer.Ordinal))
            {
                target.Enumeration.Add(word);
            }

            if (target.Enumeration.Count > 0 && target.Type.HasFlag(JsonObjectType.Null))
            {
                target.Enumeration.Add(null);
            }
        }

        /// <summary>Where the words or the form of a property depend on the record's kind, allows each kind with its own.</summary>
        private static void AddCombinations(SchemaProcessorContext context)
        {
            foreach (var property in context.ContextualType.Type.GetProperties())
            {
                var name = JsonNames.CamelCase(property.Name);
                foreach (var group in property.GetCustomAttributes<PatternAttribute>().Where(pattern => pattern.WhenKind is not null).GroupBy(pattern => pattern.Expression, StringComparer.Ordinal))
                {
                    AddAlternative(context, group.Select(pattern => pattern.WhenKind!), name, new JsonSchemaProperty { Pattern = group.Key });
                }

                var byKind = property.GetCustomAttributes<VocabularyAttribute>().Where(vocabulary => vocabulary.WhenKind is not null);
                foreach (var group in byKind.GroupBy(vocabulary => string.Join(' ', vocabulary.Words), StringComparer.Ordinal))
                {
                    AddAlternative(context, group.Select(vocabulary => vocabulary.WhenKind!), name, Words(group.First().Words));
                }
            }
        }

        private static void AddAlternative(SchemaProcessorContext context, IEnumerable<string> kinds, string name, JsonSchemaProperty allowed) =>
            context.Schema.AnyOf.Add(new JsonSchema
            {
                Properties = { ["kind"] = Words(kinds), [name] = allowed },
                AllowAdditionalProperties = true,
            });

        private static JsonSchemaProperty Words(IEnumerable<string> words)
        {
            var schema = new JsonSchemaProperty();
            foreach (var word in words)
            {
                schema.Enumeration.Add(word);
            }

            return schema;
        }
    }
}
