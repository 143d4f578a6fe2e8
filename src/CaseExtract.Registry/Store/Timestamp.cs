using System.Globalization;

namespace CaseExtract.Registry.Store;

/// <summary>Times as the registry writes them: UTC, to the second, in a form whose texts sort like the times.</summary>
internal static class Timestamp
{
    public static string Now(TimeProvider time) => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
