using System.Runtime.InteropServices;

namespace CaseExtract.Documents;

/// <summary>Tells files from what only looks like one. Opening a pipe waits for somebody to write into it, and a device may have no end.</summary>
internal static class FileKind
{
    private const int CurrentFolder = -100;
    private const uint TypeOnly = 1;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>Whether a path leads, also over links, to a pipe, a socket or a device.</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            var status = default(Status);
            return StatusOf(CurrentFolder, path, 0, TypeOnly, ref status) == 0 && (status.Mode & TypeMask) is not (0 or Regular);
        }
        catch (EntryPointNotFoundException)
        {
            // a C library from before 2018: what it is shows when it is read
            return false;
        }
    }

    // The library of .NET tells folders, links and files apart, no more. Unlike stat, statx has one layout on all processors.
    [DllImport("libc", EntryPoint = "statx", CharSet = CharSet.Ansi, BestFitMapping = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatusOf(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, ref Status status);

    /// <summary>The beginning of <c>struct statx</c>, see statx(2).</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(28)]
        public ushort Mode;
    }
}
