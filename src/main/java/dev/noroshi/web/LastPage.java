package dev.noroshi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A list that no longer reaches as far as the page asked for is shown from its last page: where the last of fifty-one steps was
 * done, nobody shall read that nothing is left.
 */
@Configuration(proxyBeanMethods = false)
class LastPage implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView shown) {
        if (shown == null || !request.getMethod().equals("GET")) {
            return;
        }
        Stream.of(shown.getModel().values().toArray())
                .filter(Page.class::isInstance)
                .map(it -> (Page<?>) it)
                .filter(page -> page.items().isEmpty() && page.page() > last(page))
                .findFirst()
                .ifPresent(page -> {
                    shown.setViewName("redirect:" + request.getServletPath() + "?" + asked(request, last(page)));
                    shown.getModel().clear();
                });
    }

    private static long last(Page<?> page) {
        return page.total() == 0 ? 0 : (page.total() - 1) / page.size();
    }

    private static String asked(HttpServletRequest request, long page) {
        Stream<String> others = Stream.of(
                        String.valueOf(request.getQueryString()).split("&"))
                .filter(part -> part.contains("=") && !part.startsWith("page="));
        return Stream.concat(others, Stream.of("page=" + page)).collect(Collectors.joining("&"));
    }
}
