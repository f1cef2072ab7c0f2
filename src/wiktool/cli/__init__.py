"""The command line: options, exit codes, the clock, stdout and stderr."""
