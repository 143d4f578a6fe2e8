using System.Collections.Concurrent;
using CaseExtract.Annotation;
using CaseExtract.Course;
using CaseExtract.Text;

namespace CaseExtract;

/// <summary>The memory of one extraction, room by room.</summary>
internal sealed class Workspace
{
    public TextWorkspace Text { get; } = new();

    public AnnotationWorkspace Annotation { get; } = new();

    public CourseWorkspace Course { get; } = new();
}

/// <summary>
/// Workspaces that no thread is using: there are as many as threads that ever extracted at once. The memory that one report needed serves the next,
/// which costs no allocation and finds it in the caches.
/// </summary>
internal sealed class WorkspacePool
{
    /// <summary>One that held a longer text is not kept: a single book must not hold its memory as long as the extractor lives.</summary>
    private const int LongestKept = 1 << 20;

    private readonly ConcurrentBag<Workspace> _free = [];

    public Workspace Rent() => _free.TryTake(out var workspace) ? workspace : new Workspace();

    public void Return(Workspace workspace)
    {
        if (workspace.Text.Size <= LongestKept)
        {
            _free.Add(workspace);
        }
    }
}
