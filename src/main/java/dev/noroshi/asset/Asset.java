package dev.noroshi.asset;

import org.jspecify.annotations.Nullable;

/**
 * A thing in the register (資産台帳).
 *
 * @param number 管理番号, as on its sticker
 * @param kind system, device, medium, account or service
 * @param segment mynumber, lgwan, internet, external, ot or unknown
 * @param rtoMinutes how long it may stand still (目標復旧時間)
 * @param section the section responsible
 * @param critical 重要情報システム
 */
public record Asset(
        String number,
        String name,
        String kind,
        String segment,
        @Nullable Integer rtoMinutes,
        @Nullable String section,
        boolean critical) {}
