package dev.noroshi.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One page of a list, as REST answers it.
 *
 * @param total how many there are in all pages
 * @param page counted from 0
 */
public record Page<T>(List<T> items, long total, int page, int size) {

    /** @param count how many there are in all pages; asked only where the items do not tell */
    public static <T> Page<T> of(List<T> items, PageRequest asked, LongSupplier count) {
        boolean last = items.size() < asked.size() && (asked.page() == 0 || !items.isEmpty());
        long total = last ? (long) asked.offset() + items.size() : count.getAsLong();
        return new Page<>(items, total, asked.page(), asked.size());
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), total, page, size);
    }
}
