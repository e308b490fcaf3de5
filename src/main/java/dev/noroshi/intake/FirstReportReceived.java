package dev.noroshi.intake;

/** A first report was stored and its case opened; heard in the same transaction. */
public record FirstReportReceived(String receipt, String incident, boolean drill) {}
