package dev.noroshi.intake;

import dev.noroshi.incident.Facts;

/**
 * A first report (第一報).
 *
 * @param withoutSuperior 上司に知らせない
 * @param drill 【訓練】
 */
public record FirstReport(Facts facts, boolean withoutSuperior, boolean drill) {}
