package dev.noroshi.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, as REST answers it.
 *
 * @param total how many there are in all pages
 * @param page counted from 0
 */
public record Page<T>(List<T> items, long total, int page, int size) {

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), total, page, size);
    }
}
