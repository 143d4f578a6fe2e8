namespace CaseExtract.Documents;

/// <summary>What a file says, as plain text.</summary>
/// <param name="Content">The text.</param>
/// <param name="MediaType">The media type of the file.</param>
/// <param name="Encoding">The registered name of the encoding that its bytes were decoded from.</param>
internal sealed record DocumentText(string Content, string MediaType, string Encoding = "utf-8");
