namespace CaseExtract.Annotation.Grammars;

/// <summary>What joins two levels.</summary>
/// <param name="End">The token behind it.</param>
/// <param name="IsRange">It means all between.</param>
/// <param name="IsDash">It is a dash.</param>
/// <param name="IsTight">A bare number behind it belongs to the level before.</param>
/// <param name="IsComma">It is a comma or semicolon.</param>
/// <param name="IsSlash">It is a slash.</param>
internal readonly record struct LevelJoint(int End, bool IsRange, bool IsDash, bool IsTight, bool IsComma, bool IsSlash = false);
