using System.Runtime.InteropServices;
using CaseExtract.Cli;

using var terminal = Terminal.OfProcess();
using var cancellation = new CancellationTokenSource();

// A first Ctrl+C or SIGTERM lets the command tidy up; a second one ends the process as usual.
void Cancel(PosixSignalContext context)
{
    context.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
return CommandLine.Invoke(args, terminal, cancellation.Token);
