// Room on the stack is not cleared before it is used: a report asks for it thousands of times, and whoever needs zeros clears what it reads.
[module: System.Runtime.CompilerServices.SkipLocalsInit]
