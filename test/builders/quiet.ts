/** Faults are wanted here: what the functions log about them would drown the report. To be imported before the logger is made. */
process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
