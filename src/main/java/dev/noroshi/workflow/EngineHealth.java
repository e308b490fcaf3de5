package dev.noroshi.workflow;

/**
 * How the engine is.
 *
 * @param running whether it takes up what is due on this node
 * @param due jobs whose time has come, a few at any time
 * @param stuck jobs that failed so often that a person must look
 */
public record EngineHealth(boolean running, long due, long stuck) {}
