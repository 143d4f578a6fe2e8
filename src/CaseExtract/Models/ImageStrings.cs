namespace CaseExtract.Models;

/// <summary>Strings that are made when they are asked for. A report needs a few of the thousands that the lexicons hold.</summary>
internal sealed class ImageStrings(int[] ends, char[] letters)
{
    private readonly string?[] _made = new string?[ends.Length];

    public int Count => ends.Length;

    public string this[int index] => _made[index] ?? Make(index);

    private string Make(int index)
    {
        var start = index == 0 ? 0 : ends[index - 1];
        return _made[index] = new string(letters, start, ends[index] - start);
    }
}
